import { syllablesOfWord } from '../../indexer/contract/pinyin.js'
import type { Archived } from './characters.js'
import type { Dictionary } from './dictionary.js'

const SHORTEST = 4
const LONGEST = 40
/** Readings of one stretch of letters that are followed further, and texts that the archive is asked about. */
const KEPT = 6

interface Reading {
  text: string
  probability: number
}

/** Reads Latin letters as the pinyin of Chinese words. */
export class PinyinInput {
  readonly #dictionary: Dictionary
  /** Characters by their syllable. */
  readonly #bySyllable = new Map<string, string[]>()

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary
    for (const character of dictionary.characters()) {
      const syllable = syllablesOfWord(character)[0]
      if (syllable === undefined) continue
      const list = this.#bySyllable.get(syllable)
      if (list) list.push(character)
      else this.#bySyllable.set(syllable, [character])
    }
  }

  /**
   * What a run of letters (lower case, apostrophes allowed) means as pinyin: the words of the dictionary that it can be
   * cut into (the most probable paths through the lattice, Viterbi), of which the archive has the most. Null where it
   * is no pinyin of anything in the archive, or stands in the archive as it is.
   */
  async read(letters: string, archived: Pick<Archived, 'frequencies'>): Promise<string | null> {
    const joined = letters.replace(/[' ]/g, '')
    if (joined.length < SHORTEST || joined.length > LONGEST) return null
    const texts = this.#readings(joined)
    if (texts.length === 0) return null
    const [asTyped, ...counts] = await archived.frequencies([letters, ...texts])
    if (asTyped! > 0) return null
    const best = Math.max(...counts)
    return best === 0 ? null : texts[counts.indexOf(best)]!
  }

  #readings(letters: string): string[] {
    const paths: Reading[][] = [[{ text: '', probability: 0 }]]
    for (let start = 0; start < letters.length; start++) {
      const before = paths[start]
      if (!before) continue
      for (const { word, end } of this.#wordsAt(letters, start)) {
        const probability = this.#dictionary.logProbability(word)
        const list = (paths[end] ??= [])
        for (const one of before) list.push({ text: one.text + word, probability: one.probability + probability })
        list.sort((a, b) => b.probability - a.probability).splice(KEPT)
      }
    }
    return (paths[letters.length] ?? []).map(({ text }) => text).filter((text) => text.length > 1)
  }

  /** Words whose pinyin the letters from `start` on begin with. */
  *#wordsAt(letters: string, start: number): Generator<{ word: string; end: number }> {
    for (let length = 1; length <= 6; length++) {
      for (const first of this.#bySyllable.get(letters.slice(start, start + length)) ?? []) {
        for (const word of this.#dictionary.allStartingWith(first)) {
          const end = endOf(word, letters, start + length)
          if (end !== null) yield { word, end }
        }
      }
    }
  }
}

/** Where the pinyin of a word ends whose first syllable ended at `at`; null where the letters go on otherwise. */
function endOf(word: string, letters: string, at: number): number | null {
  for (let index = 1; index < word.length; index++) {
    const syllable = syllablesOfWord(word[index]!)[0]
    if (syllable === undefined || !letters.startsWith(syllable, at)) return null
    at += syllable.length
  }
  return at
}
