import { normalize } from '../../indexer/contract/normalize.js'

const K1 = 1.2
const B = 0.75

/**
 * The yardstick: plain BM25 (Robertson et al., TREC-3, 1994; k1 1.2, b 0.75) over character bigrams, every document
 * of the collection scored.
 */
export class BigramBm25 {
  readonly #ids: string[] = []
  readonly #lengths: number[] = []
  readonly #postings = new Map<string, { document: number; count: number }[]>()
  #total = 0

  add(id: string, text: string): void {
    const document = this.#ids.push(id) - 1
    const counts = new Map<string, number>()
    for (const bigram of bigrams(text)) counts.set(bigram, (counts.get(bigram) ?? 0) + 1)
    let length = 0
    for (const [bigram, count] of counts) {
      length += count
      const postings = this.#postings.get(bigram)
      if (postings) postings.push({ document, count })
      else this.#postings.set(bigram, [{ document, count }])
    }
    this.#lengths.push(length)
    this.#total += length
  }

  /** The best documents for a query, at most `limit`, best first. */
  rank(query: string, limit: number): string[] {
    const size = this.#ids.length
    const average = this.#total / size
    const scores = new Map<number, number>()
    for (const bigram of new Set(bigrams(query))) {
      const postings = this.#postings.get(bigram) ?? []
      const idf = Math.log(1 + (size - postings.length + 0.5) / (postings.length + 0.5))
      for (const { document, count } of postings) {
        const norm = K1 * (1 - B + (B * this.#lengths[document]!) / average)
        scores.set(document, (scores.get(document) ?? 0) + (idf * count * (K1 + 1)) / (count + norm))
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .map(([document]) => this.#ids[document]!)
  }
}

function bigrams(text: string): string[] {
  return (normalize(text).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((run) => {
    const characters = [...run]
    return characters.slice(0, -1).map((character, index) => character + characters[index + 1]!)
  })
}
