import { isWide, linesOf, NEAREST, rowsOf, type Cell, type Fragment, type Line } from './line.js'

/** Pieces of text nearer to each other than this, in characters, are of one cell. */
const WITHIN_CELL = 0.4
/** A line of a cell is full where it ends no further from the widest one than this, in characters. */
const SHORT = 1.6
/** Rows are further from each other than lines of a cell by this factor. */
const APART = 1.1
/** What is so wide, in characters, and goes on is a text and no name. */
const PROSE = 6
const FIGURE = /^[\d\s.,%％()（）+-]+$/
/** A row of a table has so many printed lines at most. */
const MOST_ROWS = 24

const MOST_CELLS = 2000

type Placed = Cell & { y: number }

/**
 * The lines of a page. Where the text of a cell stands in the middle of its row, beside cells of several lines, its lines
 * lie between theirs: the row is one line then, each cell with all of its words.
 */
export function linesOfCells(fragments: readonly Fragment[], page: number): Line[] {
  const printed = rowsOf(fragments)
  const all = printed.flatMap((row) =>
    linesOf(row, page).flatMap(({ cells, y }) => cells.map((cell) => ({ ...cell, y }))),
  )
  // No page is so full that anybody reads; each row is compared with all cells.
  if (all.length > MOST_CELLS) return linesOf(fragments, page)
  return staggered(printed).flatMap((rows) => {
    const own = rows.flat()
    const whole = rows.length < 2 || rows.length > MOST_ROWS ? null : rowOf(own, page, all)
    return whole === null ? linesOf(own, page) : [whole]
  })
}

/** Printed lines, those together that are too near to each other to be lines of one text. */
function staggered(rows: readonly Fragment[][]): Fragment[][][] {
  const groups: Fragment[][][] = []
  let before: Fragment[] | null = null
  for (const row of rows) {
    const isNear = before !== null && row[0]!.y - before[0]!.y < NEAREST * Math.min(sizeOf(row), sizeOf(before))
    if (isNear) groups.at(-1)!.push(row)
    else groups.push([row])
    before = row
  }
  return groups
}

const sizeOf = (row: readonly Fragment[]): number => row.reduce((least, { size }) => Math.min(least, size), Infinity)

/** The row of a table that the pieces of text are; null where they do not stand in columns beside each other. */
function rowOf(fragments: readonly Fragment[], page: number, all: readonly Placed[]): Line | null {
  const columns = columnsOf(fragments).map((column) => linesOf(column, page))
  const areTexts = columns.every((lines) =>
    lines.every((line, at) => at === 0 || line.y - lines[at - 1]!.y >= NEAREST * line.size),
  )
  if (columns.length < 2 || !areTexts || columns.every((lines) => lines.length < 2)) return null
  const cells: Cell[] = columns.map((lines) => ({
    left: lines.reduce((least, { left }) => Math.min(least, left), Infinity),
    right: lines.reduce((most, { right }) => Math.max(most, right), -Infinity),
  }))
  // Beside a cell that spans several rows its name stands in the middle as well: then nothing goes on in the next line.
  if (!columns.every((lines, at) => goesOn(lines, cellsIn(cells[at]!, cells, all)))) return null
  if (!columns.some((lines) => lines.length > 1 && lines[0]!.right - lines[0]!.left >= PROSE * lines[0]!.size))
    return null
  const [first] = columns.flat().sort((one, other) => one.y - other.y)
  const text = columns
    .map((lines) => lines.map((line) => line.text.replace(/\u3000+/g, ' ')).reduce(joined))
    .join('\u3000')
  return { ...first!, text, left: cells[0]!.left, right: cells.at(-1)!.right, cells }
}

/** The cells of the page that stand in a column and in no other. */
function cellsIn(column: Cell, columns: readonly Cell[], all: readonly Placed[]): Placed[] {
  const meets = (one: Cell, other: Cell): boolean => one.left < other.right && other.left < one.right
  return all.filter((one) => meets(one, column) && !columns.some((other) => other !== column && meets(one, other)))
}

/**
 * Whether the lines of a cell are one text: all but the last are as wide as the column, they are no figures below each
 * other, and nearer to each other than to the next cell of their column.
 */
function goesOn(lines: readonly Line[], column: readonly Placed[]): boolean {
  if (lines.length < 2) return true
  const widest = column.reduce((most, { left, right }) => Math.max(most, right - left), 0)
  const [top, bottom] = [lines[0]!.y, lines.at(-1)!.y]
  const step = lines.slice(1).reduce((least, { y }, at) => Math.min(least, y - lines[at]!.y), Infinity)
  const isApart = column.every(({ y }) => (y >= top && y <= bottom) || Math.max(top - y, y - bottom) > step * APART)
  const areFull = lines.slice(0, -1).every(({ left, right, size }) => right - left > widest - SHORT * size)
  return isApart && areFull && !lines.every(({ text }) => FIGURE.test(text))
}

/** Pieces of text by where they stand across the page, from left to right. */
function columnsOf(fragments: readonly Fragment[]): Fragment[][] {
  const columns: Fragment[][] = []
  let right = -Infinity
  for (const fragment of fragments.toSorted((one, other) => one.x - other.x)) {
    if (fragment.x - right < WITHIN_CELL * fragment.size) columns.at(-1)!.push(fragment)
    else columns.push([fragment])
    right = Math.max(right, fragment.x + fragment.width)
  }
  return columns
}

const joined = (before: string, after: string): string =>
  isWide(before.at(-1)) || isWide(after[0]) ? before + after : `${before} ${after}`
