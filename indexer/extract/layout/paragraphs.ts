import type { ExtractedRecord } from '../../record.js'
import { isWide, NEAREST, type Line } from './line.js'

/** In characters: how far a line may end from the margin and be full; where it begins to be indented. */
const SHORT = 2.2
const INDENTED = 1.2
/** What begins so far across the column stands at its right edge: who signed, and when. */
const AT_RIGHT = 0.5
/** Larger than the text by this factor, a line is a heading. */
const HEADING_SIZE = 1.1
const MAX_HEADING = 100
/** A gap larger than the usual one by this factor begins a paragraph. */
const WIDE_LEADING = 1.3
/** So many lines without cells tell how a text is set. */
const MIN_PROSE = 5
const NUMBERED =
  /^(第[一二三四五六七八九十百零\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)])/
const SENTENCE_END = /[。；：！？;:!?”）]$/
/** No paragraph begins with these, however short the line before is: half-width digits make it so. */
const NEVER_FIRST = /^[，。；：、！？）》”’]/
/** What stands by itself below a title: number, date. */
const STANDS_ALONE =
  /^([^，。]{1,12}[〔[［（(【]\d{4}[〕\]］）)】]\s*(第)?\d+号|[（(]?\d{4}年\d{1,2}月\d{1,2}日[)）]?)$/

interface Measure {
  left: number
  right: number
  /** Of the text, without headings and notes. */
  size: number
  leading: number
}

/**
 * Appends lines to the record as paragraphs: a line that fills the column goes on in the next one unless that begins
 * like a paragraph (indented, numbered, set apart, of another size). Lines larger than the text are headings.
 */
export function addLines(record: ExtractedRecord, lines: readonly Line[]): void {
  if (lines.length === 0) return
  const measure = measureOf(lines)
  const sizes = headingSizes(lines, measure)
  let open: Line | null = null
  for (const line of lines) {
    if (open && goesOn(open, line, measure)) {
      record.paragraphs.push(join(record.paragraphs.pop()!, line.text))
    } else {
      const paragraph = record.paragraphs.push(line.text) - 1
      const level = sizes.indexOf(rounded(line.size)) + 1
      if (level > 0) record.headings.push({ paragraph, level })
    }
    open = line
  }
  record.headings = record.headings.filter(({ paragraph }) => record.paragraphs[paragraph]!.length <= MAX_HEADING)
}

const rounded = (size: number): number => Math.round(size * 2) / 2

function measureOf(lines: readonly Line[]): Measure {
  const bySize = new Map<number, number>()
  for (const { size, text } of lines) bySize.set(rounded(size), (bySize.get(rounded(size)) ?? 0) + text.length)
  const size = [...bySize].sort((one, other) => other[1] - one[1])[0]![0]
  const body = lines.filter((line) => rounded(line.size) === size)
  const quantile = (values: number[], share: number): number =>
    values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? 0
  // Lines of columns have measures of their own.
  const across = prose(body.filter((line) => !line.column))
  const gaps = prose(body).flatMap((line, index, all) => {
    const before = all[index - 1]
    // Nearer than they are high, lines are those of cells beside each other.
    return before && before.page === line.page && line.y - before.y >= size * NEAREST ? [line.y - before.y] : []
  })
  return {
    size,
    left: quantile(
      across.map((line) => line.left),
      0.03,
    ),
    right: quantile(
      across.map((line) => line.right),
      0.97,
    ),
    leading: gaps.length > 0 ? quantile(gaps, 0.1) : size * 2,
  }
}

/** Without the rows of tables, which are set closer than the text and may be wider, where there is enough else. */
function prose(lines: readonly Line[]): readonly Line[] {
  const own = lines.filter((line) => !hasCells(line))
  return own.length >= MIN_PROSE ? own : lines
}

/** Sizes of headings, the largest first: what level each is of. */
function headingSizes(lines: readonly Line[], { size }: Measure): number[] {
  const larger = lines.filter((line) => line.size > size * HEADING_SIZE).map((line) => rounded(line.size))
  return [...new Set(larger)].sort((one, other) => other - one).slice(0, 6)
}

function goesOn(line: Line, next: Line, measure: Measure): boolean {
  if (rounded(line.size) !== rounded(next.size) || hasCells(line) || hasCells(next)) return false
  const isApart = next.page === line.page && next.y - line.y > Math.max(measure.leading, line.size) * WIDE_LEADING
  if (line.size > measure.size * HEADING_SIZE) return !isApartHeading(line, next)
  if (NEVER_FIRST.test(next.text)) return true
  const isFull = line.right > (line.column ?? measure).right - SHORT * line.size
  if (isApart || !isFull || NUMBERED.test(next.text)) return false
  const indent = (one: Line): number => one.left - (one.column ?? measure).left
  const { left, right } = next.column ?? measure
  if (indent(next) > AT_RIGHT * (right - left)) return false
  // A number in the middle below the title is no beginning of whom the text is addressed to.
  if (STANDS_ALONE.test(line.text) && indent(line) > INDENTED * line.size) return false
  const isIndented = indent(next) > INDENTED * next.size
  // A block that is indented as a whole goes on at the same indent; two paragraphs of one line each end sentences.
  return !isIndented || (Math.abs(indent(next) - indent(line)) < 0.3 * line.size && !SENTENCE_END.test(line.text))
}

/** Lines of one title follow each other closely. */
function isApartHeading(line: Line, next: Line): boolean {
  const isFar = next.page !== line.page || next.y - line.y > line.size * 2.4
  return isFar || NUMBERED.test(next.text) || STANDS_ALONE.test(line.text) || STANDS_ALONE.test(next.text)
}

const hasCells = ({ text }: Line): boolean => text.includes('\u3000')

/** A break of lines is no character of Chinese; of Latin text it is a space. */
function join(before: string, after: string): string {
  return isWide(before.at(-1)) || isWide(after[0]) || before.endsWith('-') ? before + after : `${before} ${after}`
}
