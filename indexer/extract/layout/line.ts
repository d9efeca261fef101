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
  return rows.map((row) => row.toSorted((one, other) => one.x - other.x))
}

function lineOf(parts: Fragment[], page: number): Line {
  let text = ''
  let right = parts[0]!.x
  const cells: Cell[] = [{ left: right, right }]
  for (const part of parts) {
    const between = text === '' ? '' : separator(text.at(-1), part.text[0], (part.x - right) / part.size)
    text += between + part.text
    right = Math.max(right, part.x + part.width)
    if (between === '\u3000') cells.push({ left: part.x, right })
    else cells.at(-1)!.right = right
  }
  const size = weightedSize(parts)
  return { text: untracked(text.trim()), page, left: parts[0]!.x, right, y: parts[0]!.y, size, cells }
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
