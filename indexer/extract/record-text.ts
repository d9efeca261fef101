import { labelMeaning, type ExtraLabels } from '../labels.js'
import type { ExtractedRecord } from '../record.js'
import { addParagraphs, emptyRecord, isBlank, labelFrom, setByLabel } from './fields.js'

/** A line of the metadata table: `label: | value | label: | value | ||`. */
const TABLE_LINE = /^[^|]{1,24}[:：]\s*\|/
/** A line of a plain head: `label：value`. */
const HEAD_LINE = /^([^:：|]{1,16})[:：]\s*(\S.*)?$/
/** So many lines of a plain head must follow each other: one alone may be a sentence of the text. */
const HEAD_LINES = 2

/** True for a text that begins with the metadata table of an exported record, or with a plain head of known labels. */
export function isRecordText(content: string, extra?: ExtraLabels): boolean {
  const lines = content.split('\n', 50).filter((line) => !isBlank(line))
  return TABLE_LINE.test(lines[0]?.trim() ?? '') || plainHead(lines, extra) >= HEAD_LINES
}

/** Reads one exported record: the metadata table, then the text with a paragraph a line. */
export function extractRecordText(content: string, extra?: ExtraLabels): ExtractedRecord {
  const record = emptyRecord(null)
  const lines = content.split('\n').filter((line) => !isBlank(line))
  let line = 0
  for (; line < lines.length && TABLE_LINE.test(lines[line]!.trim()); line++) readTableLine(record, lines[line]!, extra)
  if (line === 0) {
    const end = plainHead(lines, extra)
    for (; line < end; line++) {
      const [, label = '', value = ''] = HEAD_LINE.exec(lines[line]!.trim())!
      setByLabel(record, label, [value], labelFrom(label), extra)
    }
  }
  addParagraphs(record, lines.slice(line))
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

/** How many lines at the beginning are `label：value` with a known label that is no text. */
function plainHead(lines: string[], extra?: ExtraLabels): number {
  let count = 0
  for (const line of lines) {
    const label = HEAD_LINE.exec(line.trim())?.[1]
    const meaning = label === undefined ? null : labelMeaning(label, extra)
    if (meaning === null || meaning === 'body' || meaning === 'abstract') break
    count++
  }
  return count
}
