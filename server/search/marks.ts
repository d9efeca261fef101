import { normalizeWithOffsets } from '../../indexer/contract/normalize.js'
import type { Mark } from './types.js'

/** Finds given strings in original texts, whatever script, width or spacing they are written in. */
export class Marker {
  /** Longest first, so that 药港 inside 中华药港 does not cut it short. */
  readonly #runs: readonly string[]

  /** `runs`: normalised strings. */
  constructor(runs: Iterable<string>) {
    this.#runs = [...new Set(runs)].filter((run) => run !== '').sort((a, b) => b.length - a.length)
  }

  /** Where the strings stand in a text: in order, not overlapping, neighbours joined. Offsets are UTF-16 code units. */
  marks(text: string): Mark[] {
    if (this.#runs.length === 0) return []
    const { text: normalized, starts, ends } = normalizeWithOffsets(text)
    const taken = new Uint8Array(normalized.length)
    for (const run of this.#runs) {
      for (let at = normalized.indexOf(run); at >= 0; at = normalized.indexOf(run, at + run.length)) {
        taken.fill(1, at, at + run.length)
      }
    }
    const marks: Mark[] = []
    for (let unit = 0; unit < taken.length; unit++) {
      if (!taken[unit]) continue
      const last = marks.at(-1)
      const start = starts[unit]!
      const end = ends[unit]!
      // White space inside a mark belongs to it, so neighbours in the normalised text are joined across it.
      if (last && unit > 0 && taken[unit - 1]) last[1] = Math.max(last[1], end)
      else marks.push([start, end])
    }
    return marks
  }
}
