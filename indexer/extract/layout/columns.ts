import { withEmptyCells } from './empty-cells.js'
import { linesOf, rowsOf, type Fragment, type Line } from './line.js'
import { linesOfCells } from './whole-cells.js'

/** In characters: a gap between columns is wider than this, … */
const GUTTER = 1.2
/** … lines of a column begin no further apart than this, … */
const ALIGNED = 0.3
/** … and a column of prose is at least so wide: what is narrower is a cell. */
const MIN_WIDTH = 12
/** Columns of prose are about as wide as each other; cells of a table are as wide as what they hold. */
const MAX_WIDER = 1.6
/** Lines of a column end within so many characters of its edge, but for the last ones of paragraphs. */
const SHORT = 2.2
const MIN_FULL = 0.4
/** The marks of sentences stand in most lines of prose, and hardly in cells. */
const MARKS = /[，。；、,;]/
const MIN_MARKED = 0.4
/** A column has so many lines at least, and all columns of a page so many. */
const MIN_LINES = 3
const MIN_LINES_IN_ALL = 8
/** So much of a page is in columns where any of it is. */
const MIN_SHARE = 0.5
/** What is further from the next line than this, in usual distances of lines, is a running head. */
const APART = 2.5
const MAX_CANDIDATES = 8

/** Text of one line without a wide gap in it. */
interface Segment {
  fragments: Fragment[]
  text: string
  left: number
  right: number
  y: number
}

/**
 * The lines of a page in the order in which they are read. Where a page is set in columns of prose, each column comes
 * before the next one, between the lines that run across; tables and forms, which have such gaps too, are read by rows.
 */
export function pageLines(fragments: readonly Fragment[], page: number): Line[] {
  const segments = segmentsOf(fragments)
  const size = usualSize(segments)
  const columns = new Columns(segments, size)
  if (!columns.areProse()) return withEmptyCells(linesOfCells(fragments, page))
  return columns.bands().flatMap((band) => {
    if (band.length < MIN_LINES || band.some((segment) => columns.of(segment) < 0))
      return linesOf(
        band.flatMap((segment) => segment.fragments),
        page,
      )
    return columns.edges.flatMap((edge, column) => {
      const own = band.filter((segment) => columns.of(segment) === column)
      const lines = linesOf(
        own.flatMap((segment) => segment.fragments),
        page,
      )
      return lines.map((line) => ({ ...line, column: edge }))
    })
  })
}

function segmentsOf(fragments: readonly Fragment[]): Segment[] {
  return rowsOf(fragments).flatMap((row) => {
    const segments: Segment[] = []
    const y = row[0]!.y
    for (const fragment of row) {
      const last = segments.at(-1)
      const right = fragment.x + fragment.width
      if (last && fragment.x - last.right < GUTTER * fragment.size) {
        last.fragments.push(fragment)
        last.text += fragment.text
        last.right = Math.max(last.right, right)
      } else segments.push({ fragments: [fragment], text: fragment.text, left: fragment.x, right, y })
    }
    return segments
  })
}

function usualSize(segments: readonly Segment[]): number {
  const counts = new Map<number, number>()
  for (const { fragments } of segments)
    for (const { size, text } of fragments) counts.set(size, (counts.get(size) ?? 0) + text.length)
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 1
}

const quantile = (values: number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))]!

/** The columns that a page may have, by where many of its lines begin. */
class Columns {
  readonly edges: { left: number; right: number }[] = []
  readonly #starts: number[]

  constructor(
    readonly segments: readonly Segment[],
    readonly size: number,
  ) {
    this.#starts = this.#findStarts()
    for (const [column] of this.#starts.entries()) {
      const own = segments.filter((segment) => this.of(segment) === column)
      if (own.length < MIN_LINES) {
        this.edges.length = 0
        return
      }
      const lefts = own.map(({ left }) => left)
      const rights = own.map(({ right }) => right)
      this.edges.push({ left: quantile(lefts, 0.05), right: quantile(rights, 0.95) })
    }
  }

  /** The column of a line; -1 for one that runs across several. */
  of(segment: Segment, starts = this.#starts): number {
    const column = starts.findLastIndex((start) => segment.left >= start - ALIGNED * this.size)
    const next = starts[column + 1]
    return next !== undefined && segment.right > next - (GUTTER - ALIGNED) * this.size ? -1 : Math.max(column, 0)
  }

  /** Where columns begin: many lines do, and few run across. */
  #findStarts(): number[] {
    const { segments, size } = this
    const leftmost = quantile(
      segments.map(({ left }) => left),
      0,
    )
    const counts = new Map<number, number>()
    for (const { left } of segments) {
      const place = Math.round(left / (size * ALIGNED)) * size * ALIGNED
      counts.set(place, (counts.get(place) ?? 0) + 1)
    }
    const candidates = [...counts]
      .filter(([place, count]) => count >= MIN_LINES && place - leftmost >= MIN_WIDTH * size)
      .sort((one, other) => other[1] - one[1])
      .slice(0, MAX_CANDIDATES)
      .map(([place]) => ({ place, across: segments.filter((one) => this.of(one, [leftmost, place]) < 0).length }))
      .sort((one, other) => one.across - other.across)
    const starts = [leftmost]
    for (const { place, across } of candidates) {
      const isFar = starts.every((start) => Math.abs(start - place) >= MIN_WIDTH * size)
      if (isFar && across <= segments.length * (1 - MIN_SHARE)) starts.push(place)
    }
    return starts.sort((one, other) => one - other)
  }

  /** Whether there are columns, and they hold lines of prose. */
  areProse(): boolean {
    const widths = this.edges.map(({ left, right }) => right - left)
    if (widths.length < 2) return false
    if (Math.min(...widths) < MIN_WIDTH * this.size || Math.max(...widths) > MAX_WIDER * Math.min(...widths))
      return false
    const inColumns = this.segments.filter((segment) => this.of(segment) >= 0)
    const enough = Math.max(MIN_LINES_IN_ALL, this.segments.length * MIN_SHARE)
    return inColumns.length >= enough && this.edges.every((edge, column) => this.#isProse(edge.right, column))
  }

  #isProse(right: number, column: number): boolean {
    const own = this.segments.filter((segment) => this.of(segment) === column)
    const rows = new Set(own.map(({ y }) => y)).size
    const full = own.filter((segment) => segment.right > right - SHORT * this.size)
    const marked = own.filter(({ text }) => MARKS.test(text))
    // Cells stand beside each other within a column of prose only where that is a table.
    return own.length <= rows * 1.1 && full.length >= own.length * MIN_FULL && marked.length >= own.length * MIN_MARKED
  }

  /** Lines that run across, what is apart from the rest, and between them what is read by columns, from the top. */
  bands(): Segment[][] {
    const steps = this.segments.slice(1).map(({ y }, index) => y - this.segments[index]!.y)
    const usual = quantile(
      steps.filter((step) => step > 0),
      0.5,
    )
    // What stands on the line of such a text belongs to it.
    const across = new Set(this.segments.filter((segment) => this.of(segment) < 0).map(({ y }) => y))
    const bands: Segment[][] = []
    let before: Segment | null = null
    for (const segment of this.segments) {
      const isSame =
        before !== null &&
        segment.y - before.y <= Math.max(usual, this.size) * APART &&
        across.has(segment.y) === across.has(before.y)
      if (isSame) bands.at(-1)!.push(segment)
      else bands.push([segment])
      before = segment
    }
    return bands
  }
}
