import type { ExtraLabels } from '../labels.js'
import { delimiterOf } from './delimiter.js'
import { isBlank } from './fields.js'
import { HEADING_WITHIN, headingOf } from './heading.js'
import { onlyCell } from './row-groups.js'
import { RowReader, type Row } from './row-reader.js'

/** A row whose quotes do not pair. */
export interface RowFault {
  /** Its place among the rows, from 0. */
  row: number
  /** The first and the last line of the file that it takes, from 1. */
  lines: [number, number]
  /** Whether its line gave the right number of cells without quotes; else the row is empty. */
  recovered: boolean
}

export interface Table {
  /** What stands above the heading row. */
  titles: string[]
  labels: string[]
  rows: string[][]
  faults: RowFault[]
}

/** The heading row of a delimited table, below a title if there is one, and the rows below it. */
export function readTable(content: string, extra?: ExtraLabels): Table {
  const { delimiter, start } = delimiterOf(content, extra)
  const reader = new RowReader(content, delimiter)
  const first: Row[] = []
  for (let at = start; at < content.length && first.length < HEADING_WITHIN; at = first.at(-1)!.end)
    first.push(reader.row(at) ?? reader.line(at))
  const { labels, at, isDouble } = headingOf(
    first.map(({ cells }) => cells),
    extra,
  )
  const { rows, faults } = readRows(content, first[at]?.end ?? content.length, delimiter, labels.length)
  if (isDouble) rows[0] = []
  const titles = first.slice(0, at).flatMap(({ cells }) => onlyCell(cells) ?? [])
  return { titles, labels, rows, faults }
}

/** The rows from `start` on. A row whose quotes do not pair is read as the line that it is, if that has `width` cells. */
function readRows(content: string, start: number, delimiter: string, width: number): Pick<Table, 'rows' | 'faults'> {
  const reader = new RowReader(content, delimiter)
  const rows: string[][] = []
  const faults: RowFault[] = []
  /** The fault that the lines at hand may still belong to. */
  let open: RowFault | null = null
  let line = 1 + breaksIn(content, 0, start)
  for (let at = start; at < content.length;) {
    const whole = reader.row(at)
    const { cells, end } = whole ?? reader.line(at)
    const next = line + breaksIn(content, at, end)
    const isEmpty = cells.every(isBlank)
    if (open && !isEmpty && cells.length < width) {
      // The text of the faulty row went on over several lines: none of them is a row.
      rows[open.row] = []
      open.recovered = false
      open.lines[1] = next - 1
    } else {
      const recovered = cells.length === width
      rows.push(whole || recovered ? cells : [])
      if (whole === null) faults.push((open = { row: rows.length - 1, lines: [line, line], recovered }))
      else if (!isEmpty) open = null
    }
    line = next
    at = end
  }
  return { rows, faults }
}

function breaksIn(content: string, start: number, end: number): number {
  let count = 0
  for (let at = content.indexOf('\n', start); at >= 0 && at < end; at = content.indexOf('\n', at + 1)) count++
  return count
}
