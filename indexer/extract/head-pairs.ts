import { labelMeaning, type ExtraLabels } from '../labels.js'
import type { ExtractedRecord } from '../record.js'
import { labelFrom, setByLabel } from './fields.js'

export type Pair = [label: string, value: string]

/** `label：value`. */
const PAIR = /^([^:：|]{1,16})[:：]\s*(.*)$/
/** Where a line may end one cell and begin another. */
const CELL_BREAK = /\t+|\u3000+| {2,}/
/** A label may be spread over so many cells: 索　引　号. */
const MAX_LABEL_CELLS = 4
/** So many known labels make a head of metadata: one alone may be a sentence of the text. */
export const MIN_PAIRS = 2
/** Above the head, a title or the name of the form may stand. */
const MAX_LINES_ABOVE = 3

/** A label of a field; the text of a record is never a value of its metadata table. */
export function isFieldLabel(label: string, extra?: ExtraLabels): boolean {
  const meaning = labelMeaning(label, extra)
  return meaning !== null && meaning !== 'body' && meaning !== 'abstract'
}

/**
 * What a line of a metadata table says: `label：value` once or several times, or cells of labels and values in turn.
 * Null for a line of text.
 */
export function pairsOf(line: string, extra?: ExtraLabels): Pair[] | null {
  const words = line.trim().split(/\s+/)
  // Cells that stand close together are told by the label that the line begins with.
  const isClose = words.length > 1 && isFieldLabel(words[0]!, extra)
  return pairsOfCells(line.trim().split(CELL_BREAK), extra) ?? (isClose ? pairsOfCells(words, extra) : null)
}

function pairsOfCells(cells: readonly string[], extra?: ExtraLabels): Pair[] | null {
  const pairs: Pair[] = []
  for (let at = 0; at < cells.length;) {
    const found = labelAt(cells, at, extra)
    if (found) {
      pairs.push([found.label, found.value])
      at = found.next
    } else if (pairs.length === 0) return null
    else {
      // The value goes on; an unknown label shows by its colon.
      const unknown = PAIR.exec(cells[at]!)
      if (unknown && !/[，。；]/.test(unknown[1]!)) pairs.push([unknown[1]!, unknown[2]!])
      else pairs.at(-1)![1] = `${pairs.at(-1)![1]} ${cells[at]!}`.trim()
      at++
    }
  }
  return pairs
}

function labelAt(
  cells: readonly string[],
  at: number,
  extra?: ExtraLabels,
): { label: string; value: string; next: number } | null {
  for (let count = 1; count <= MAX_LABEL_CELLS && at + count <= cells.length; count++) {
    const cell = cells.slice(at, at + count).join('')
    const pair = PAIR.exec(cell)
    if (pair && isFieldLabel(pair[1]!, extra)) {
      const isValueApart = pair[2] === '' && at + count < cells.length && !labelAt(cells, at + count, extra)
      const next = at + count + (isValueApart ? 1 : 0)
      return { label: pair[1]!, value: isValueApart ? cells[next - 1]! : pair[2]!, next }
    }
    // Without a colon only a cell of its own is a label, and what follows is its value.
    if (pair || cells.length < 2 || !isFieldLabel(cell, extra)) continue
    const isEmpty = at + count >= cells.length || labelAt(cells, at + count, extra) !== null
    return { label: cell, value: isEmpty ? '' : cells[at + count]!, next: at + count + (isEmpty ? 0 : 1) }
  }
  return null
}

/** Takes the metadata table at the head of the record's paragraphs for what it is, if there is one. */
export function takeHead(record: ExtractedRecord, extra?: ExtraLabels): void {
  for (let start = 0; start <= MAX_LINES_ABOVE && start < record.paragraphs.length; start++) {
    const rows: Pair[][] = []
    for (const line of record.paragraphs.slice(start)) {
      const pairs = pairsOf(line, extra)
      if (pairs === null) break
      rows.push(pairs)
    }
    if (rows.flat().length < MIN_PAIRS) continue
    for (const [label, value] of rows.flat()) setByLabel(record, label, [value], labelFrom(label), extra)
    removeParagraphs(record, start, rows.length)
    return
  }
}

function removeParagraphs(record: ExtractedRecord, start: number, count: number): void {
  record.paragraphs.splice(start, count)
  record.headings = record.headings
    .filter(({ paragraph }) => paragraph < start || paragraph >= start + count)
    .map(({ paragraph, level }) => ({ paragraph: paragraph < start ? paragraph : paragraph - count, level }))
}
