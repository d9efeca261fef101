import type { TextKind } from './text-kind.js'

/** Where a cell stands in its paragraph, from and up to which UTF-16 code unit; white space around it is left out. */
export type Cell = readonly [start: number, end: number]

/** Paragraphs one after another that are the rows of one table. */
export interface TableRows {
  /** Index of the first paragraph. */
  first: number
  /** As many cells in each row. */
  rows: Cell[][]
  /** The first row names the columns. */
  hasHeader: boolean
  /** For each column, whether its values are figures. */
  figures: boolean[]
}

/** Fewer rows may be lines that happen to be alike. */
const LEAST_ROWS = 3
/** Two cells may also be a number and its heading (第一章　总则): there figures must tell that it is a table. */
const TELLING_COLUMNS = 3
/** What may stand in a table: no headings, salutations or signatures. */
const KINDS: readonly TextKind[] = ['text', 'byline']
const FIGURE = /^[-+−–]?\d[\d,，.\s]*[%％‰]?$/
/** Stands where there is no figure. */
const NO_FIGURE = /^[-—–…]+$/
const YEAR = /^(?:1[89]|20)\d\d年?$/

/**
 * Finds tables in a text whose paragraphs have only the ideographic spaces that readers of files set between cells
 * (or the bars of a Markdown row that was not read as one). What is not certainly a table is in none.
 */
export function findTables(paragraphs: readonly string[], kinds: readonly TextKind[]): TableRows[] {
  const rows = paragraphs.map((text, index) => (KINDS.includes(kinds[index]!) ? cellsOf(text) : []))
  const tables: TableRows[] = []
  for (let first = 0, end: number; first < rows.length; first = end) {
    const columns = rows[first]!.length
    end = first + 1
    while (end < rows.length && rows[end]!.length === columns) end++
    const table = columns > 1 ? tableOf(paragraphs, first, rows.slice(first, end)) : null
    if (table) tables.push(table)
  }
  return tables
}

function cellsOf(text: string): Cell[] {
  const separator = /^\s*\|.*\|\s*$/.test(text) ? '|' : '　'
  let next = 0
  const cells = text.split(separator).map((piece) => {
    const start = next
    next += piece.length + 1
    return trimmed(text, start, start + piece.length)
  })
  // Empty cells of Markdown rows have no place in other rows either.
  return separator === '|' ? cells.filter(([start, end]) => start < end) : cells
}

function trimmed(text: string, start: number, end: number): Cell {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return [start, end]
}

function tableOf(paragraphs: readonly string[], at: number, all: Cell[][]): TableRows | null {
  const valuesOf = (row: Cell[], index: number): string[] =>
    row.map(([start, end]) => paragraphs[at + index]!.slice(start, end))
  const allValues = all.map(valuesOf)
  // Of two columns, what comes before the last row without a figure is a caption, or no part of it.
  const skipped =
    allValues[0]!.length < TELLING_COLUMNS
      ? Math.max(
          0,
          allValues.findLastIndex((row) => !isFigure(row.at(-1)!)),
        )
      : 0
  const values = allValues.slice(skipped)
  const columns = values[0]!.map((_, column) => values.map((row) => row[column]!))
  if (values.length < LEAST_ROWS || columns.some((cells) => cells.every((cell) => cell === ''))) return null
  const figures = columns.map(([, ...below]) => below.filter(isFigure).length * 2 > below.length)
  const hasHeader = figures.includes(true) && values[0]!.every((cell) => !FIGURE.test(cell) || YEAR.test(cell))
  return { first: at + skipped, rows: all.slice(skipped), hasHeader, figures }
}

const isFigure = (cell: string): boolean => FIGURE.test(cell) || NO_FIGURE.test(cell)
