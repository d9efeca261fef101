import { raisedBehind } from '../html-raised.js'

/** A piece of text where it stands on a page. All lengths are in one unit, whichever; y grows downwards. */
export interface Fragment {
  text: string
  x: number
  /** Of the baseline. */
  y: number
  width: number
  /** Of the characters: about what one Chinese character takes. */
  size: number
}

/** Where one of several cells of a line stands. */
export interface Cell {
  left: number
  right: number
}

/** One printed line of a page. Its cells, where it has several, are set apart by ideographic spaces. */
export interface Line {
  text: string
  page: number
  left: number
  right: number
  y: number
  size: number
  cells: Cell[]
  /** Where the column begins and ends that the line is in; without, it is set across the page. */
  column?: { left: number; right: number }
}

/** Gaps, in characters: this wide they set apart cells of a table; words; or words of Latin letters. */
const CELL_GAP = 1.6
const WORD_GAP = 0.5
const LATIN_GAP = 0.18
/** Fragments whose baselines are nearer than this, in characters, are of one line. */
const SAME_LINE = 0.45

/** Lines of one text are no nearer to each other than this, in characters: nearer ones are of cells beside each other. */
export const NEAREST = 0.9
/** What is raised is smaller than the words by this factor, raised by no more than this, and there is little of it. */
const RAISED_SIZE = 0.85
const RAISED = 0.7
const MIN_RAISED = 0.2
const MOST_RAISED = 20
/** No line that anybody reads has more pieces. */
const MOST_PIECES = 1000

export const isWide = (character: string | undefined): boolean => character !== undefined && character >= '\u2e80'

/** Puts the fragments of a page together to lines, from top to bottom, each from left to right. */
export function linesOf(fragments: readonly Fragment[], page: number): Line[] {
  return rowsOf(fragments)
    .map((row) => lineOf(row, page))
    .filter(({ text }) => text !== '')
}

/** The fragments that stand on one line each, from top to bottom and from left to right; blank ones are left out. */
export function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const shown = fragments.filter(({ text, size }) => text.trim() !== '' && size > 0)
  const rows: Fragment[][] = []
  for (const fragment of shown.toSorted((one, other) => one.y - other.y)) {
    const row = rows.at(-1)
    const isSame = row && fragment.y - row[0]!.y < SAME_LINE * Math.min(fragment.size, row[0]!.size)
    if (isSame) row.push(fragment)
    else rows.push([fragment])
  }
  return withRaised(rows).map((row) => row.toSorted((one, other) => one.x - other.x))
}

/** What is small and raised beside the words of the line below it belongs to that: the mark of a note, 10³. */
function withRaised(rows: readonly Fragment[][]): Fragment[][] {
  const kept: Fragment[][] = []
  for (let at = rows.length - 1; at >= 0; at--) {
    const [row, line] = [rows[at]!, kept.at(-1)]
    if (
      line !== undefined &&
      row.length <= MOST_RAISED &&
      line.length <= MOST_PIECES &&
      row.every((one) => isRaisedBeside(one, line))
    )
      line.push(...row)
    else kept.push([...row])
  }
  return kept.reverse()
}

function isRaisedBeside(one: Fragment, line: readonly Fragment[]): boolean {
  return line.some(({ x, y, width, size }) => {
    const isSmall = one.size <= RAISED_SIZE * size && y - one.y < RAISED * size
    return isSmall && Math.abs(one.x - (x + width)) < WORD_GAP * size
  })
}

function lineOf(parts: Fragment[], page: number): Line {
  let text = ''
  let right = parts[0]!.x
  const largest = parts.reduce((most, part) => (part.size > most.size ? part : most), parts[0]!)
  const cells: Cell[] = [{ left: right, right }]
  for (const part of parts) {
    const between = text === '' ? '' : separator(text.at(-1), part.text[0], (part.x - right) / part.size)
    const raised = part.size <= RAISED_SIZE * largest.size && largest.y - part.y > part.size * MIN_RAISED
    text += between + ((raised ? raisedBehind(text, part.text) : null) ?? part.text)
    right = Math.max(right, part.x + part.width)
    if (between === '\u3000') cells.push({ left: part.x, right })
    else cells.at(-1)!.right = right
  }
  const size = weightedSize(parts)
  return { text: untracked(text.trim()), page, left: parts[0]!.x, right, y: largest.y, size, cells }
}

function separator(before: string | undefined, after: string | undefined, gap: number): string {
  if (gap > CELL_GAP) return '\u3000'
  if (gap > WORD_GAP) return ' '
  return gap > LATIN_GAP && !isWide(before) && !isWide(after) ? ' ' : ''
}

/** The size of most of the characters. */
function weightedSize(parts: readonly Fragment[]): number {
  const counts = new Map<number, number>()
  for (const { text, size } of parts) counts.set(size, (counts.get(size) ?? 0) + text.trim().length)
  return [...counts].sort((one, other) => other[1] - one[1])[0]![0]
}

/** A line that is spread over the width of the page has a space after every character: none of them is meant. */
function untracked(text: string): string {
  const boundaries = text.match(/(?<=[\u2e80-\uffef]) ?(?=[\u2e80-\uffef])/gu) ?? []
  const spaced = boundaries.filter((one) => one === ' ').length
  return boundaries.length >= 4 && spaced / boundaries.length > 0.7
    ? text.replace(/(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])/gu, '')
    : text
}
