import { isTextMeaning, labelMeaning, type ExtraLabels, type LabelMeaning } from '../labels.js'
import { isBlank } from './fields.js'

/** A title and a note may stand above the row of headings. */
const MAX_ROWS_ABOVE = 4
/** So many known labels of different meaning make a row one of headings. */
const MIN_LABELS = 2
/** Texts are no labels, and too long to be looked at as such. */
const LONGEST_LABEL = 100

/** So many rows are looked at for the heading row, and one more for its second half. */
export const HEADING_WITHIN = MAX_ROWS_ABOVE + 2

export interface Heading {
  labels: string[]
  /** The place of the heading row, from 0: what stands above it is title and notes. */
  at: number
  /** Whether the row below it belongs to it, too. */
  isDouble: boolean
}

/** The row of headings among the first rows of a table or sheet, of one row or two; null where there is none. */
export function findHeading(rows: readonly string[][], extra?: ExtraLabels): Heading | null {
  const at = rows.slice(0, MAX_ROWS_ABOVE + 1).findIndex((row) => meaningsIn(row, extra).size >= MIN_LABELS)
  return at < 0 ? null : headingAt(rows, at, extra)
}

/** The heading row of a table that has one in any case: without known labels the first row, or the first below a title. */
export function headingOf(rows: readonly string[][], extra?: ExtraLabels): Heading {
  const found = findHeading(rows, extra)
  if (found) return found
  const wide = rows.slice(0, MAX_ROWS_ABOVE + 1).findIndex((row) => row.filter((cell) => !isBlank(cell)).length > 1)
  const isBelowTitle = wide > 0 && !hasText(rows[0]!, extra) && hasText(rows[wide]!, extra)
  return headingAt(rows, isBelowTitle ? wide : 0, extra)
}

/** Whether a text is a table: its first line is nothing but known labels, set apart by tabs, and one of a text. */
export function isTableText(content: string, extra?: ExtraLabels): boolean {
  const start = Math.max(content.search(/\S/), 0)
  const end = content.indexOf('\n', start)
  const cells = content.slice(start, end < 0 ? content.length : Math.min(end, start + 2000)).split('\t')
  return cells.length > 1 && cells.every((cell) => meaningOf(cell, extra) !== null) && hasText(cells, extra)
}

function headingAt(rows: readonly string[][], at: number, extra?: ExtraLabels): Heading {
  const row = rows[at] ?? []
  const [above, below] = [rows[at - 1] ?? [], rows[at + 1] ?? []]
  const filled = below.filter((cell) => !isBlank(cell))
  // Nothing but labels below labels: 日期 above 成文日期 and 发布日期. A cell over both rows stands in both.
  const lower = below.map((cell, column) => inGroup(cell, row, column, extra))
  const isLabel = (cell: string, column: number): boolean =>
    isBlank(cell) || cell === row[column] || meaningOf(cell, extra) !== null
  const isDouble = filled.length >= MIN_LABELS && lower.every(isLabel) && meaningsIn(lower, extra).size >= MIN_LABELS
  if (isDouble) return { labels: merged(row, lower), at, isDouble }
  // Labels of columns that are empty in this row, above it: 正文 beside a group of columns.
  const isLower = above.some((cell, column) => isBlank(row[column] ?? '') && meaningOf(cell, extra) !== null)
  const own = row.map((cell, column) => inGroup(cell, above, column, extra))
  return { labels: isLower ? merged(above, own) : own.map(onOneLine), at, isDouble }
}

/** A label, with that of the group of columns it stands in where only both together are known: 成文 below 日期. */
function inGroup(label: string, above: readonly string[], column: number, extra?: ExtraLabels): string {
  if (isBlank(label) || meaningOf(label, extra) !== null) return label
  const group = above.slice(0, column + 1).findLast((cell) => !isBlank(cell)) ?? ''
  const whole = `${label.trim()}${group.trim()}`
  return meaningOf(whole, extra) === null ? label : whole
}

function merged(upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length)
  return Array.from({ length: width }, (_, column) => {
    const own = lower[column] ?? ''
    return onOneLine(isBlank(own) ? (upper[column] ?? '') : own)
  })
}

/** Narrow columns have labels on several lines. */
function onOneLine(label: string): string {
  return label
    .split('\n')
    .map((line) => line.trim())
    .join('')
}

function meaningOf(cell: string, extra?: ExtraLabels): LabelMeaning | null {
  return cell.length > LONGEST_LABEL ? null : labelMeaning(cell, extra)
}

function meaningsIn(row: readonly string[], extra?: ExtraLabels): Set<LabelMeaning> {
  return new Set(row.flatMap((cell) => meaningOf(cell, extra) ?? []))
}

function hasText(row: readonly string[], extra?: ExtraLabels): boolean {
  return [...meaningsIn(row, extra)].some(isTextMeaning)
}
