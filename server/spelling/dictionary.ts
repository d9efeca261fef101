import { dictionaryWords } from '../../indexer/contract/words/dictionary.js'
import { generalWords } from '../../indexer/contract/words/general-dictionary.js'
import { perEdition } from '../../indexer/contract/words/word-file.js'

/** A word of the user dictionary counts as if the general one had met it so often. */
const USER_WORD_FREQUENCY = 100
const LONGEST_WORD = 8
/** Probability of a character that no dictionary knows, relative to one occurrence. */
const UNKNOWN = 0.1

/**
 * What words there are and how probable each is in Chinese at large: the general dictionary of nodejieba and the user
 * dictionary. It says nothing of the archive.
 */
export class Dictionary {
  readonly #frequencies = new Map<string, number>()
  /** First, or last, character and number of characters → words. */
  readonly #byFirst = new Map<string, string[]>()
  readonly #byLast = new Map<string, string[]>()
  /** First two characters → bit n: there is a word of n characters that begins so. Most strings are ruled out by it. */
  readonly #lengths = new Map<number, number>()
  #total = 0

  constructor(words: Iterable<readonly [word: string, frequency: number]>, userWords: readonly string[]) {
    for (const [word, frequency] of words) this.#add(word, frequency)
    for (const word of userWords) if (!this.has(word)) this.#add(word, USER_WORD_FREQUENCY)
  }

  #add(word: string, frequency: number): void {
    if (!/^\p{Script=Han}+$/u.test(word) || word.length > LONGEST_WORD || !(frequency > 0)) return
    this.#frequencies.set(word, frequency)
    this.#total += frequency
    if (word.length > 1) {
      const beginning = pairOf(word.charCodeAt(0), word.charCodeAt(1))
      this.#lengths.set(beginning, (this.#lengths.get(beginning) ?? 0) | (1 << word.length))
    }
    push(this.#byFirst, word[0]! + word.length, word)
    push(this.#byLast, word.at(-1)! + word.length, word)
  }

  has(word: string): boolean {
    return this.#frequencies.has(word)
  }

  /** Words of `length` characters. */
  startingWith(character: string, length: number): readonly string[] {
    return this.#byFirst.get(character + length) ?? []
  }

  /** Words of any length. */
  allStartingWith(character: string): string[] {
    const lengths = Array.from({ length: LONGEST_WORD }, (_, index) => index + 1)
    return lengths.flatMap((length) => this.startingWith(character, length))
  }

  endingWith(character: string, length: number): readonly string[] {
    return this.#byLast.get(character + length) ?? []
  }

  /** Characters that words are made of. */
  characters(): Set<string> {
    const characters = new Set<string>()
    for (const word of this.#frequencies.keys()) for (const character of word) characters.add(character)
    return characters
  }

  /** Natural logarithm of a word's probability; of an unknown one, that of something never met. */
  logProbability(word: string): number {
    return Math.log((this.#frequencies.get(word) ?? UNKNOWN) / this.#total)
  }

  /** Logarithm of the probability of the best way to cut a text into words (a unigram model, as nodejieba's own). */
  logProbabilityOf(text: string): number {
    const best = Array.from({ length: text.length + 1 }, () => -Infinity)
    best[0] = 0
    const reach = (end: number, logProbability: number): void => {
      if (logProbability > best[end]!) best[end] = logProbability
    }
    for (let start = 0; start < text.length; start++) {
      const before = best[start]!
      reach(start + 1, before + this.logProbability(text[start]!))
      const lengths = this.#lengths.get(pairOf(text.charCodeAt(start), text.charCodeAt(start + 1))) ?? 0
      for (let end = start + 2; end <= Math.min(text.length, start + LONGEST_WORD); end++) {
        if (!(lengths & (1 << (end - start)))) continue
        const word = text.slice(start, end)
        if (this.has(word)) reach(end, before + this.logProbability(word))
      }
    }
    return best[text.length]!
  }
}

/**
 * A key for two UTF-16 units that V8 keeps as a small integer, which maps find several times faster. Units that are not
 * those of common characters share one: what is ruled out stays ruled out.
 */
const pairOf = (first: number, second: number): number => placeOf(first) * COMMON + placeOf(second)

/** CJK Unified Ideographs and their Extension A. */
const FIRST_COMMON = 0x3400
const COMMON = 0xa000 - FIRST_COMMON + 1

const placeOf = (unit: number): number => (unit >= FIRST_COMMON && unit < 0xa000 ? unit - FIRST_COMMON + 1 : 0)

function push(buckets: Map<string, string[]>, key: string, word: string): void {
  const bucket = buckets.get(key)
  if (bucket) bucket.push(word)
  else buckets.set(key, [word])
}

/** The dictionaries as they are now; the first time this takes half a second. */
export const dictionaries = perEdition(() => new Dictionary(generalWords(), dictionaryWords()))
