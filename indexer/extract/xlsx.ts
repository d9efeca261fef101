import { labelMeaning, type ExtraLabels } from '../labels.js'
import type { FileContent } from '../record.js'
import { text } from '../text.zh.js'
import { addParagraphs, emptyRecord, isBlank } from './fields.js'
import { takeHead } from './head-pairs.js'
import { OfficeZip } from './office-zip.js'
import { one, skip } from './outcome.js'
import { recordsOfRows } from './rows.js'

/** A title and a note may stand above the row of headings. */
const MAX_ROWS_ABOVE = 4
/** So many known labels make a row one of headings. */
const MIN_LABELS = 2
/** Cells of the rectangle from the first to the last one of a sheet, empty ones included. */
const MAX_CELLS = 10_000_000
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i
const CELL = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"/g

interface SheetRows {
  name: string
  rows: string[][]
}

/**
 * Reads a workbook: sheets whose rows have a heading row are records, a row each, counted through all sheets; a
 * workbook without any is one document of text.
 */
export async function extractXlsx(
  bytes: Buffer,
  extra: ExtraLabels | undefined,
  onProgress: () => void,
): Promise<FileContent> {
  const zip = await OfficeZip.open(bytes)
  await zip.check()
  if (await isVast(zip)) return skip(text.skipped.vast(MAX_CELLS / 10_000))
  // The module for Node unpacks a stream, and waits for ever where one does not end as it should.
  const { default: readWorkbook } = await import('read-excel-file/universal')
  const workbook = await readWorkbook(Uint8Array.from(bytes).buffer).catch(() => null)
  // The library fails on parts that are cut off or missing in many ways.
  if (workbook === null) return skip(text.skipped.broken(text.kinds.xlsx))
  const sheets = workbook.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => trimmed(row.map(cellText))),
  }))
  const tables = sheets.flatMap(({ rows }) => {
    const at = headingRow(rows, extra)
    return at < 0 ? [] : [{ labels: rows[at]!, rows: rows.slice(at + 1) }]
  })
  if (tables.length === 0) return asText(sheets, extra)
  const content: FileContent = { records: [], skipped: null, rejected: [] }
  let before = 0
  for (const { labels, rows } of tables) {
    const found = recordsOfRows(labels, rows, before, extra, onProgress)
    content.records.push(...found.records)
    content.rejected.push(...found.rejected)
    content.skipped ??= found.skipped
    before += rows.length
  }
  return content.records.length + content.rejected.length > 0 ? { ...content, skipped: null } : content
}

/** Whether a sheet reaches so far, by its cells and not by what it says of itself, that the library would drown in it. */
async function isVast(zip: OfficeZip): Promise<boolean> {
  for (const name of zip.names.filter((one) => SHEET.test(one))) {
    let [right, bottom] = [0, 0]
    for (const [, column, row] of (await zip.part(name))?.matchAll(CELL) ?? []) {
      right = Math.max(
        right,
        [...column!].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0),
      )
      bottom = Math.max(bottom, Number(row))
    }
    if (right * bottom > MAX_CELLS) return true
  }
  return false
}

function headingRow(rows: readonly string[][], extra?: ExtraLabels): number {
  return rows
    .slice(0, MAX_ROWS_ABOVE + 1)
    .findIndex((row) => row.filter((cell) => labelMeaning(cell, extra) !== null).length >= MIN_LABELS)
}

function asText(sheets: readonly SheetRows[], extra?: ExtraLabels): FileContent {
  const record = emptyRecord(null)
  const filled = sheets.filter(({ rows }) => rows.some((row) => !row.every(isBlank)))
  for (const { name, rows } of filled) {
    if (filled.length > 1) record.headings.push({ paragraph: record.paragraphs.push(name) - 1, level: 1 })
    addParagraphs(
      record,
      rows.map((row) => row.filter((cell) => !isBlank(cell)).join('\u3000')),
    )
  }
  if (record.paragraphs.length === 0) return skip(text.skipped.noWords(text.kinds.xlsx))
  takeHead(record, extra)
  return one(record)
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  // Days come as midnight in UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value as string | number | boolean)
}

/** Without the empty cells at its end. */
function trimmed(row: string[]): string[] {
  return row.slice(0, row.findLastIndex((cell) => !isBlank(cell)) + 1)
}
