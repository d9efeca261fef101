import { normalize } from './contract/normalize.js'

/** A string that the archive treats as a word. */
export interface NewWord {
  word: string
  /** How often it stands in the texts. */
  count: number
  /** How much more often than its parts would meet by chance: the least pointwise mutual information of its cuts, bits. */
  cohesion: number
  /** How freely it is used: entropy of the characters before or after it, whichever is less, in bits. */
  freedom: number
  /** A place where it stands. */
  example: string
}

export interface Thresholds {
  /** Longest word, in characters. */
  longest: number
  /** Least number of occurrences; grows with the texts, one in this many characters. */
  rarity: number
  fewest: number
  cohesion: number
  freedom: number
  /**
   * Least cohesion, as a share of the greatest that is possible (Bouma, Normalized Pointwise Mutual Information, 2009),
   * of what can be cut into words that are known: 深入实施 is no word, 车船直取 is one.
   */
  compound: number
  /** Strings that are counted at the same time: what bounds the memory. */
  room: number
}

export const THRESHOLDS: Thresholds = {
  ...{ longest: 6, rarity: 2_000_000, fewest: 5 },
  ...{ cohesion: 5, compound: 0.7, freedom: 1.5, room: 2_000_000 },
}

/** Characters on either side of the example. */
const CONTEXT = 12
/** They join words and make none. */
const JOINING =
  /[的了和与及或在是有我你他这那也都就对为以等把被从向将并而其之于上下中内外个年月日一二三四五六七八九十百千万亿]/u

/**
 * Proposes new words from texts (called anew for each pass over them): frequency, cohesion (pointwise mutual information
 * over every way to cut a string in two; Church and Hanks, Word Association Norms, Mutual Information, and Lexicography,
 * 1990) and boundary entropy (Huang and Powers, Chinese Word Segmentation Based on Contextual Entropy, 2003). Strings
 * are counted in passes of growing length, a string only where both of its shorter ends were frequent (Apriori), and
 * what is rare is forgotten whenever there is no more room (lossy counting; Manku and Motwani, 2002), so that memory
 * does not grow with the texts. `isKnown` tells what is a word already. The best first, by cohesion and the
 * logarithm of the count.
 */
export function newWords(
  texts: () => Iterable<string>,
  isKnown: (word: string) => boolean,
  thresholds: Thresholds = THRESHOLDS,
): NewWord[] {
  const { counts, characters, least } = countStrings(texts, thresholds)
  const information = (word: string): number => cohesionOf(word, counts, characters)
  const candidates = new Set<string>()
  for (const [word, count] of counts) {
    if (word.length < 2 || count < least || JOINING.test(word) || isKnown(word)) continue
    const cohesion = information(word)
    const isLoose = isCompound(word, isKnown) && cohesion < thresholds.compound * Math.log2(characters / count)
    if (cohesion >= thresholds.cohesion && !isLoose) candidates.add(word)
  }
  const surroundings = surroundingsOf(candidates, texts, thresholds.longest)
  return [...surroundings]
    .map(([word, { before, after, example }]) => ({
      word,
      count: counts.get(word)!,
      cohesion: round(information(word)),
      freedom: round(Math.min(entropy(before), entropy(after))),
      example,
    }))
    .filter(({ freedom }) => freedom >= thresholds.freedom)
    .sort((a, b) => scoreOf(b) - scoreOf(a) || (a.word < b.word ? -1 : 1))
}

const scoreOf = ({ cohesion, count }: NewWord): number => cohesion * Math.log2(count)

/** Whether a string is words that are known, side by side. */
function isCompound(word: string, isKnown: (word: string) => boolean): boolean {
  const ends = new Set([0])
  for (let end = 2; end <= word.length; end++) {
    for (let start = 0; start <= end - 2; start++) {
      if (ends.has(start) && isKnown(word.slice(start, end))) ends.add(end)
    }
  }
  return ends.has(word.length)
}

interface Counted {
  counts: Map<string, number>
  characters: number
  least: number
}

/** How often each string of one to `longest` Chinese characters stands in the texts; the rare ones are left out. */
function countStrings(texts: () => Iterable<string>, { longest, rarity, fewest, room }: Thresholds): Counted {
  const counts = new Map<string, number>()
  let characters = 0
  for (const run of runsOf(texts())) {
    characters += run.length
    for (const character of run) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const least = Math.max(fewest, Math.ceil(characters / rarity))
  for (let length = 2; length <= longest; length++) {
    const found = new Map<string, number>()
    let forgotten = 1
    for (const run of runsOf(texts())) {
      for (let at = 0; at + length <= run.length; at++) {
        const word = run.slice(at, at + length)
        if (!counts.has(word.slice(1)) || !counts.has(word.slice(0, -1))) continue
        found.set(word, (found.get(word) ?? 0) + 1)
        if (found.size <= room) continue
        for (const [rare, count] of found) if (count <= forgotten) found.delete(rare)
        forgotten++
      }
    }
    for (const [word, count] of found) if (count >= least) counts.set(word, count)
  }
  return { counts, characters, least }
}

/** Runs of Chinese characters, normalised. */
function* runsOf(texts: Iterable<string>): Generator<string> {
  for (const text of texts) for (const [run] of normalize(text).matchAll(/\p{Script=Han}+/gu)) yield run
}

function cohesionOf(word: string, counts: ReadonlyMap<string, number>, characters: number): number {
  let least = Infinity
  for (let cut = 1; cut < word.length; cut++) {
    const [left, right] = [counts.get(word.slice(0, cut)) ?? 1, counts.get(word.slice(cut)) ?? 1]
    least = Math.min(least, Math.log2((counts.get(word)! * characters) / (left * right)))
  }
  return least
}

interface Surroundings {
  before: Map<string, number>
  after: Map<string, number>
  example: string
}

function surroundingsOf(
  words: ReadonlySet<string>,
  texts: () => Iterable<string>,
  longest: number,
): Map<string, Surroundings> {
  const found = new Map<string, Surroundings>()
  const add = (map: Map<string, number>, character: string): void =>
    void map.set(character, (map.get(character) ?? 0) + 1)
  for (const text of texts()) {
    const normalized = normalize(text)
    for (let at = 0; at < normalized.length; at++) {
      for (let length = 2; length <= longest && at + length <= normalized.length; length++) {
        const word = normalized.slice(at, at + length)
        if (!words.has(word)) continue
        const end = at + length
        const example = normalized.slice(Math.max(0, at - CONTEXT), end + CONTEXT)
        const own = found.get(word) ?? { before: new Map<string, number>(), after: new Map<string, number>(), example }
        found.set(word, own)
        // A border of the text is as free as can be: each counts as another character.
        add(own.before, boundary(normalized[at - 1], at))
        add(own.after, boundary(normalized[end], end))
      }
    }
  }
  return found
}

const boundary = (character: string | undefined, at: number): string =>
  character !== undefined && /\p{Script=Han}/u.test(character) ? character : `#${at % 64}`

function entropy(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const count of counts.values()) total += count
  let sum = 0
  for (const count of counts.values()) sum -= (count / total) * Math.log2(count / total)
  return sum
}

const round = (value: number): number => Math.round(value * 100) / 100
