import { tonedSyllablesOfWord } from '../../indexer/contract/pinyin.js'
import { CHANNEL, type Confusion } from './confusion.js'
import type { Dictionary } from './dictionary.js'

/** A word that may be meant where another string stands. */
export interface Candidate {
  /** What stands there, and from which character on (UTF-16 code units). */
  start: number
  typed: string
  word: string
  /** Logarithm of the probability that the word was written so. */
  channel: number
}

const LONGEST_SPAN = 7
/** A slip that has nothing to do with sound or shape is looked for in words of at least so many characters. */
const SHORTEST_FOR_ANY = 3

/**
 * Words that differ from a piece of the run by one character changed, exchanged with its neighbour, missing or too
 * many (the four edits of Damerau, 1964). The run is one of Chinese characters.
 */
export function candidatesIn(run: string, dictionary: Dictionary, confusion: Confusion): Candidate[] {
  const found = new Map<string, Candidate>()
  for (let start = 0; start < run.length; start++) {
    for (let end = start + 2; end <= Math.min(run.length, start + LONGEST_SPAN); end++) {
      const typed = run.slice(start, end)
      if (dictionary.has(typed) && typed.length < run.length) continue
      const isWhole = typed.length === run.length
      for (const [word, channel] of meant(typed, isWhole, dictionary, confusion)) {
        const key = `${start} ${end} ${word}`
        const known = found.get(key)
        if (!known || known.channel < channel) found.set(key, { start, typed, word, channel })
      }
    }
  }
  return [...found.values()]
}

function* meant(
  typed: string,
  isWhole: boolean,
  dictionary: Dictionary,
  confusion: Confusion,
): Generator<[string, number]> {
  for (let at = 0; at < typed.length; at++) {
    const [before, after] = [typed.slice(0, at), typed.slice(at + 1)]
    if (isWhole && typed.length > 2 && dictionary.has(before + after)) yield [before + after, CHANNEL.superfluous]
    const exchanged = before + typed.slice(at + 1, at + 2) + typed[at]! + typed.slice(at + 2)
    if (exchanged !== typed && dictionary.has(exchanged)) yield [exchanged, CHANNEL.transposed]
  }
  // With one character changed, either the first or the last is still the same.
  const withSameEnd = (length: number): string[] => [
    ...dictionary.startingWith(typed[0]!, length),
    ...dictionary.endingWith(typed.at(-1)!, length),
  ]
  for (const word of withSameEnd(typed.length)) {
    const at = onlyDifference(word, typed)
    if (at === null) continue
    const [written, character] = [typed[at]!, word[at]!]
    if (confusion.of(written).has(character) || (isWhole && confusion.soundSimilar(written, character))) {
      yield [word, confusion.channel(written, character, tonedSyllablesOfWord(word)[at]!)]
    } else if (typed.length >= SHORTEST_FOR_ANY) {
      yield [word, CHANNEL.other]
    }
  }
  if (!isWhole) return
  for (const word of withSameEnd(typed.length + 1)) if (lacksOne(word, typed)) yield [word, CHANNEL.missing]
}

/** The place where two strings of one length differ; null where that is none, or more than one. */
function onlyDifference(a: string, b: string): number | null {
  let found: number | null = null
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue
    if (found !== null) return null
    found = at
  }
  return found
}

/** Whether `short` is `long` without one of its characters. */
function lacksOne(long: string, short: string): boolean {
  let at = 0
  while (at < short.length && long[at] === short[at]) at++
  return long.slice(at + 1) === short.slice(at)
}
