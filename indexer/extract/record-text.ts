import { labelMeaning, type ExtraLabels } from '../labels.js'
import type { ExtractedRecord } from '../record.js'
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

/** Reads one exported record: the metadata table, then the text with a paragraph a line. */
export function extractRecordText(content: string, extra?: ExtraLabels): ExtractedRecord {
  const record = emptyRecord(null)
  const lines = content.split('\n')
  if (TABLE_LINE.test(firstLine(lines))) {
    const filled = lines.filter((line) => !isBlank(line))
    const end = filled.findIndex((line) => !TABLE_LINE.test(line.trim()))
    const table = end < 0 ? filled : filled.slice(0, end)
    for (const line of table) readTableLine(record, line, extra)
    addParagraphs(record, filled.slice(table.length))
    return record
  }
  const head = readPlainHead(lines, extra)
  for (const [label, value] of head.pairs) setByLabel(record, label, [value], labelFrom(label), extra)
  addParagraphs(record, [head.firstLine ?? '', ...lines.slice(head.length)])
  return record
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
