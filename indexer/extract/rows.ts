import { isTextMeaning, type ExtraLabels } from '../labels.js'
import type { FileContent, PartNote } from '../record.js'
import { text } from '../text.zh.js'
import { columnsOf, extractRow } from './columns.js'
import { addVisibility, isBlank } from './fields.js'
import { RowGroups } from './row-groups.js'
import type { Table } from './table.js'

/** Of words and numbers in a row of sums, as 合　　计 and 1,234,567.00 are. */
const LONGEST_TOTAL = 40

type Rows = Pick<Table, 'labels' | 'rows'> & Partial<Table> & { across?: ReadonlySet<number> }

/**
 * The records of a table, a row each. Positions are row numbers from 1, the heading row not counted, after `before`
 * rows of tables before. A table without a column of text is skipped: it lists records, it holds none. A row
 * of sums is told and left out.
 * `across` are the places of rows that are merged into one cell; `onProgress` is called for each row.
 */
export function recordsOfRows(
  { labels, rows, titles = [], faults = [], across = new Set() }: Rows,
  before: number,
  extra: ExtraLabels | undefined,
  onProgress: () => void,
): FileContent {
  const columns = columnsOf(labels, extra)
  if (!columns.some(({ meaning }) => isTextMeaning(meaning)))
    return { records: [], skipped: text.skipped.noText(labels.join('、')), rejected: [] }
  const result: FileContent = { records: [], skipped: null, rejected: [] }
  const notes: PartNote[] = []
  const statesVisibility = columns.some(({ meaning }) => meaning === 'visibility' || meaning === 'open')
  const reject = (record: number, reason: string): void => {
    result.rejected.push({ record, field: null, reason })
    // What such a row says of its visibility is not known.
    result.withheld ||= statesVisibility || groups.closed !== null
  }
  const groups = new RowGroups(titles)
  const faultOf = new Map(faults.map((fault) => [fault.row, fault]))
  rows.forEach((cells, index) => {
    onProgress()
    const position = before + index + 1
    const fault = faultOf.get(index)
    if (fault && !fault.recovered) return reject(position, text.rejected.quotes(...fault.lines))
    if (cells.every(isBlank)) return
    if (groups.next(cells, across.has(index))) {
      const message = across.has(index) ? text.warnings.group : text.warnings.groupName
      return notes.push({ record: position, message })
    }
    // Exports that were put together, and printed pages, have their heading row again.
    if (isHeading(cells, labels)) return notes.push({ record: position, message: text.warnings.headingAgain })
    if (isTotal(cells)) return notes.push({ record: position, message: text.warnings.total })
    if (fault) notes.push({ record: position, message: text.warnings.quotes(fault.lines[0]) })
    if (cells.length > labels.length) return reject(position, text.rejected.csv(labels.length, cells.length))
    const record = extractRow(columns, cells, position, extra)
    if (groups.closed !== null) addVisibility(record, groups.closed, text.from.group(groups.closed))
    result.records.push(record)
  })
  if (result.records.length + result.rejected.length === 0) result.skipped = text.skipped.noRows
  return notes.length === 0 ? result : { ...result, notes }
}

function isHeading(cells: readonly string[], labels: readonly string[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell)).length
  return filled > 1 && labels.every((label, column) => (cells[column] ?? '').trim() === label.trim())
}

const TOTAL = /^(合计|总计|小计|共计)[:：]?$/
const NUMBER = /^[-+]?[\d,，]+(\.\d+)?%?$/

/** Whether a row says nothing but the sum of others. */
function isTotal(cells: readonly string[]): boolean {
  let isSum = false
  for (const cell of cells) {
    if (isBlank(cell)) continue
    if (cell.length > LONGEST_TOTAL) return false
    const word = cell.replace(/\s/g, '')
    if (TOTAL.test(word)) isSum = true
    else if (!NUMBER.test(word)) return false
  }
  return isSum
}
