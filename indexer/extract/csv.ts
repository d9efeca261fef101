import type { ExtraLabels } from '../labels.js'
import type { FileContent } from '../record.js'
import { recordsOfRows } from './rows.js'
import { readTable } from './table.js'

/** Reads a table with a heading row (RFC 4180, comma, semicolon or tab), a record a row. */
export function extractCsv(content: string, extra?: ExtraLabels, onProgress = (): void => undefined): FileContent {
  const { labels, rows } = readTable(content)
  return recordsOfRows(labels, rows, 0, extra, onProgress)
}
