import type { Lookup } from './lookup.js'
import type { ParsedQuery, Unit } from './query.js'
import { cutWords, type QueryWord } from './words.js'

/** A string that the query looks for, with what it weighs. */
export interface Term {
  /** Normalised. */
  run: string
  /** Inverse document frequency over passages (Robertson–Spärck Jones, as in BM25), > 0. */
  weight: number
  /** True where the reader or the archive says that it is one word: its matches are confirmed in the text. */
  exact: boolean
}

/** One of the things that the reader typed, and the terms it was understood as. */
export interface UnderstoodUnit {
  unit: Unit
  /** Never empty. All terms count; how many must be there is decided in match.ts. */
  terms: Term[]
}

export interface UnderstoodQuery {
  required: UnderstoodUnit[][]
  excluded: Unit[]
}

/** A run of words longer than this is not asked for as one word. */
const LONGEST_WORD = 12
/** Two words are one where they stand side by side in this share of the passages that have the rarer one. */
const COHESION = 0.35
/** Only the rarest terms of a long question decide; the rest adds time and nothing else. */
const MAX_TERMS = 10

/**
 * Finds the terms of each unit. nodejieba cuts; the archive itself then says which neighbours are really one word
 * (营商 + 环境): those that hardly occur apart.
 */
export async function understand(query: ParsedQuery, lookup: Lookup, passages: number): Promise<UnderstoodQuery> {
  const required = await Promise.all(
    query.required.map((group) => Promise.all(group.map((unit) => understandUnit(unit, lookup, passages)))),
  )
  return { required, excluded: query.excluded }
}

async function understandUnit(unit: Unit, lookup: Lookup, passages: number): Promise<UnderstoodUnit> {
  const weigh = (frequency: number): number => Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5))
  const asOne = async (): Promise<UnderstoodUnit> => {
    const [frequency] = await lookup.frequencies([unit.run])
    return { unit, terms: [{ run: unit.run, weight: weigh(frequency!), exact: true }] }
  }
  if (unit.kind === 'phrase') return asOne()
  const cut = cutWords(unit.run)
  const words = contentWords(cut)
  if (words.length <= 1) return words[0] === undefined || words[0].word === unit.run ? asOne() : single(words[0].word)

  async function single(word: string): Promise<UnderstoodUnit> {
    const [frequency] = await lookup.frequencies([word])
    return { unit, terms: [{ run: word, weight: weigh(frequency!), exact: true }] }
  }

  const pairs = words.slice(0, -1).map((word, index) => (word.adjacent ? word.word + words[index + 1]!.word : null))
  const whole = [...unit.run].length <= LONGEST_WORD ? unit.run : null
  const bridges = bridgesOf(cut)
  const runs = [
    ...[...words.map(({ word }) => word), ...pairs.filter((pair) => pair !== null), ...bridges],
    ...(whole ? [whole] : []),
  ]
  const counts = await lookup.frequencies(runs)
  const frequency = new Map(runs.map((run, index) => [run, counts[index]!]))
  const coheres = (run: string, parts: string[]): boolean => {
    const together = frequency.get(run) ?? 0
    return together > 0 && together >= COHESION * Math.min(...parts.map((part) => frequency.get(part) ?? 0))
  }
  if (
    whole &&
    coheres(
      whole,
      words.map(({ word }) => word),
    )
  )
    return asOne()
  const merged = [...merge(words, pairs, coheres), ...bridges]
  // What the archive does not have at all decides nothing, as long as there is anything that it has.
  const held = merged.filter((run) => frequency.get(run)! > 0)
  const terms = [...new Set(held.length > 0 ? held : merged)].map((run) => ({
    run,
    weight: weigh(frequency.get(run)!),
    exact: false,
  }))
  return { unit, terms: terms.sort((a, b) => b.weight - a.weight).slice(0, MAX_TERMS) }
}

interface ContentWord {
  word: string
  /** Whether the next content word follows at once. */
  adjacent: boolean
}

/** The content words; where the query has none, all words. Single characters count only beside nothing better. */
function contentWords(words: QueryWord[]): ContentWord[] {
  const content = words.some(({ isContent, word }) => isContent && [...word].length > 1)
    ? (word: QueryWord): boolean => word.isContent && [...word.word].length > 1
    : words.some(({ isContent }) => isContent)
      ? (word: QueryWord): boolean => word.isContent
      : (): boolean => true
  return words.flatMap((word, index) => {
    const next = words[index + 1]
    return content(word) ? [{ word: word.word, adjacent: next !== undefined && content(next) }] : []
  })
}

function merge(
  words: ContentWord[],
  pairs: (string | null)[],
  coheres: (run: string, parts: string[]) => boolean,
): string[] {
  const merged: string[] = []
  for (let index = 0; index < words.length; index++) {
    const pair = pairs[index] ?? null
    const parts = [words[index]!.word, words[index + 1]?.word ?? '']
    if (pair !== null && coheres(pair, parts)) {
      merged.push(pair)
      index++
    } else {
      merged.push(words[index]!.word)
    }
  }
  return merged
}

/**
 * Bigrams across the borders of single characters that stand among content words. Names that the dictionary does not
 * know fall apart into single characters (世 景 华庭), and these hold them together (世景, 景华).
 */
function bridgesOf(words: QueryWord[]): string[] {
  const bridges: string[] = []
  for (let index = 0; index + 1 < words.length; index++) {
    const [a, b] = [words[index]!, words[index + 1]!]
    const [last, first] = [[...a.word].at(-1)!, [...b.word][0]!]
    const isSingle = a.word === last || b.word === first
    if (a.isContent && b.isContent && isSingle && /\p{Script=Han}/u.test(last + first)) bridges.push(last + first)
  }
  return bridges
}
