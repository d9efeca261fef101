import { isWide, linesOf, rowsOf, type Cell, type Fragment, type Line } from './line.js'

/** Lines of one text are no nearer to each other than this, in characters: nearer ones are those of cells beside it. */
const NEAREST = 0.9
/** Pieces of text nearer to each other than this, in characters, are of one cell. */
const WITHIN_CELL = 0.4
/** A row of a table has so many printed lines at most. */
const MOST_ROWS = 24

/**
 * The lines of a page. Where the text of a cell stands in the middle of its row, beside cells of several lines, its lines
 * lie between theirs: the row is one line then, each cell with all of its words.
 */
export function linesOfCells(fragments: readonly Fragment[], page: number): Line[] {
  return staggered(rowsOf(fragments)).flatMap((rows) => {
    const own = rows.flat()
    const whole = rows.length < 2 || rows.length > MOST_ROWS ? null : rowOf(own, page)
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
function rowOf(fragments: readonly Fragment[], page: number): Line | null {
  const columns = columnsOf(fragments).map((column) => linesOf(column, page))
  const areTexts = columns.every((lines) =>
    lines.every((line, at) => at === 0 || line.y - lines[at - 1]!.y >= NEAREST * line.size),
  )
  if (columns.length < 2 || !areTexts || columns.every((lines) => lines.length < 2)) return null
  const cells: Cell[] = columns.map((lines) => ({
    left: lines.reduce((least, { left }) => Math.min(least, left), Infinity),
    right: lines.reduce((most, { right }) => Math.max(most, right), -Infinity),
  }))
  const [first] = columns.flat().sort((one, other) => one.y - other.y)
  const text = columns
    .map((lines) => lines.map((line) => line.text.replace(/\u3000+/g, ' ')).reduce(joined))
    .join('\u3000')
  return { ...first!, text, left: cells[0]!.left, right: cells.at(-1)!.right, cells }
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
