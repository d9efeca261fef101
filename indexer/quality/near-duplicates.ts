import { bandsOf, NEARLY_SAME, resemblance } from '../contract/minhash.js'
import { append } from './append.js'

/**
 * Groups near-duplicates of any number of documents: documents that share a band of their signatures (see
 * contract/minhash.ts) are compared, and linked where they are nearly the same. Within a band each document is
 * compared with the first only, so that a thousand copies of one form cost a thousand comparisons; other bands link
 * what that misses. Keeps about 700 bytes a document.
 */
export class NearDuplicates {
  readonly #ids: string[] = []
  readonly #signatures: string[] = []
  readonly #parents: number[] = []
  /** First document with a band. Bands are hashed to 53 bits: a wrong meeting is found out by the comparison. */
  readonly #firsts = new Map<number, number>()

  add(id: string, signature: string): void {
    if (signature === '') return
    const index = this.#ids.push(id) - 1
    this.#signatures.push(signature)
    this.#parents.push(index)
    for (const band of bandsOf(signature)) {
      const key = bandKey(band)
      const first = this.#firsts.get(key)
      if (first === undefined) this.#firsts.set(key, index)
      else if (this.#root(first) !== this.#root(index) && this.#isNearlySame(first, index)) {
        this.#parents[this.#root(index)] = this.#root(first)
      }
    }
  }

  /** Groups of two and more, each with the estimated resemblance of every document to the first of its group. */
  groups(): { id: string; resemblance: number }[][] {
    const members = new Map<number, number[]>()
    for (let index = 0; index < this.#ids.length; index++) append(members, this.#root(index), index)
    return [...members.values()]
      .filter((group) => group.length > 1)
      .map((group) =>
        group.map((index) => ({
          id: this.#ids[index]!,
          resemblance: resemblance(this.#signatures[group[0]!]!, this.#signatures[index]!),
        })),
      )
  }

  #isNearlySame(one: number, other: number): boolean {
    return resemblance(this.#signatures[one]!, this.#signatures[other]!) >= NEARLY_SAME
  }

  #root(index: number): number {
    let root = index
    while (this.#parents[root] !== root) root = this.#parents[root]!
    // Shortened, so that long chains are walked once.
    for (let at = index; at !== root;) {
      const next = this.#parents[at]!
      this.#parents[at] = root
      at = next
    }
    return root
  }
}

/** `0abc12`: number of the band and 32 bits of hash, both in base 36, as one number. */
function bandKey(band: string): number {
  return Number.parseInt(band[0]!, 36) * 2 ** 32 + Number.parseInt(band.slice(1), 36)
}
