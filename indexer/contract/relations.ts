import { parseDocNumber } from './doc-number.js'
import type { ArchiveDocument, Reference } from './document.js'
import { bandsOf } from './minhash.js'
import { normalize } from './normalize.js'
import { seriesKey } from './number-keys.js'

/**
 * What documents find each other by, as attributes of their records in the engine: what one names and what another is
 * named are the same keys, so that links are made when a page is shown and need no second pass over the archive.
 */
export interface RelationAttributes {
  /** What the document may be called: its title, the title of what it prints (关于印发…的通知), its number. */
  names: string[]
  /** What its text calls others. */
  cites: string[]
  /** Bands of its MinHash signature: near-duplicates share one. */
  bands: string[]
}

export const RELATION_ATTRIBUTES = ['names', 'cites', 'bands'] as const

/**
 * A document that prints another one (关于印发…的通知) is what is held of it. Beginning and end are looked for apart: one
 * expression for both would go through the rest of the title from every 印发 on.
 */
const PRINTS = /印发|发布|公布|转发/
const PRINTS_END = /的(?:通知|公告|决定|通告|函)$/
/** In characters, marks included. */
const SHORTEST_PRINTED = 4

/** A part or a version of what the title names: 民法典（物权编）, 公司法（2018年修正）. It is called by the name alone, too. */
const PART = /[（(][^（）()]*(?:编|卷|修正|修订)[）)]$/

/** Titles as they compare: normalised, without quotation marks and without 中华人民共和国 in front. */
function titleKey(title: string): string {
  return `t:${normalize(title)
    .replace(/["'《》〈〉<>]/g, '')
    .replace(/^中华人民共和国(?=.)/, '')}`
}

function numberKey(number: string): string[] {
  const parsed = parseDocNumber(number)
  return parsed ? [`n:${seriesKey(parsed)}/${parsed.number}`] : []
}

/** The title of what a document prints, with the marks around it, or undefined. */
function printedTitle(title: string): string | undefined {
  const begin = PRINTS.exec(title)
  const end = PRINTS_END.exec(title)
  const printed = begin && end ? title.slice(begin.index + begin[0].length, end.index) : ''
  return printed.length >= SHORTEST_PRINTED ? printed : undefined
}

export function namesOf({ title, doc_number }: Pick<ArchiveDocument, 'title' | 'doc_number'>): string[] {
  const printed = printedTitle(title)
  const others = [printed, title.replace(PART, '')].filter((other) => other && other !== title)
  return [titleKey(title), ...others.map((other) => titleKey(other!)), ...(doc_number ? numberKey(doc_number) : [])]
}

/** The keys that a reference may be found by: a number says more than a title that many documents bear. */
export function keysOf({ title, number }: Reference): string[] {
  return [...(number ? numberKey(number) : []), ...(title ? [titleKey(title)] : [])]
}

export function relationAttributes(
  document: Pick<ArchiveDocument, 'title' | 'doc_number' | 'references' | 'signature'>,
): RelationAttributes {
  return {
    names: [...new Set(namesOf(document))],
    cites: [...new Set(document.references.flatMap(keysOf))],
    bands: bandsOf(document.signature),
  }
}
