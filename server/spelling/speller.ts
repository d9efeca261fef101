import { normalize } from '../../indexer/contract/normalize.js'
import { correctCharacters, replaced, type Archived } from './characters.js'
import { Confusion } from './confusion.js'
import { dictionaries } from './dictionary.js'
import { PinyinInput } from './pinyin-input.js'

/** Longer queries are pasted texts. */
const LONGEST_QUERY = 60

/** Runs of Chinese characters, and words of Latin letters. */
const PIECE = /\p{Script=Han}+|(?<![\p{L}\p{N}])[a-zA-Z][a-zA-Z' ]*(?![\p{L}\p{N}])/gu

export interface Correction {
  q: string
  changes: Change[]
}

/** What was typed and what stands in its place, normalised. */
export interface Change {
  typed: string
  meant: string
  /** The same for the run of characters of which it is a piece, or all. */
  run: { typed: string; meant: string }
}

interface Meant {
  text: string
  change: Change
}

/** Finds what a reader meant who wrote a wrong character, or pinyin. Made once a process: loading takes a second. */
export class Speller {
  readonly #dictionary = dictionaries()
  readonly #confusion: Confusion
  readonly #pinyin: PinyinInput

  constructor() {
    this.#confusion = new Confusion(this.#dictionary.characters())
    this.#pinyin = new PinyinInput(this.#dictionary)
  }

  /**
   * The query with what is wrong in it put right, by what the archive has; null where nothing is. Operators, quotation
   * marks and what is excluded stay as they are.
   */
  async correct(q: string, archived: Archived): Promise<Correction | null> {
    if ([...q].length > LONGEST_QUERY) return null
    const correction: Correction = { q: '', changes: [] }
    let last = 0
    for (const { 0: piece, index } of q.matchAll(PIECE)) {
      if (/[-－−]$/.test(q.slice(0, index))) continue
      const meant = /^[a-z]/i.test(piece)
        ? await this.#letters(piece, archived)
        : await this.#characters(piece, archived)
      if (meant === null) continue
      correction.q += q.slice(last, index) + meant.text
      correction.changes.push(meant.change)
      last = index + piece.length
    }
    return last === 0 ? null : { ...correction, q: correction.q + q.slice(last) }
  }

  async #characters(piece: string, archived: Archived): Promise<Meant | null> {
    const run = normalize(piece)
    const candidate = await correctCharacters(run, archived, this.#dictionary, this.#confusion)
    if (candidate === null) return null
    const text = replaced(run, candidate)
    return { text, change: { typed: candidate.typed, meant: candidate.word, run: { typed: run, meant: text } } }
  }

  async #letters(piece: string, archived: Archived): Promise<Meant | null> {
    const letters = piece.trimEnd()
    if (/(^| )(OR|AND|NOT)( |$)/.test(letters)) return null
    const read = await this.#pinyin.read(letters.toLowerCase(), archived)
    if (read === null) return null
    const whole = { typed: normalize(letters), meant: read }
    return { text: read + piece.slice(letters.length), change: { ...whole, run: whole } }
  }
}
