import type { OutlineEntry } from '../contract/document.js'
import type { ExtractedRecord } from '../record.js'
import { CONTENTS } from './head-span.js'
import { headingRank } from './headings.js'
import { itemLines } from './items.js'

const MAX_LEVEL = 4
/** Mark-up calls many a long line a heading, and bold many a sentence. */
const MAX_MARKED = 80

interface Heading {
  paragraph: number
  /** By numbering (0 is outermost), else null. */
  rank: number | null
  /** By mark-up (1 is outermost), else null. */
  markup: number | null
}

/**
 * The outline of a text: headings by numbering and by mark-up, below the `head` lines. Levels are places in the
 * nesting as met, 1 to 4: a kind of heading seen again goes back to its level, a new kind opens a level below.
 */
export function outlineOf(record: Pick<ExtractedRecord, 'paragraphs' | 'headings'>, head: number): OutlineEntry[] {
  const { paragraphs } = record
  const markup = new Map(record.headings.map(({ paragraph, level }) => [paragraph, level]))
  const lists = new Set([...contentsLines(paragraphs), ...itemLines(paragraphs, markup)])
  const open: Heading[] = []
  const outline: OutlineEntry[] = []
  for (let paragraph = head; paragraph < paragraphs.length; paragraph++) {
    if (lists.has(paragraph)) continue
    const heading = headingAt(paragraphs[paragraph]!, paragraph, markup.get(paragraph) ?? null)
    if (!heading) continue
    const same = open.findIndex((other) => isSameKind(other, heading))
    if (same >= 0) open.length = same
    else while (open.length > 0 && isOuter(heading, open.at(-1)!)) open.pop()
    open.push(heading)
    outline.push({ level: Math.min(open.length, MAX_LEVEL), paragraph: paragraph + 1 })
  }
  return outline
}

function headingAt(text: string, paragraph: number, markup: number | null): Heading | null {
  const rank = headingRank(text)
  if (rank !== null) return { paragraph, rank, markup }
  const marked =
    markup !== null && text.length <= MAX_MARKED && !/[。；;：:，,]$/.test(text) && !/^第[^章节编篇]{1,6}条/.test(text)
  return marked ? { paragraph, rank: null, markup } : null
}

/** Numbering says more about the kind of a heading than its mark-up, which is often careless. */
function isSameKind(one: Heading, other: Heading): boolean {
  return one.rank !== null || other.rank !== null ? one.rank === other.rank : one.markup === other.markup
}

function isOuter(one: Heading, other: Heading): boolean {
  if (one.rank !== null && other.rank !== null) return one.rank < other.rank
  return one.markup !== null && other.markup !== null && one.markup < other.markup
}

const key = (line: string): string => line.replace(/[\s\d.…·]+/g, '')

/** The lines of a printed table of contents: after 目录, each a line that comes again below as it stands. */
function contentsLines(paragraphs: readonly string[]): Set<number> {
  const lines = new Set<number>()
  const start = paragraphs.findIndex((line) => CONTENTS.test(line))
  if (start < 0) return lines
  const last = new Map(paragraphs.map((line, index) => [key(line), index]))
  lines.add(start)
  for (let index = start + 1; index < paragraphs.length && last.get(key(paragraphs[index]!))! > index; index++)
    lines.add(index)
  return lines
}
