import type { ExtraLabels } from '../labels.js'
import type { FileContent, PartNote } from '../record.js'
import { text } from '../text.zh.js'
import { closedRows } from './closed-rows.js'
import { addParagraphs, emptyRecord, isBlank } from './fields.js'
import { takeHead } from './head-pairs.js'
import { findHeading } from './heading.js'
import { hiddenSheets } from './hidden-sheets.js'
import { isAcross, mergedCells, withMerged, type Range } from './merged-cells.js'
import { OfficeZip } from './office-zip.js'
import { one, skip } from './outcome.js'
import { onlyCell } from './row-groups.js'
import { recordsOfRows } from './rows.js'

/** Cells of the rectangle from the first to the last one of a sheet, empty ones included. */
const MAX_CELLS = 10_000_000
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i
const CELL = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"/g

interface SheetRows {
  name: string
  rows: string[][]
  merged: readonly Range[]
}

/**
 * Reads a workbook: sheets whose rows have a heading row are records, a row each, counted through all sheets, and
 * the other sheets are named in a note; a workbook without any is one document of text.
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
  const merged = await mergedCells(zip)
  const hidden = await hiddenSheets(zip)
  const all = workbook.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => trimmed(row.map(cellText))),
    merged: merged.get(sheet) ?? [],
  }))
  const sheets = all.filter(({ name }) => !hidden.has(name))
  const isText = sheets.every(({ rows, merged: ranges }) => findHeading(withMerged(rows, ranges), extra) === null)
  const content = isText ? asText(sheets, extra) : asRecords(sheets, extra, onProgress)
  // Who opens the workbook does not see them, and may have meant nobody to.
  const notes = all
    .filter(({ name, rows }) => hidden.has(name) && !rows.every(isEmpty))
    .map(({ name }) => ({ record: null, message: text.warnings.sheet(name, text.skipped.hiddenSheet) }))
  return notes.length === 0 ? content : { ...content, notes: [...(content.notes ?? []), ...notes], withheld: true }
}

/** The records of all sheets that hold some; each sheet with anything else in it is named with the reason. */
function asRecords(sheets: readonly SheetRows[], extra: ExtraLabels | undefined, onProgress: () => void): FileContent {
  const content: FileContent = { records: [], skipped: null, rejected: [] }
  const notes: PartNote[] = []
  const leftOut: { name: string; reason: string }[] = []
  let before = 0
  for (const { name, rows: printed, merged } of sheets) {
    const rows = withMerged(printed, merged)
    const heading = findHeading(rows, extra)
    if (heading === null) {
      if (!rows.every(isEmpty)) leftOut.push({ name, reason: text.skipped.noHeading })
      content.withheld ||= closedRows(name, rows, extra).size > 0
      continue
    }
    const below = rows.slice(heading.at + 1)
    if (heading.isDouble) below[0] = []
    const across = new Set(
      merged.filter((range) => isAcross(range, heading.labels.length)).map(({ top }) => top - heading.at - 1),
    )
    const titles = [name, ...rows.slice(0, heading.at).flatMap((row) => onlyCell(row) ?? [])]
    const found = recordsOfRows({ titles, labels: heading.labels, rows: below, across }, before, extra, onProgress)
    // There may be more of them than a call takes arguments.
    content.records = content.records.concat(found.records)
    content.rejected = content.rejected.concat(found.rejected)
    for (const note of found.notes ?? []) notes.push(note)
    if (found.skipped !== null) leftOut.push({ name, reason: found.skipped })
    content.withheld ||= found.withheld ?? (found.skipped !== null && closedRows(name, rows, extra).size > 0)
    before += below.length
  }
  const named = leftOut.map(({ name, reason }) => text.warnings.sheet(name, reason))
  if (content.records.length + content.rejected.length === 0)
    return skip(leftOut.length === 1 ? leftOut[0]!.reason : named.join('；'))
  for (const message of named) notes.push({ record: null, message })
  return notes.length === 0 ? content : { ...content, notes }
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

function asText(sheets: readonly SheetRows[], extra?: ExtraLabels): FileContent {
  const record = emptyRecord(null)
  const filled = sheets.filter(({ rows }) => !rows.every(isEmpty))
  const notes: PartNote[] = []
  for (const { name, rows } of filled) {
    const closed = closedRows(name, rows, extra)
    if (filled.length > 1 && closed.size < rows.length)
      record.headings.push({ paragraph: record.paragraphs.push(name) - 1, level: 1 })
    if (closed.size > 0) notes.push({ record: null, message: text.warnings.closedRows(name, closed.size) })
    addParagraphs(
      record,
      rows.filter((_, at) => !closed.has(at)).map((row) => row.filter((cell) => !isBlank(cell)).join('\u3000')),
    )
  }
  if (record.paragraphs.length === 0)
    return skip(notes.map(({ message }) => message).join('；') || text.skipped.noWords(text.kinds.xlsx))
  takeHead(record, extra)
  return notes.length === 0 ? one(record) : { ...one(record), notes, withheld: true }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  // Days come as midnight in UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value as string | number | boolean)
}

const isEmpty = (row: readonly string[]): boolean => row.every(isBlank)

/** Without the empty cells at its end. */
function trimmed(row: string[]): string[] {
  return row.slice(0, row.findLastIndex((cell) => !isBlank(cell)) + 1)
}
