import { readFileSync } from 'node:fs'
import { GENERAL_DICTIONARY } from '../../indexer/contract/tokenize.js'
import { dictionaryWords } from '../../indexer/contract/words/dictionary.js'

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
  readonly #byFirst = new Map<string, string[]>()
  readonly #byLast = new Map<string, string[]>()
  #total = 0

  constructor(lines: Iterable<string>, userWords: readonly string[]) {
    for (const line of lines) {
      const [word = '', frequency = ''] = line.split(' ')
      this.#add(word, Number(frequency))
    }
    for (const word of userWords) if (!this.has(word)) this.#add(word, USER_WORD_FREQUENCY)
  }

  #add(word: string, frequency: number): void {
    if (!/^\p{Script=Han}+$/u.test(word) || word.length > LONGEST_WORD || !(frequency > 0)) return
    this.#frequencies.set(word, frequency)
    this.#total += frequency
    push(this.#byFirst, word[0]!, word)
    push(this.#byLast, word.at(-1)!, word)
  }

  has(word: string): boolean {
    return this.#frequencies.has(word)
  }

  startingWith(character: string): readonly string[] {
    return this.#byFirst.get(character) ?? []
  }

  endingWith(character: string): readonly string[] {
    return this.#byLast.get(character) ?? []
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
    const best = [0]
    for (let end = 1; end <= text.length; end++) {
      best[end] = best[end - 1]! + this.logProbability(text.slice(end - 1, end))
      for (let start = Math.max(0, end - LONGEST_WORD); start < end - 1; start++) {
        const word = text.slice(start, end)
        if (this.has(word)) best[end] = Math.max(best[end]!, best[start]! + this.logProbability(word))
      }
    }
    return best[text.length]!
  }
}

function push(buckets: Map<string, string[]>, key: string, word: string): void {
  const bucket = buckets.get(key)
  if (bucket) bucket.push(word)
  else buckets.set(key, [word])
}

/** Reads the dictionaries: half a second. */
export function loadDictionary(): Dictionary {
  return new Dictionary(readFileSync(GENERAL_DICTIONARY, 'utf8').split('\n'), dictionaryWords())
}
