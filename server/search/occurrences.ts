import { normalize, normalizeWithOffsets } from '../../indexer/contract/normalize.js'
import type { PassageRecord } from '../../indexer/contract/records.js'
import { occurrences } from './bm25.js'

/** What counting needs of a passage. */
export type CountedPassage = Pick<PassageRecord, 'doc' | 'kind' | 'paragraph' | 'offset' | 'text'>

/**
 * How often a normalised run stands in the lines of the given passages, which are all that have it: occurrences that
 * do not overlap, found from left to right in each line after its normalisation. A line is a paragraph or one of the
 * title lines (title, numbers, body, speaker). What lies in the part that two pieces of a cut paragraph share counts
 * once.
 */
export function countIn(passages: readonly CountedPassage[], run: string): number {
  let count = 0
  /** Paragraphs that may have been cut, by their place, with the pieces at hand. */
  const cut = new Map<string, CountedPassage[]>()
  for (const passage of passages) {
    const lines = passage.text.split('\n')
    if (passage.kind === 'text' && lines.length === 1) {
      const place = `${passage.doc} ${passage.paragraph}`
      cut.set(place, [...(cut.get(place) ?? []), passage])
    } else {
      for (const line of lines) count += occurrences(normalize(line), run)
    }
  }
  for (const pieces of cut.values()) {
    const [only] = pieces
    // A piece alone, from the beginning, is as good as the paragraph.
    count +=
      pieces.length === 1 && only!.offset === 0 ? occurrences(normalize(only!.text), run) : countAcross(pieces, run)
  }
  return count
}

/** More than the units that one character becomes (ﷺ becomes 18). */
const PER_CHARACTER = 32

/** Occurrences in pieces of one paragraph, told apart by where they begin in it. */
function countAcross(pieces: readonly CountedPassage[], run: string): number {
  const places = new Map<number, number>()
  for (const { offset, text } of pieces) {
    const { text: normalized, starts, ends } = normalizeWithOffsets(text)
    /** The place of a unit in the paragraph: its character's, and which of that character's units it is. */
    const place = (unit: number): number => {
      let first = unit
      while (first > 0 && starts[first - 1] === starts[unit]) first--
      return (offset + starts[unit]!) * PER_CHARACTER + unit - first
    }
    for (let at = normalized.indexOf(run); at >= 0; at = normalized.indexOf(run, at + 1)) {
      const last = at + run.length - 1
      const isInside = last + 1 < starts.length && starts[last + 1] === starts[last]
      places.set(place(at), isInside ? place(last + 1) : (offset + ends[last]!) * PER_CHARACTER)
    }
  }
  let count = 0
  let free = 0
  for (const [start, end] of [...places].sort((a, b) => a[0] - b[0])) {
    if (start < free) continue
    count++
    free = end
  }
  return count
}
