import { isTextMeaning, labelMeaning, type ExtraLabels } from '../labels.js'
import type { ExtractedRecord } from '../record.js'
import { keepsBack } from '../visibility-words.js'
import { labelFrom, setByLabel } from './fields.js'

export type Pair = [label: string, value: string]

/** `label：value`. */
const PAIR = /^([^:：|]{1,16})[:：]\s*(.*)$/
/** Where a line may end one cell and begin another. */
export const CELL_BREAK = /\t+|\u3000+| {2,}/
/** One space is enough where a label with its colon follows: 发布日期：2021-01-15 来源：某局. */
export const NEXT_LABEL = /(?<!\s)\s+(?=[\p{Script=Han}]{2,8}[:：](?!\/\/))/u
/** A label may be spread over so many cells: 索　引　号. */
const MAX_LABEL_CELLS = 4
/** So many known labels make a head of metadata: one alone may be a sentence of the text. */
export const MIN_PAIRS = 2
/** A known label must follow an unknown one within so many lines. */
const LOOK_AHEAD = 3
/** Above the head, a title or the name of the form may stand. */
const MAX_LINES_ABOVE = 3

/** What has one value, in one cell. */
const ONE_CELL = new Set<string>([
  'visibility',
  'open',
  'written',
  'published',
  'effective',
  'validity',
  'doc_number',
  'index_number',
])
/** What the cell after such a value may be called: 签发人, 主送. Not 三月 of a spaced date, nor what limits disclosure. */
const FORM_LABEL = /^(?!.*[公开密年月日号])[\p{Script=Han}\s]{2,8}$/u

/** A label of a field; the text of a record is never a value of its metadata table. */
export function isFieldLabel(label: string, extra?: ExtraLabels): boolean {
  const meaning = labelMeaning(label, extra)
  return meaning !== null && !isTextMeaning(meaning)
}

/** What may be a label that no one knows: short, without a mark; its value on the same line. */
const UNKNOWN = /^([\p{Script=Han}A-Za-z（）() \u3000]{2,12})[:：]\s*(\S.{0,99})$/u

/** `label：value` with a label that no field takes; whether it is one shows by the lines around it. Null for a sentence. */
export function unknownPair(line: string): Pair | null {
  const [, label, value] = UNKNOWN.exec(line.trim()) ?? []
  return label === undefined || /[。；]$/.test(value!) ? null : [label.trim(), value!]
}

/**
 * What a line of a metadata table says: `label：value` once or several times, or cells of labels and values in turn.
 * Null for a line of text.
 */
export function pairsOf(line: string, extra?: ExtraLabels): Pair[] | null {
  const words = line.trim().split(/\s+/)
  // Cells that stand close together are told by the label that the line begins with.
  const isClose = words.length > 1 && isFieldLabel(words[0]!, extra)
  const byLabels = line.trim().split(NEXT_LABEL)
  return (
    (byLabels.length > 1 ? pairsOfCells(byLabels, extra) : null) ??
    pairsOfCells(line.trim().split(CELL_BREAK), extra) ??
    (isClose ? pairsOfCells(words, extra) : null)
  )
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
      else if (isWhole(pairs.at(-1)!, extra) && isFormLabel(cells, at)) {
        const isEmpty = labelAt(cells, at + 1, extra) !== null
        pairs.push([cells[at]!, isEmpty ? '' : cells[++at]!])
      } else pairs.at(-1)![1] = `${pairs.at(-1)![1]} ${cells[at]!}`.trim()
      at++
    }
  }
  return pairs
}

/** Whether a cell is a label by its place. What keeps something back, in this cell or later, may limit the value before. */
const isFormLabel = (cells: readonly string[], at: number): boolean =>
  at + 1 < cells.length && FORM_LABEL.test(cells[at]!) && !keepsBack(cells.slice(at).join('').replace(/\s/g, ''))

/** Whether a pair has all its value: names of bodies, titles and keywords may go on in the next cell. */
const isWhole = ([label, value]: Pair, extra?: ExtraLabels): boolean =>
  value !== '' && ONE_CELL.has(labelMeaning(label, extra) ?? '')

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
    const { rows, known } = rowsFrom(record.paragraphs, start, extra)
    if (known < MIN_PAIRS) continue
    for (const [label, value] of rows.flat()) setByLabel(record, label, [value], labelFrom(label), extra)
    removeParagraphs(record, start, rows.length)
    return
  }
}

/** The lines of metadata from a line on, and how many of their pairs have labels that are known. */
function rowsFrom(
  paragraphs: readonly string[],
  start: number,
  extra?: ExtraLabels,
): { rows: Pair[][]; known: number } {
  const rows: Pair[][] = []
  let known = 0
  for (let at = start; at < paragraphs.length; at++) {
    const columns = columnsAt(paragraphs, at, extra)
    if (columns !== null) {
      known += columns.length
      rows.push(columns, [])
      at++
      continue
    }
    const pairs = pairsOf(paragraphs[at]!, extra)
    const unknown = pairs === null && known > 0 ? unknownPair(paragraphs[at]!) : null
    const row = pairs ?? (unknown !== null && isKnownBelow(paragraphs, at, extra) ? [unknown] : null)
    if (row === null) break
    known += pairs?.length ?? 0
    rows.push(row)
  }
  return { rows, known }
}

/** The pairs of a row of labels and the one row of values below it; null for a list with more rows, and anything else. */
function columnsAt(paragraphs: readonly string[], at: number, extra?: ExtraLabels): Pair[] | null {
  const [labels, values, next] = [at, at + 1, at + 2].map((line) => (paragraphs[line] ?? '').split(CELL_BREAK))
  const isPaired = labels!.length > 1 && values!.length === labels!.length && next!.length !== labels!.length
  if (!isPaired || !labels!.every((label) => isFieldLabel(label, extra))) return null
  return values!.some((value) => isFieldLabel(value, extra)) ? null : labels!.map((label, n) => [label, values![n]!])
}

/** A label that no one knows is one between labels that are known. */
function isKnownBelow(paragraphs: readonly string[], at: number, extra?: ExtraLabels): boolean {
  for (const line of paragraphs.slice(at + 1, at + 1 + LOOK_AHEAD)) {
    const pairs = pairsOf(line, extra)
    // 附件：may stand below the text as well as among metadata.
    if (pairs !== null)
      return pairs.some(([label]) => isFieldLabel(label, extra) && labelMeaning(label, extra) !== 'ignored')
    if (unknownPair(line) === null) return false
  }
  return false
}

function removeParagraphs(record: ExtractedRecord, start: number, count: number): void {
  record.paragraphs.splice(start, count)
  record.headings = record.headings
    .filter(({ paragraph }) => paragraph < start || paragraph >= start + count)
    .map(({ paragraph, level }) => ({ paragraph: paragraph < start ? paragraph : paragraph - count, level }))
}
