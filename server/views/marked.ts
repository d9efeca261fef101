import type { Mark } from '../search/types.js'

/** A piece of a text, to be printed inside `<mark>` or plainly. */
export interface Segment {
  text: string
  mark: boolean
}

/** Cuts a text at its marks (sorted or not; overlapping ones are joined; what lies outside the text is dropped). */
export function segments(text: string, marks: readonly Mark[]): Segment[] {
  const pieces: Segment[] = []
  let done = 0
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start, done)
    const to = Math.min(end, text.length)
    if (from >= to) continue
    if (from > done) pieces.push({ text: text.slice(done, from), mark: false })
    pieces.push({ text: text.slice(from, to), mark: true })
    done = to
  }
  if (done < text.length) pieces.push({ text: text.slice(done), mark: false })
  return pieces
}
