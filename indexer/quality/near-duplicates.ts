import { bandHash, BANDS, NEARLY_SAME, resemblanceAt, SIGNATURE_BYTES } from '../contract/minhash.js'
import { append } from './append.js'

/** Signatures lie so many together: one object each would take as much room again. */
const TOGETHER = 1024

/**
 * Groups near-duplicates of any number of documents: documents that share a band of their signatures (see
 * contract/minhash.ts) are compared, and linked where they are nearly the same. Within a band each document is
 * compared with the first only, so that a thousand copies of one form cost a thousand comparisons; other bands link
 * what that misses. Keeps some 300 bytes a document: bands are gone through one after the other, so that the firsts of
 * one are in memory at a time.
 */
export class NearDuplicates {
  readonly #ids: string[] = []
  readonly #signatures: Buffer[] = []

  add(id: string, signature: string): void {
    if (signature === '') return
    const index = this.#ids.push(id) - 1
    if (index % TOGETHER === 0) this.#signatures.push(Buffer.alloc(TOGETHER * SIGNATURE_BYTES))
    this.#signatures.at(-1)!.write(signature, placeOf(index), 'base64')
  }

  /** Groups of two and more, each with the estimated resemblance of every document to the first of its group. */
  groups(): { id: string; resemblance: number }[][] {
    const links = new Links(this.#ids.length)
    const firsts = new Firsts(this.#ids.length)
    for (let band = 0; band < BANDS; band++) this.#link(links, firsts, band)
    const members = new Map<number, number[]>()
    for (let index = 0; index < this.#ids.length; index++) {
      if (!links.isAlone(index)) append(members, links.root(index), index)
    }
    return [...members.values()].map((group) =>
      group.map((index) => ({ id: this.#ids[index]!, resemblance: this.#resemblance(group[0]!, index) })),
    )
  }

  /** A wrong meeting, of different bands with the same hash, is found out by the comparison. */
  #link(links: Links, firsts: Firsts, band: number): void {
    firsts.clear()
    for (let index = 0; index < this.#ids.length; index++) {
      const first = firsts.of(index, bandHash(this.#chunkOf(index), placeOf(index), band))
      if (first !== index && links.root(first) !== links.root(index) && this.#resemblance(first, index) >= NEARLY_SAME)
        links.link(first, index)
    }
  }

  #chunkOf(index: number): Buffer {
    return this.#signatures[Math.floor(index / TOGETHER)]!
  }

  #resemblance(one: number, other: number): number {
    return resemblanceAt(this.#chunkOf(one), placeOf(one), this.#chunkOf(other), placeOf(other))
  }
}

const placeOf = (index: number): number => (index % TOGETHER) * SIGNATURE_BYTES

const NOBODY = -1

/** The first of those that have the same hash, by open addressing: a `Map` for each band would take ten times the room. */
class Firsts {
  readonly #hashes: Uint32Array
  readonly #slots: Int32Array

  constructor(size: number) {
    this.#hashes = new Uint32Array(size)
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * size + 1)))
  }

  clear(): void {
    this.#slots.fill(NOBODY)
  }

  /** The first that was given this hash; `index` itself where it is. */
  of(index: number, hash: number): number {
    this.#hashes[index] = hash
    for (let slot = hash; ; slot++) {
      slot &= this.#slots.length - 1
      const first = this.#slots[slot]!
      if (first === NOBODY) return (this.#slots[slot] = index)
      if (this.#hashes[first] === hash) return first
    }
  }
}

/** Sets of numbers that are linked (Galler and Fischer, CACM 7:5, 1964). */
class Links {
  readonly #parents: Uint32Array
  readonly #isLinked: Uint8Array

  constructor(size: number) {
    this.#parents = Uint32Array.from({ length: size }, (_, index) => index)
    this.#isLinked = new Uint8Array(size)
  }

  isAlone(index: number): boolean {
    return this.#isLinked[index] === 0
  }

  link(one: number, other: number): void {
    this.#isLinked[one] = this.#isLinked[other] = 1
    this.#parents[this.root(other)] = this.root(one)
  }

  root(index: number): number {
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
