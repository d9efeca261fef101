import type { ExtraLabels } from '../labels.js'
import type { FileContent } from '../record.js'
import { text } from '../text.zh.js'
import { columnsOf, extractRow } from './columns.js'
import { isBlank } from './fields.js'

/**
 * The records of a table, a row each. Positions are row numbers from 1, the heading row not counted, after `before`
 * rows of tables before. A table without a column of text is skipped: it lists records, it holds none.
 * `onProgress` is called for each row.
 */
export function recordsOfRows(
  labels: readonly string[],
  rows: readonly string[][],
  before: number,
  extra: ExtraLabels | undefined,
  onProgress: () => void,
): FileContent {
  const columns = columnsOf(labels, extra)
  if (!columns.some(({ meaning }) => meaning === 'body' || meaning === 'abstract'))
    return { records: [], skipped: text.skipped.noText(labels.join('、')), rejected: [] }
  const result: FileContent = { records: [], skipped: null, rejected: [] }
  rows.forEach((cells, index) => {
    onProgress()
    if (cells.every(isBlank)) return
    const position = before + index + 1
    if (cells.length > labels.length)
      result.rejected.push({ record: position, field: null, reason: text.rejected.csv(labels.length, cells.length) })
    else result.records.push(extractRow(columns, cells, position, extra))
  })
  if (rows.every((cells) => cells.every(isBlank))) result.skipped = text.skipped.noRows
  return result
}
