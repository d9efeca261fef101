import { labelMeaning, type ExtraLabels } from '../labels.js'
import type { ExtractedRecord, RawField } from '../record.js'
import { addParagraphs, emptyRecord, isBlank, labelFrom, setByLabel } from './fields.js'
import { readPlainHead } from './plain-head.js'

/** A line of the metadata table: `label: | value | label: | value | ||`. */
const TABLE_LINE = /^[^|]{1,24}[:：]\s*\|/
/** Whether a text begins with metadata shows within so many lines. */
const BEGINNING = 50

/** True for a text that begins with the metadata table of an exported record, or with a plain head of known labels. */
export function isRecordText(content: string, extra?: ExtraLabels): boolean {
  const lines = content.split('\n', BEGINNING)
  return TABLE_LINE.test(firstLine(lines)) || readPlainHead(lines, extra).pairs.length > 0
}

const firstLine = (lines: readonly string[]): string => lines.find((line) => !isBlank(line))?.trim() ?? ''

/** Reads exported records, nearly always one: the metadata table, then the text with a paragraph a line. */
export function extractRecordTexts(content: string, extra?: ExtraLabels): ExtractedRecord[] {
  const lines = content.split('\n')
  if (!TABLE_LINE.test(firstLine(lines))) return [readPlain(lines, extra)]
  const filled = lines.filter((line) => !isBlank(line))
  const starts = filled.flatMap((_, at) => (at === 0 || beginsRecord(filled, at, extra) ? [at] : []))
  return starts.map((start, index) => {
    const record = emptyRecord(starts.length === 1 ? null : index + 1)
    const own = filled.slice(start, starts[index + 1])
    const table = tableAt(own, 0)
    for (const line of table) readTableLine(record, line, extra)
    addParagraphs(record, own.slice(table.length))
    return record
  })
}

function readPlain(lines: readonly string[], extra?: ExtraLabels): ExtractedRecord {
  const record = emptyRecord(null)
  const head = readPlainHead(lines, extra)
  for (const [label, value] of head.pairs) setByLabel(record, label, [value], labelFrom(label), extra)
  addParagraphs(record, [head.firstLine ?? '', ...lines.slice(head.length)])
  return record
}

function tableAt(lines: readonly string[], start: number): readonly string[] {
  let end = start
  while (end < lines.length && TABLE_LINE.test(lines[end]!.trim())) end++
  return lines.slice(start, end)
}

/** What a record is known by: a table in a text has other labels. */
const NAMING: ReadonlySet<RawField> = new Set(['title', 'index_number', 'doc_number'])
const MIN_LABELS = 2

/** Whether the metadata table of another record begins on a line below a text. */
function beginsRecord(lines: readonly string[], at: number, extra?: ExtraLabels): boolean {
  if (!TABLE_LINE.test(lines[at]!.trim()) || TABLE_LINE.test(lines[at - 1]!.trim())) return false
  const head = emptyRecord(null)
  const table = tableAt(lines, at)
  for (const line of table) readTableLine(head, line, extra)
  const fields = Object.keys(head.fields) as RawField[]
  return fields.length >= MIN_LABELS && fields.some((field) => NAMING.has(field))
}

function readTableLine(record: ExtractedRecord, line: string, extra?: ExtraLabels): void {
  const cells = line
    .trim()
    .split('|')
    .map((cell) => cell.trim())
  let label: string | null = null
  let values: string[] = []
  let closed = false
  const store = (): void => {
    if (label !== null) setByLabel(record, label, [values.join(' | ')], labelFrom(label), extra)
  }
  for (const cell of cells) {
    // A cell that ends in a colon is a label where one is due; a title may end in a colon too.
    if (/[:：]$/.test(cell) && (label === null || closed || labelMeaning(cell, extra) !== null)) {
      store()
      label = cell
      values = []
      closed = false
    } else {
      if (cell !== '') values.push(cell)
      closed = true
    }
  }
  store()
}
