import { normalize } from '../normalize.js'
import { dictionaryWords } from './dictionary.js'
import { generalWords } from './general-dictionary.js'
import { perEdition } from './word-file.js'

const SHORTEST = 3
const LONGEST = 8
const HAN = /^[\u4e00-\u9fff]+$/

/** Bits of a Bloom filter (Bloom, CACM 13:7, 1970) over the first three characters: most places are none of a word. */
const FILTER_BITS = 1 << 22

/**
 * The words of three to eight Han characters that nodejieba's dictionary and the user dictionary have. They are found
 * in a text wherever they stand as strings, however the text would be cut, so that what is found is complete.
 */
class LongWords {
  readonly #words = new Set<string>()
  /** First three characters → bit n: there is a word of n characters that begins so. */
  readonly #lengths = new Map<number, number>()
  readonly #filter = new Uint8Array(FILTER_BITS >> 3)

  add(word: string): void {
    if (word.length < SHORTEST || word.length > LONGEST || !HAN.test(word)) return
    this.#words.add(word)
    const [a, b, c] = [word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2)]
    const key = keyOf(a, b, c)
    this.#lengths.set(key, (this.#lengths.get(key) ?? 0) | (1 << word.length))
    const bit = hashOf(a, b, c)
    this.#filter[bit >> 3]! |= 1 << (bit & 7)
  }

  has(word: string): boolean {
    return this.#words.has(word)
  }

  /** Calls `found` for each place where a word stands in a normalised text, overlapping ones included. */
  find(text: string, found: (word: string) => void): void {
    let a = text.charCodeAt(0)
    let b = text.charCodeAt(1)
    for (let start = 0; start + 2 < text.length; start++) {
      const c = text.charCodeAt(start + 2)
      const bit = hashOf(a, b, c)
      if (this.#filter[bit >> 3]! & (1 << (bit & 7))) this.#findAt(text, start, keyOf(a, b, c), found)
      a = b
      b = c
    }
  }

  #findAt(text: string, start: number, key: number, found: (word: string) => void): void {
    const lengths = this.#lengths.get(key) ?? 0
    for (let length = SHORTEST; length <= LONGEST; length++) {
      if (!(lengths & (1 << length))) continue
      const word = text.slice(start, start + length)
      if (length === SHORTEST || this.#words.has(word)) found(word)
    }
  }
}

const keyOf = (a: number, b: number, c: number): number => (a * 65_536 + b) * 65_536 + c
const hashOf = (a: number, b: number, c: number): number =>
  (Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)) >>> 10

export const longWords = perEdition((): LongWords => {
  const words = new LongWords()
  for (const [word] of generalWords()) {
    if (word.length >= SHORTEST && word.length <= LONGEST) words.add(normalize(word))
  }
  for (const word of dictionaryWords()) words.add(word)
  return words
})
