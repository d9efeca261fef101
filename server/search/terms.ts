import { synonymsOf } from '../../indexer/contract/words/synonyms.js'
import { saysMonth } from './asked-day.js'
import { fullNamesOf } from './asked-name.js'
import { inverseFrequency, type Feature } from './bm25.js'
import { cutUnit, halves, runsOf, type Cut } from './cut.js'
import type { Lookup } from './lookup.js'
import type { ParsedQuery, Unit } from './query.js'
import { setOff, variantsOf } from './variants.js'
import { asksByItself, queryWords } from './words.js'

/** Another string that a term is found by, and what finding it is worth: 1 as much as the term itself. */
export interface Other {
  run: string
  share: number
}

/** A string that the query looks for; its weight is the inverse frequency over passages that BM25 uses, > 0. */
export interface Term extends Feature {
  /** True where the reader or the archive says that it is one word: its matches are confirmed in the text. */
  exact: boolean
  /** Other ways of writing it: numerals in characters and digits. */
  variants: string[]
  /** Other words for the same thing, of those that the archive has; none where the term by itself finds enough. */
  synonyms: Other[]
  /** Partial ISO date of the documents that count as having the term, whatever they say; none for most terms. */
  dated?: string
}

/** All strings that a term is found by, itself first. */
export function formsOf({ run, variants, synonyms }: Term): Other[] {
  return [...[run, ...variants].map((form) => ({ run: form, share: 1 })), ...synonyms]
}

/** One of the things that the reader typed, and the terms it was understood as: by falling weight, never empty. */
export interface UnderstoodUnit {
  unit: Unit
  terms: Term[]
  /** Words of it that the archive does not have at all, and that decide nothing. */
  absent: string[]
  /** True where the terms are the wording of a question, of which a document need not have all. */
  isQuestion: boolean
  /** True where a word of it asks, however few words there are. */
  asks: boolean
  /** True where its last word is what is asked of the rest. */
  hasAspect: boolean
}

export interface UnderstoodQuery {
  required: UnderstoodUnit[][]
  excluded: Unit[]
  /** Character bigrams of what is required, for ranking. */
  bigrams: RankedBigram[]
  /** The different characters of its content. */
  characters: string[]
}

export interface RankedBigram extends Feature {
  /** False for those of question words and of the borders between words. */
  isContent: boolean
}

/** Two words are one where they stand side by side in this share of the passages that have the rarer one. */
const COHESION = 0.35
/** Only the rarest terms of a long question decide; the rest adds time and nothing else. */
const MAX_TERMS = 10
const MAX_SYNONYMS = 3
/** A synonym is worth less than the reader's own word. */
const SYNONYM_SHARE = 0.8
/** What a word that asks (判几年) weighs for what its answer says (有期徒刑): it tells which law, and not what it is about. */
const ASKING_SHARE = 0.4
/** A word by itself means what it says where it stands in this many passages; a rarer one is looked for in others, too. */
const SELDOM = 10

/** Two words are both meant; of more, some may be only the wording of a question. */
const MOST_MEANT = 2

/** Fewer pairs of characters say nothing together. */
const LEAST_PIECES = 3

/** In how many passages a string may occur. */
type Frequency = (run: string) => number

/**
 * Finds the terms of each unit. nodejieba cuts; the archive itself then says which neighbours are really one word
 * (营商 + 环境): those that hardly occur apart. `passages`: number of passages in the archive.
 */
export async function understand(
  query: ParsedQuery,
  lookup: Pick<Lookup, 'frequencies'>,
  passages: number,
): Promise<UnderstoodQuery> {
  const cuts = asOneQuestion(query.required).map((group) => group.map(cutUnit))
  const all = cuts.flat()
  const alternatives = new Map(all.flatMap((cut) => othersOf(cut)))
  const runs = [
    ...new Set([...all.flatMap(runsOf), ...[...alternatives.values()].flatMap((one) => Object.values(one).flat())]),
  ]
  const counts = await lookup.frequencies(runs)
  const frequencies = new Map(runs.map((run, index) => [run, counts[index]!]))
  const frequency: Frequency = (run) => frequencies.get(run) ?? 0
  const weigh = (run: string, count = frequency(run)): Feature => ({
    run,
    count,
    weight: inverseFrequency(count, passages),
  })
  const held = (run: string): boolean => frequency(run) > 0
  const aspects = new Set(all.map(({ aspect }) => aspect))
  const isListed = (run: string): boolean => alternatives.get(run)?.synonyms.some(held) ?? false
  const termOf = (run: string, exact: boolean): Term => {
    const { variants, synonyms } = alternatives.get(run) ?? { variants: [], synonyms: [] }
    const written = [run, ...variants.filter(held)]
    // A part of a word means more than the word, 公积金 not only 住房公积金: it is the last resort.
    const others = synonyms.filter(held)
    const proper = others.filter((other) => !run.includes(other))
    const meant = (held(run) || proper.length > 0 ? proper : others).slice(0, MAX_SYNONYMS)
    // Written in different ways it is as frequent as its commonest form, at least; where it is hardly there, as what else
    // it is called: 漏水 is no rarer a thing than 渗漏.
    const own = Math.max(...written.map(frequency))
    const count = own < SELDOM ? Math.max(own, ...meant.map(frequency)) : own
    const { weight, ...feature } = weigh(run, count)
    return {
      ...feature,
      weight: asksByItself(run) || aspects.has(run) ? ASKING_SHARE * weight : weight,
      exact,
      variants: written.slice(1),
      synonyms: meant.map((other) => ({ run: other, share: SYNONYM_SHARE })),
    }
  }
  const isApart = cuts.length > 1
  const content = new Set(all.flatMap(({ bigrams }) => bigrams))
  return {
    required: cuts.map((group) => group.map((cut) => understoodUnit(cut, frequency, isListed, termOf, isApart))),
    excluded: query.excluded,
    bigrams: [...new Set(all.flatMap((cut) => [...cut.bigrams, ...cut.borders]))].map((run) => ({
      ...weigh(run),
      isContent: content.has(run),
    })),
    characters: [...new Set(all.flatMap(({ characters }) => characters))],
  }
}

/**
 * What is typed apart is all required, but 工伤 怎么办 is a question with a space in it: nothing has to say 怎么办. What
 * is quoted, a number or an alternative stays apart.
 */
function asOneQuestion(required: readonly Unit[][]): Unit[][] {
  const isLoose = (group: readonly Unit[]): boolean => group.length === 1 && group[0]!.kind === 'free'
  const loose = required.filter(isLoose).flat()
  const asksOnly = ({ run }: Unit): boolean => {
    const words = queryWords(run)
    return words.some(({ asks }) => asks) || words.every(({ isContent }) => !isContent)
  }
  if (loose.length < 2 || !loose.some(asksOnly)) return [...required]
  const join = (of: (unit: Unit) => string): string => loose.map(of).join(' ')
  const question: Unit = { ...loose[0]!, text: join(({ text }) => text), run: join(({ run }) => run) }
  return [[question], ...required.filter((group) => !isLoose(group))]
}

interface Others {
  variants: string[]
  synonyms: string[]
}

/** A phrase stands for itself; a number or a word may be written otherwise, or be another word. */
function othersOf({ unit, words, pairs, oneThing, whole }: Cut): [string, Others][] {
  const isLiteral = unit.kind === 'phrase' && !unit.isNumber
  if (isLiteral) return []
  const runs = unit.kind === 'phrase' ? [unit.run] : [...words, ...pairs, oneThing, whole].filter((run) => run !== null)
  return runs.map((run) => [
    run,
    {
      variants: words.includes(run) ? [...variantsOf(run), ...setOff(run)] : variantsOf(run),
      // What contains the word finds nothing more.
      synonyms: unit.isNumber ? [] : synonymsOf(run).filter((other) => !other.includes(run)),
    },
  ])
}

function understoodUnit(
  cut: Cut,
  frequency: Frequency,
  isListed: (run: string) => boolean,
  termOf: (run: string, exact: boolean) => Term,
  isApart: boolean,
): UnderstoodUnit {
  const { unit, words, whole, asks } = cut
  const hasAspect = cut.aspect !== null
  const isOne = (run: string, parts: readonly string[]): boolean =>
    coheres(run, parts, frequency) && !hidesListed(run, parts, asks || frequency(run) < SELDOM, isListed)
  const thing = thingOf(cut, frequency, isListed)
  // Hardly anywhere as it is typed: the word alone is better than nothing.
  if (thing !== null && frequency(thing) < SELDOM) {
    const terms = [thing, words[0]!].map((run) => termOf(run, false))
    return { unit, terms: terms.sort((a, b) => b.weight - a.weight), absent: [], isQuestion: true, asks, hasAspect }
  }
  const pieces = piecesOf(cut, frequency, termOf)
  if (pieces.length > 0) return { unit, terms: pieces, absent: [], isQuestion: true, asks, hasAspect }
  const one = words.length === 0 ? unit.run : words.length === 1 ? (thing ?? words[0]!) : null
  const single =
    one !== null && !isBestInPieces(cut, frequency, termOf) ? one : whole !== null && isOne(whole, words) ? whole : null
  if (single !== null) {
    const term = termOf(single, true)
    const isSeldom = [single, ...term.variants].every((form) => frequency(form) < SELDOM)
    // Of a question with one word only, hardly there and with no other words for it, pieces are better than nothing.
    if (isSeldom && asks && term.synonyms.length === 0)
      return { unit, terms: [{ ...term, exact: false }], absent: [], isQuestion: true, asks, hasAspect }
    const names = fullNamesOf(single)
    // Of a word that is typed alone, the total says where it stands; of several, each says what else it may be called.
    const synonyms =
      isSeldom || asks || isApart ? term.synonyms : term.synonyms.filter(({ run }) => names.includes(run))
    const dated = datedBy(cut, isApart)
    return { unit, terms: [{ ...term, synonyms, ...dated }], absent: [], isQuestion: false, asks, hasAspect }
  }
  const parts = merge(cut, isOne).flatMap((run) => (isListed(run) ? [run] : heldParts(run, frequency)))
  const bridges = cut.bridges.filter(({ run, pair }) => coheres(pair, [run], frequency))
  const runs = [...new Set([...parts, ...bridges.map(({ run }) => run)])]
  const terms = runs.map((run) => termOf(run, false))
  // What the archive does not have at all decides nothing, as long as there is anything that it has.
  const held = terms.filter((term) => term.count > 0 || term.synonyms.length > 0)
  const known = (held.length > 0 ? held : terms).sort((a, b) => b.weight - a.weight).slice(0, MAX_TERMS)
  const absent = terms.filter((term) => held.length > 0 && !held.includes(term)).map(({ run }) => run)
  return { unit, terms: known, absent, isQuestion: asks || runs.length > MOST_MEANT, asks, hasAspect }
}

/**
 * What is of a time need not name it: news of 2023年7月 say 今天. A year by itself stays what it says, since most of an archive
 * may be of it.
 */
function datedBy({ date }: Cut, isApart: boolean): Pick<Term, 'dated'> {
  return date !== null && (isApart || saysMonth(date)) ? { dated: date } : {}
}

/**
 * One word with the single character beside it, where the archive has them so: 中国梦 is another thing than 中国. Null where
 * other words are listed for the word, which would be lost.
 */
function thingOf({ words, oneThing }: Cut, frequency: Frequency, isListed: (run: string) => boolean): string | null {
  if (words.length !== 1 || oneThing === null || oneThing === words[0] || frequency(oneThing) === 0) return null
  return hidesListed(oneThing, words, true, isListed) ? null : oneThing
}

/** One word that the archive does not have, neither as it is written nor as what else it is called, but in pieces. */
function isBestInPieces({ words }: Cut, frequency: Frequency, termOf: (run: string, exact: boolean) => Term): boolean {
  const [word] = words
  return words.length === 1 && termOf(word!, true).count === 0 && heldParts(word!, frequency)[0] !== word
}

/**
 * What is held of a run of single characters round one word that the archive does not have: a saying from memory, cut without
 * the comma that stands in it, 路虽远行则将至. By falling weight; none where there is little of that kind.
 */
function piecesOf(
  { words, bridges }: Cut,
  frequency: Frequency,
  termOf: (run: string, exact: boolean) => Term,
): Term[] {
  const held = [...new Set(bridges.map(({ run }) => run))].filter((run) => frequency(run) > 0)
  if (words.length !== 1 || held.length < LEAST_PIECES || termOf(words[0]!, true).count > 0) return []
  return held.map((run) => termOf(run, false)).sort((a, b) => b.weight - a.weight)
}

/** Half of a Latin word is no word. */
const HAN_ONLY = /^\p{Script=Han}+$/u

/** A word that the archive does not have is asked for in halves, as far as it has these (代课老师: 代课, 老师). */
function heldParts(run: string, frequency: Frequency): string[] {
  if (frequency(run) > 0 || run.length < 4 || !HAN_ONLY.test(run)) return [run]
  const parts = halves(run).filter((part) => frequency(part) > 0)
  return parts.length > 0 ? parts : [run]
}

function coheres(run: string, parts: readonly string[], frequency: Frequency): boolean {
  return frequency(run) > 0 && frequency(run) >= COHESION * Math.min(...parts.map(frequency))
}

/**
 * Whether the other words that are listed for a part are lost where the whole stands for it, and are needed: 起征点 is
 * 减除费用 in the law, and 个人所得税起征点 stands in a few old reports.
 */
function hidesListed(
  run: string,
  parts: readonly string[],
  isNeeded: boolean,
  isListed: (run: string) => boolean,
): boolean {
  return isNeeded && !isListed(run) && parts.some(isListed)
}

/** The words, with neighbours that are one made one. */
function merge({ words, pairs }: Cut, isOne: (run: string, parts: readonly string[]) => boolean): string[] {
  const merged: string[] = []
  for (let index = 0; index < words.length; index++) {
    const pair = pairs[index] ?? null
    if (pair !== null && isOne(pair, [words[index]!, words[index + 1]!])) {
      merged.push(pair)
      index++
    } else {
      merged.push(words[index]!)
    }
  }
  return merged
}
