/**
 * BM25 (Robertson, Walker et al., TREC-3, 1994) over whatever features a query has: words, character bigrams, single
 * characters.
 */
export interface Feature {
  /** Normalised string. */
  run: string
  /** In how many passages of the archive it may occur. */
  count: number
  /** Inverse document frequency, > 0. */
  weight: number
}

export interface Bm25Parameters {
  /** How soon more occurrences stop to matter. */
  k1: number
  /** How much a longer text needs more of them: 0 not at all, 1 in proportion. */
  b: number
}

/** What `count` occurrences are worth in a text that is `relativeLength` times as long as the average; 0 to k1 + 1. */
export function saturation(count: number, relativeLength: number, { k1, b }: Bm25Parameters): number {
  return (count * (k1 + 1)) / (count + k1 * (1 - b + b * relativeLength))
}

/** Inverse document frequency in the form that stays positive (Robertson–Spärck Jones, as in Lucene). */
export function inverseFrequency(count: number, total: number): number {
  const known = Math.min(count, total)
  return Math.log(1 + (total - known + 0.5) / (known + 0.5))
}

/** Occurrences that do not overlap. */
export function occurrences(text: string, run: string): number {
  let count = 0
  for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) count++
  return count
}

/** The different character bigrams of a normalised text. */
export function bigramsOf(text: string): string[] {
  const bigrams = new Set<string>()
  for (let index = 0; index + 1 < text.length; index++) bigrams.add(text.slice(index, index + 2))
  return [...bigrams].filter((bigram) => /^[\p{L}\p{N}]+$/u.test(bigram))
}
