import type { Cell, Line } from './line.js'

/** With fewer columns a cell that is missing is the first or the last one, where nothing moves. */
const MIN_COLUMNS = 3
/** In characters: rows of one table follow each other within this. */
const NEAR = 4

/**
 * Keeps a place for the empty cells of tables: where a row has fewer cells than the fullest one of its table, and they
 * stand below the cells of others, one more ideographic space for each column that is passed over.
 */
export function withEmptyCells(lines: readonly Line[]): Line[] {
  return tablesOf(lines).flatMap((table) => {
    const columns = columnsOf(table)
    return columns.length < MIN_COLUMNS ? table : table.map((line) => placed(line, columns))
  })
}

/** Lines that follow each other closely. */
function tablesOf(lines: readonly Line[]): Line[][] {
  const tables: Line[][] = []
  let before: Line | null = null
  for (const line of lines) {
    const goesOn = before?.page === line.page && Math.abs(line.y - before.y) <= NEAR * line.size
    if (goesOn) tables.at(-1)!.push(line)
    else tables.push([line])
    before = line
  }
  return tables
}

/** From where to where the columns go, by the rows that have most cells; none where these are not one below another. */
function columnsOf(table: readonly Line[]): Cell[] {
  const count = table.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const full = table.filter(({ cells }) => cells.length === count).map(({ cells }) => cells)
  const columns = Array.from({ length: count }, (_, at) => ({
    left: full.reduce((least, cells) => Math.min(least, cells[at]!.left), Infinity),
    right: full.reduce((most, cells) => Math.max(most, cells[at]!.right), -Infinity),
  }))
  return columns.every(({ left }, at) => at === 0 || left > columns[at - 1]!.right) ? columns : []
}

function placed(line: Line, columns: readonly Cell[]): Line {
  const { cells } = line
  const texts = line.text.split('\u3000')
  if (cells.length < 2 || cells.length === columns.length || texts.length !== cells.length) return line
  const places = cells.map((cell) => columns.findIndex(({ left, right }) => cell.left <= right && cell.right >= left))
  // A cell below none of the columns, or below several, tells that this is another table.
  const isRow = places.every(
    (place, at) => place > (places[at - 1] ?? -1) && !reachesNext(cells[at]!, columns[place + 1]),
  )
  if (!isRow) return line
  const gap = (at: number): string => '\u3000'.repeat(at === 0 ? 0 : places[at]! - places[at - 1]!)
  return { ...line, text: texts.map((cell, at) => gap(at) + cell).join('') }
}

const reachesNext = (cell: Cell, next: Cell | undefined): boolean => next !== undefined && cell.right >= next.left
