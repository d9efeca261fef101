import { restrictionInText } from '../../derive/restriction-in-text.js'
import type { ExtractedRecord } from '../../record.js'
import type { Element } from '../html-node.js'
import { elementsBelow, nameOf } from './xml.js'

/** Longer lines are no letterhead. */
const LONGEST = 60
/** What a header or footer holds that belongs to the document: who sends it, its number; its secrecy besides. */
const LETTERHEAD = [
  /(?:政府|委员会|委|[局厅部署办院会处]|办公室|中心|党组|公司|集团)文件$/,
  /^.{1,12}[〔[［（(]\d{4}[〕\]］)）]第?\d{1,5}号$/,
]
/** The text has its own letterhead within so many lines. */
const WITHIN = 12

/** The lines of a letterhead among those of headers, which otherwise repeat what every page says. */
export function letterheadIn(lines: readonly string[]): string[] {
  const isLetterhead = (line: string): boolean =>
    LETTERHEAD.some((pattern) => pattern.test(compact(line))) || restrictionInText([line]) !== null
  const found = lines.map((line) => line.trim()).filter((line) => line.length <= LONGEST && isLetterhead(line))
  return [...new Set(found)]
}

/** Puts lines of a letterhead before a text that has not the same ones at its beginning. */
export function putLetterhead(record: ExtractedRecord, letterhead: readonly string[]): void {
  const known = new Set(record.paragraphs.slice(0, WITHIN).map(compact))
  const missing = letterhead.filter((line) => !known.has(compact(line)))
  record.paragraphs.unshift(...missing)
  for (const heading of record.headings) heading.paragraph += missing.length
}

const compact = (line: string): string => line.replace(/\s/g, '')

/** The paragraphs of a header as lines, without mark-up. */
export function linesOf(root: Element): string[] {
  const lines: string[] = []
  for (const element of elementsBelow(root)) {
    if (nameOf(element) === 'p') lines.push('')
    if (nameOf(element) !== 't' || lines.length === 0) continue
    lines[lines.length - 1] += element.children.map((child) => (child.type === 'text' ? child.data : '')).join('')
  }
  return lines
}
