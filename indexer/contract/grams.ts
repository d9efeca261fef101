import { digitsOf, PAIR_NUMBERS, PairSet } from './pair-set.js'
import { longWords } from './words/long-words.js'
import { perEdition } from './words/word-file.js'

/**
 * Exact search by overlapping character bigrams. A passage is indexed as the set of its bigrams, each written as one
 * Latin token that the engine cannot cut or correct: three base-36 digits a character. A passage that contains a
 * string contains all its bigrams, so the engine's candidates are complete; for one and two characters they are also
 * exact. So they are for the longer words that the dictionary has, each of which is one more token wherever it stands.
 * Other strings are confirmed in the stored text. DECISIONS.md has the measurements that led here.
 */

/**
 * Stands after the last character of a paragraph, so that every character begins some bigram, and before a word: no
 * bigram begins so, and no single character is searched so.
 */
const END_NUMBER = PAIR_NUMBERS - 1
const END = digitsOf(END_NUMBER)
const HAN_FIRST = 0x4e00
const HAN_COUNT = 0xa000 - HAN_FIRST
const LOW_LIMIT = 0x3400
/** Everything else shares what is left of 36³ numbers, the one for END excepted. */
const SHARED_FIRST = HAN_COUNT + LOW_LIMIT
const SHARED_COUNT = END_NUMBER - SHARED_FIRST

/** Engine queries are cut to ten words: a longer one would silently lose its end. */
export const MAX_QUERY_TOKENS = 10

/** Number + 1 of each UTF-16 unit that is a character by itself, as far as they have been met. */
const known = new Uint16Array(65_536)

/** The number of a character, below `END_NUMBER`. */
function numberOf(point: number): number {
  if (point > 0xffff) return characterNumber(point)
  return (known[point] ||= characterNumber(point) + 1) - 1
}

const encode = (character: string): string => digitsOf(numberOf(character.codePointAt(0)!))

function characterNumber(point: number): number {
  if (point >= HAN_FIRST && point < HAN_FIRST + HAN_COUNT) return point - HAN_FIRST
  if (point < LOW_LIMIT) return HAN_COUNT + point
  return SHARED_FIRST + (point % SHARED_COUNT)
}

/** True where each character of the run has a number of its own, so that equal tokens mean equal characters. */
function encodesUniquely(characters: readonly string[]): boolean {
  return characters.every((character) => {
    const point = character.codePointAt(0)!
    return point < LOW_LIMIT || (point >= HAN_FIRST && point < HAN_FIRST + HAN_COUNT)
  })
}

const pairs = new PairSet()

/** The tokens of a passage, given by its normalised paragraphs: each once, separated by spaces. */
export function gramsOf(paragraphs: readonly string[]): string {
  const words = new Set<number>()
  pairs.begin(paragraphs.reduce((sum, { length }) => sum + length, 0))
  for (const paragraph of paragraphs) {
    let before = -1
    for (let index = 0; index < paragraph.length; index++) {
      const point = paragraph.codePointAt(index)!
      if (point > 0xffff) index++
      const number = numberOf(point)
      if (before >= 0) pairs.add(before, number)
      before = number
    }
    if (before >= 0) pairs.add(before, END_NUMBER)
    longWords().find(paragraph, (word) => words.add(word))
  }
  return [pairs.toString(), ...tokensOf(words)].filter(Boolean).join(' ')
}

/**
 * The engine also looks for a word that it is asked for in two, wherever both halves are words that it has: END at both
 * ends leaves no half of a word's token that is one. Without, 十四五规划 was found in “十四五”时期的规划.
 */
const wordToken = (word: string): string => END + [...word].map(encode).join('') + END

/** The tokens of the long words, as far as they have been met: a text has the same ones again and again. */
const knownTokens = perEdition((): string[] => Array.from({ length: longWords().size }, () => ''))

function tokensOf(words: Iterable<number>): string[] {
  const known = knownTokens()
  return Array.from(words, (word) => (known[word] ||= wordToken(longWords().word(word))))
}

/** How to ask the engine for a normalised run of characters. */
export interface GramQuery {
  /** At most `MAX_QUERY_TOKENS` tokens, all of which a match contains. */
  tokens: string[]
  /** True when the only token stands for the beginning of longer ones (a single character). */
  prefix: boolean
  /** True when every candidate contains the run, so that nothing need be confirmed. */
  exact: boolean
}

/**
 * Tokens that every passage containing the normalised run has. Runs of more than eleven characters are covered evenly
 * rather than wholly.
 * Throws RangeError on an empty run.
 */
export function gramQuery(run: string): GramQuery {
  const characters = [...run]
  if (characters.length === 0) throw new RangeError('gramQuery: empty run')
  if (longWords().has(run)) return { tokens: [wordToken(run)], prefix: false, exact: true }
  const unique = encodesUniquely(characters)
  const encoded = characters.map(encode)
  if (encoded.length <= 2) return { tokens: [encoded.join('')], prefix: encoded.length === 1, exact: unique }
  const tokens = new Set<string>()
  const last = encoded.length - 2
  const count = Math.min(last + 1, MAX_QUERY_TOKENS)
  for (let step = 0; step < count; step++) {
    const start = Math.round((step * last) / (count - 1))
    tokens.add(encoded[start]! + encoded[start + 1]!)
  }
  return { tokens: [...tokens], prefix: false, exact: false }
}

/**
 * The words of an engine query for tokens; the last one stands for all that begin so if it is a prefix. After a comma
 * the engine does not ask whether two or three neighbours are written as one word, which takes half of its time.
 */
export function tokenQuery(tokens: readonly string[], prefix: boolean): string {
  return tokens.join(', ') + (prefix ? '' : ' ')
}
