import { askedDay, type AskedDay } from './asked-day.js'
import { bigramsOf } from './bm25.js'
import type { Unit } from './query.js'
import { isAspect, queryWords, type QueryWord } from './words.js'

/** A run of words longer than this many characters is not asked for as one word. */
const LONGEST_WORD = 12

/** A unit of the query in all the pieces that the archive is asked about. */
export interface Cut {
  unit: Unit
  /** The time that it is, and nothing else, as a partial ISO date; null where it is no time. */
  date: string | null
  /** Content words, in order; empty for a phrase. */
  words: string[]
  /** `pairs[i]` is `words[i]` with the word that follows it at once, or null where something stands between. */
  pairs: (string | null)[]
  /** See `bridgesOf`. */
  bridges: Bridge[]
  /** Whether it has a word that asks. */
  asks: boolean
  /** What is asked of the rest of it, its last word: 村委会选举 程序. Null where that is no such word. */
  aspect: string | null
  /** All content in one piece, single characters that the words leave out with it: 中国梦, and not 辞职后. Null of a question. */
  oneThing: string | null
  /** The unit as one string, unless that is too long to be a word. */
  whole: string | null
  /** Character bigrams of the content, those across neighbouring words included. */
  bigrams: string[]
  /** All other bigrams: of question words, and across their borders. */
  borders: string[]
  /** The different characters of the content. */
  characters: string[]
}

/** A bigram across the border of two words, and these two as one string. */
export interface Bridge {
  run: string
  pair: string
}

export function cutUnit(unit: Unit): Cut {
  if (unit.kind === 'phrase') {
    const bigrams = bigramsOf(unit.run)
    const pieces = { bigrams, borders: [], characters: charactersOf([unit.run]) }
    return {
      unit,
      date: null,
      words: [],
      pairs: [],
      bridges: [],
      asks: false,
      aspect: null,
      oneThing: null,
      whole: unit.run,
      ...pieces,
    }
  }
  const day = askedDay(unit.run)
  if (day !== null) return cutDay(unit, day)
  const all = queryWords(unit.run)
  const isContent = contentTest(all)
  const kept = all.map((word) => (isContent(word) ? word.word : null))
  const words: string[] = []
  const pairs: (string | null)[] = []
  kept.forEach((word, index) => {
    if (word === null) return
    const next = kept[index + 1] ?? null
    words.push(word)
    pairs.push(next === null ? null : word + next)
  })
  const segments = contentSegments(all)
  const bigrams = [...new Set(segments.flatMap(bigramsOf))]
  return {
    unit,
    date: null,
    words,
    pairs,
    bridges: bridgesOf(all),
    asks: all.some(({ asks }) => asks),
    aspect: words.length > 1 && isAspect(words.at(-1)!) ? words.at(-1)! : null,
    oneThing: segments.length === 1 && all.every(({ word, asks }) => !asks && !LOOSE.has(word)) ? segments[0]! : null,
    whole: [...unit.run].length <= LONGEST_WORD && !/\s/.test(unit.run) ? unit.run : null,
    bigrams,
    borders: bigramsOf(unit.run).filter((bigram) => !bigrams.includes(bigram)),
    characters: charactersOf(segments),
  }
}

/** A time is one word. */
function cutDay(unit: Unit, { run, date }: AskedDay): Cut {
  const one = { words: [run], pairs: [null], bridges: [], asks: false, aspect: null, oneThing: null, whole: run }
  return { unit, date, ...one, bigrams: bigramsOf(run), borders: [], characters: charactersOf([run]) }
}

/** Every string of the cut whose frequency matters. */
export function runsOf({ unit, words, pairs, bridges, oneThing, whole, bigrams, borders }: Cut): string[] {
  const parts = words.flatMap(halves)
  const across = bridges.flatMap(({ run, pair }) => [run, pair])
  return [unit.run, ...words, ...parts, ...pairs, ...across, oneThing, whole, ...bigrams, ...borders].filter(
    (run) => run !== null,
  )
}

/** A word in pieces of two characters, the last of them perhaps three. */
export function halves(word: string): string[] {
  const pieces: string[] = []
  for (let start = 0; start + 1 < word.length; start += 2) {
    pieces.push(word.length - start === 3 ? word.slice(start) : word.slice(start, start + 2))
    if (word.length - start === 3) break
  }
  return pieces
}

const charactersOf = (texts: readonly string[]): string[] => [...new Set(texts.join('').match(/[\p{L}\p{N}]/gu) ?? [])]

/** Single characters count only beside nothing better; where there are no content words, all words count. */
function contentTest(words: readonly QueryWord[]): (word: QueryWord) => boolean {
  const isLong = (word: QueryWord): boolean => word.isContent && [...word.word].length > 1
  if (words.some(isLong)) return isLong
  return words.some((word) => word.isContent) ? (word) => word.isContent : () => true
}

/** What stands beside any word and belongs to none: 辞职后 has no 职后, 不公开 no 不公. */
const LOOSE = new Set('不没未受被后前时内外再才只已将让使给到')

/**
 * Bigrams across the borders of single characters that stand among content words. Names that the dictionary does not
 * know fall apart into single characters (世 景 华庭), and these hold them together (世景, 景华).
 */
function bridgesOf(words: readonly QueryWord[]): Bridge[] {
  return words.slice(0, -1).flatMap((a, index) => {
    const b = words[index + 1]!
    const [last, first] = [[...a.word].at(-1)!, [...b.word][0]!]
    const isSingle = a.word === last || b.word === first
    const isOne = isSingle && !LOOSE.has(a.word) && !LOOSE.has(b.word) && /^\p{Script=Han}+$/u.test(last + first)
    return a.isContent && b.isContent && isOne ? [{ run: last + first, pair: a.word + b.word }] : []
  })
}

/** Runs of content words that stand side by side. */
function contentSegments(words: readonly QueryWord[]): string[] {
  const segments: string[] = []
  let open = false
  for (const { word, isContent } of words) {
    if (isContent && open) segments[segments.length - 1] += word
    else if (isContent) segments.push(word)
    open = isContent
  }
  return segments.length > 0 ? segments : words.map(({ word }) => word)
}
