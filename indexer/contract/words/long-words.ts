import { normalize } from '../normalize.js'
import { dictionaryWords } from './dictionary.js'
import { generalWords } from './general-dictionary.js'
import { perEdition } from './word-file.js'

const SHORTEST = 3
const LONGEST = 8
const HAN = /^[\u4e00-\u9fff]+$/

/** Bits of a Bloom filter (Bloom, CACM 13:7, 1970) over the first three characters: most places are none of a word. */
const FILTER_BITS = 1 << 22
/** Places for what lengths the words have that begin with three characters. */
const BEGINNINGS = 1 << 20

/** Words are entered in a table of at least so many times their number. */
const ROOM = 2

const hashOfBeginning = (a: number, b: number, c: number): number =>
  Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35)
const hashWith = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
/** A place in a table whose size is a power of two; the upper bits of a product are its best ones. */
const placeIn = (size: number, hash: number): number => (hash ^ (hash >>> 15)) & (size - 1)

/** Takes a word's number and how many UTF-16 units it has. */
type Found = (word: number, length: number) => void

/**
 * The words of three to eight Han characters that nodejieba's dictionary and the user dictionary have. They are found
 * in a text wherever they stand as strings, however the text would be cut, so that what is found is complete.
 *
 * A hash table with open addressing (Knuth, The Art of Computer Programming 3, 6.4), in arrays of numbers: it is made
 * in a fraction of the time that a set of strings takes, and asked without making a string.
 */
class LongWords {
  /** The characters of all words, one word after the other. */
  readonly #units: Uint16Array
  /** Where in `#units` the n-th word begins; one more than there are words. */
  readonly #starts: Uint32Array
  /** Number of a word, from 1 on, at the place that its hash names or after; 0 where there is none. */
  readonly #table: Int32Array
  readonly #filter = new Uint8Array(FILTER_BITS >> 3)
  /** Bit n: a word of n + SHORTEST characters has its beginning at this place. */
  readonly #lengths = new Uint8Array(BEGINNINGS)

  constructor(words: readonly string[]) {
    const units = Buffer.from(words.join(''), 'utf16le')
    this.#units = new Uint16Array(units.buffer, units.byteOffset, units.length / 2)
    this.#starts = new Uint32Array(words.length + 1)
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(words.length, 1) * ROOM)))
    let start = 0
    for (const [index, word] of words.entries()) {
      this.#starts[index] = start
      this.#starts[index + 1] = start += word.length
      this.#enter(index, word)
    }
  }

  #enter(index: number, word: string): void {
    const beginning = hashOfBeginning(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2))
    const bit = placeIn(FILTER_BITS, beginning)
    this.#filter[bit >> 3]! |= 1 << (bit & 7)
    this.#lengths[placeIn(BEGINNINGS, beginning)]! |= 1 << (word.length - SHORTEST)
    let hash = beginning
    for (let at = SHORTEST; at < word.length; at++) hash = hashWith(hash, word.charCodeAt(at))
    let place = placeIn(this.#table.length, hash)
    while (this.#table[place] !== 0) place = (place + 1) & (this.#table.length - 1)
    this.#table[place] = index + 1
  }

  /** Numbers of words are below this. */
  get size(): number {
    return this.#starts.length - 1
  }

  word(number: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#starts[number], this.#starts[number + 1]))
  }

  has(word: string): boolean {
    let isFound = false
    this.find(word, (_, length) => (isFound ||= length === word.length))
    return isFound
  }

  /**
   * Calls `found` for each place where a word stands in a normalised text, overlapping ones included, with the word's
   * number: to make a string of each takes longer than to find it.
   */
  find(text: string, found: Found): void {
    let a = text.charCodeAt(0)
    let b = text.charCodeAt(1)
    for (let start = 0; start + SHORTEST <= text.length; start++) {
      const c = text.charCodeAt(start + 2)
      const hash = hashOfBeginning(a, b, c)
      const bit = placeIn(FILTER_BITS, hash)
      if ((this.#filter[bit >> 3]! >> (bit & 7)) & 1) this.#findAt(text, start, hash, found)
      a = b
      b = c
    }
  }

  /** `beginning`: hash of the three characters from `start` on. */
  #findAt(text: string, start: number, beginning: number, found: Found): void {
    const lengths = this.#lengths[placeIn(BEGINNINGS, beginning)]!
    let hash = beginning
    for (let bit = 0; lengths >> bit !== 0; bit++) {
      const end = start + SHORTEST + bit
      if (end > text.length) return
      if (bit > 0) hash = hashWith(hash, text.charCodeAt(end - 1))
      const word = (lengths >> bit) & 1 ? this.#wordAt(text, start, end, hash) : -1
      if (word >= 0) found(word, end - start)
    }
  }

  /** The number of the word that is there; -1 where none is. */
  #wordAt(text: string, start: number, end: number, hash: number): number {
    let place = placeIn(this.#table.length, hash)
    for (let number = this.#table[place]!; number !== 0; number = this.#table[place]!) {
      if (this.#isWord(number - 1, text, start, end)) return number - 1
      place = (place + 1) & (this.#table.length - 1)
    }
    return -1
  }

  #isWord(index: number, text: string, start: number, end: number): boolean {
    const first = this.#starts[index]!
    if (this.#starts[index + 1]! - first !== end - start) return false
    for (let at = start; at < end; at++) if (this.#units[first + at - start] !== text.charCodeAt(at)) return false
    return true
  }
}

const isLong = (word: string): boolean => word.length >= SHORTEST && word.length <= LONGEST && HAN.test(word)
/** Parts words that are normalised together, which is much faster than each by itself; none of them has it. */
const SEPARATOR = '|'

export const longWords = perEdition((): LongWords => {
  const words: string[] = []
  for (const [word] of generalWords()) if (isLong(word)) words.push(word)
  const normalized = normalize(words.join(SEPARATOR)).split(SEPARATOR)
  return new LongWords([...normalized, ...dictionaryWords()].filter(isLong))
})
