/**
 * BM25 (Robertson, Walker et al., TREC-3, 1994) of a query over short normalised texts, over two kinds of features at
 * once: the query's terms, counted as strings, and the character bigrams of its content, which forgive what the
 * cutting of words gets wrong.
 */
export interface Feature {
  /** Normalised string. */
  run: string
  /** Inverse document frequency. */
  weight: number
}

export interface Bm25Parameters {
  /** How soon more occurrences stop to matter. */
  k1: number
  /** How much a longer text needs more of them: 0 not at all, 1 in proportion. */
  b: number
  /** Length, in UTF-16 code units, of a text of average length. */
  averageLength: number
  /** What the bigrams count for beside the terms. */
  bigramShare: number
}

export class Bm25 {
  readonly #terms: readonly Feature[]
  /** Both code units of a bigram as one number → its weight. */
  readonly #bigrams: ReadonlyMap<number, number>
  readonly #parameters: Bm25Parameters

  constructor(terms: readonly Feature[], bigrams: readonly Feature[], parameters: Bm25Parameters) {
    this.#terms = terms
    this.#bigrams = new Map(bigrams.map(({ run, weight }) => [pairKey(run, 0), weight]))
    this.#parameters = parameters
  }

  /** Score of a normalised text; 0 where it has nothing of the query. */
  score(text: string): number {
    const { k1, b, averageLength, bigramShare } = this.#parameters
    const norm = k1 * (1 - b + (b * text.length) / averageLength)
    const saturate = (count: number): number => (count * (k1 + 1)) / (count + norm)
    let score = 0
    for (const { run, weight } of this.#terms) {
      const count = occurrences(text, run)
      if (count > 0) score += weight * saturate(count)
    }
    const counts = new Map<number, number>()
    for (let index = 0; index + 1 < text.length; index++) {
      const key = pairKey(text, index)
      if (this.#bigrams.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    for (const [key, count] of counts) score += bigramShare * this.#bigrams.get(key)! * saturate(count)
    return score
  }
}

function pairKey(text: string, index: number): number {
  return text.charCodeAt(index) * 65_536 + text.charCodeAt(index + 1)
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
