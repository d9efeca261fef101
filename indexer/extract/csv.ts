import type { ExtraLabels } from '../labels.js'
import type { FileContent } from '../record.js'
import { recordsOfRows } from './rows.js'
import { readTable } from './table.js'

/**
 * Reads a table with a heading row (RFC 4180, comma, semicolon, tab or bar), a record a row. A row whose quotes do not pair
 * is told or rejected, and costs no other.
 */
export function extractCsv(content: string, extra?: ExtraLabels, onProgress = (): void => undefined): FileContent {
  return recordsOfRows(readTable(content, extra), 0, extra, onProgress)
}
