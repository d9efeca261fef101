import type { EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { gramQuery, MAX_QUERY_TOKENS, tokenQuery } from '../../indexer/contract/grams.js'
import { oneOf } from '../../indexer/contract/engine/filter.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { normalize } from '../../indexer/contract/normalize.js'
import type { PassageRecord } from '../../indexer/contract/records.js'
import { fullNamesOf } from './asked-name.js'
import type { DocumentTable } from './documents.js'
import { writtenWithin } from './filters.js'
import { withoutFrame } from './frame.js'
import type { Reading } from './reading.js'
import { formsOf, type Term } from './terms.js'
import type { Scope } from './types.js'

/** What ranking and snippets need of a passage. */
export type Candidate = Pick<PassageRecord, 'doc' | 'kind' | 'paragraph' | 'offset' | 'text' | 'hit'>

export const CANDIDATE_ATTRIBUTES = ['doc', 'kind', 'paragraph', 'offset', 'text', 'hit']

const normalizedLines = new WeakMap<Candidate, readonly string[]>()

/** The lines of a passage, normalised: worked out once, for whoever looks through it. */
export function linesOf(passage: Candidate): readonly string[] {
  let lines = normalizedLines.get(passage)
  if (lines === undefined) normalizedLines.set(passage, (lines = passage.text.split('\n').map(normalize)))
  return lines
}

/** Orders of time: the day of writing; one of which only the year is known stands at its beginning. */
export const ORDER = { newest: ['written_from:desc', 'doc:asc'], oldest: ['written_from:asc', 'doc:asc'] }

/** Searches led by different terms: the engine drops words from the end only, so each leader finds what others miss. */
const ROTATIONS = 2
/** With those led by other words for these terms. */
const MOST_ROTATIONS = 5
const PER_ROTATION = 30
const PER_TITLE = 20
const PER_TIME = 20
const PER_BODIES = 10
const PER_RULES = 20
/** A document of up to this many passages, its title among them, is read whole. */
const SHORT = 6
/** A long term is asked for by this many of its bigrams at most, so that other terms find room. */
const TOKENS_PER_TERM = 2

type Run = Pick<Term, 'run'>

/**
 * Engine queries for the best passages for the terms (given by falling weight), wherever they stand: titles, and
 * passages led by each of the rarest terms. Of the time that is asked for, some are fetched in any case: what has all
 * terms may be a great deal, and older; so are some by the given bodies: what 31 provinces say of a year is more than what
 * the State Council does, and a province does not name itself in all that it says; and so is what rules say where a question
 * is of today.
 */
export function wideQueries(
  { terms, time, asks }: Pick<Reading, 'terms' | 'time' | 'asks'>,
  scope: Scope,
  filter: readonly string[],
  bodies: readonly string[],
): EngineQuery[] {
  const { newest, years, dates, today } = time
  const ofTime =
    dates.length > 0 ? dates.map((date) => `(${writtenWithin(date)})`).join(' OR ') : oneOf('year', years.map(String))
  const titles = query(terms, [...filter, 'kind = title'], PER_TITLE)
  const ofText = [...filter, 'kind = text']
  const text = query(terms, ofText, PER_TIME)
  return [
    ...(scope === 'text'
      ? []
      : [
          titles,
          ...named(terms).map((name) => ({ ...titles, q: queryText([name], MAX_QUERY_TOKENS) })),
          ...(newest ? newestTitles(titles, bodies) : []),
        ]),
    ...(scope === 'title'
      ? []
      : [
          // One term: the documents that have it are known, and their passages are asked for when their order is.
          ...(terms.length === 1 ? [] : rotations(terms).map((order) => query(order, ofText, PER_ROTATION))),
          ...(newest ? [{ ...text, sort: ORDER.newest }] : []),
          ...(years.length === 0 ? [] : [query(terms, [...ofText, ofTime], PER_TIME)]),
          ...(bodies.length === 0 ? [] : byBodies(terms, ofText, years, bodies)),
          ...(asks && today ? rotations(terms).map((order) => query(order, [...ofText, IN_FORCE], PER_RULES)) : []),
        ]),
  ]
}

/** Rules that are in force, as far as they say so: what the press tells of a matter is more than what is right in it. */
const IN_FORCE = oneOf('validity', ['有效', '部分失效'])

/** The newest by whomever, and by the bodies asked for, of which others may have written more since. */
const newestTitles = (titles: EngineQuery, bodies: readonly string[]): EngineQuery[] =>
  [[], ...(bodies.length > 0 ? [[oneOf('issuer', bodies)]] : [])].map((by) => ({
    ...titles,
    filter: [...(titles.filter ?? []), ...by],
    sort: ORDER.newest,
  }))

/**
 * Of what these bodies wrote, in whatever words: in the years that are asked for, and in the next, which looks back on
 * them. What they write need not name their place and the year.
 */
function byBodies(
  terms: readonly Term[],
  filter: readonly string[],
  years: readonly number[],
  bodies: readonly string[],
): EngineQuery[] {
  const ofYears = years.length === 0 ? [] : [oneOf('year', [...years, ...years.map((year) => year + 1)].map(String))]
  const byThem = [...filter, ...ofYears, oneOf('issuer', bodies)]
  return rotations(withoutFrame(terms)).map((order) => query(order, byThem, PER_BODIES))
}

/** The full names of texts that terms are short for: whoever types one wants that text, which need not say it. */
function named(terms: readonly Term[]): Run[] {
  return terms.flatMap(({ run, synonyms }) => {
    const names = fullNamesOf(run)
    return synonyms.filter((other) => names.includes(other.run))
  })
}

/**
 * Engine queries for passages of the documents named: all of the short documents, which the engine's choice of passages
 * would only leave gaps in, and the best ones of the long.
 */
export function likelyQueries(
  terms: readonly Term[],
  scope: Scope,
  numbers: readonly number[],
  table: DocumentTable,
): EngineQuery[] {
  const kind = `kind = ${scope === 'title' ? 'title' : 'text'}`
  const isShort = (number: number): boolean => table.lengthOf(number) <= SHORT
  const short = table.idsOf(numbers.filter(isShort))
  const long = table.idsOf(numbers.filter((number) => !isShort(number)))
  return [
    ...(short.length === 0 ? [] : [passages({ filter: [kind, oneOf('doc', short)], limit: short.length * SHORT })]),
    ...(long.length === 0
      ? []
      : rotations(terms).map((order) => ({
          ...query(order, [kind, oneOf('doc', long)], long.length),
          // Of each its best one: else a few documents would fill the answer.
          distinct: 'doc',
        }))),
  ]
}

function query(order: readonly Run[], filter: string[], limit: number): EngineQuery {
  return passages({ q: queryText(order), filter, matchingStrategy: 'last', limit })
}

const passages = (what: Partial<EngineQuery>): EngineQuery => ({
  indexUid: INDEXES.passages,
  attributesToRetrieve: CANDIDATE_ATTRIBUTES,
  ...what,
})

/** The terms, each of the rarest in front of the others once, and then what else these are called. */
function rotations(terms: readonly Term[]): Run[][] {
  const leading = terms.slice(0, ROTATIONS)
  const others = leading.map((term) => formsOf(term).slice(1))
  const most = Math.max(0, ...others.map(({ length }) => length))
  const inTurn = Array.from({ length: most }, (_, place) =>
    leading.flatMap((term, index) => (others[index]![place] ? [{ term, leader: others[index]![place] }] : [])),
  ).flat()
  return [...leading.map((term) => ({ term, leader: term as Run })), ...inTurn]
    .slice(0, MOST_ROTATIONS)
    .map(({ term, leader }) => [leader, ...terms.filter((other) => other !== term)])
}

export async function fetchCandidates(engine: EngineClient, queries: EngineQuery[]): Promise<Candidate[]> {
  return (await engine.multiSearchInParallel<Candidate>(queries)).flatMap(({ hits }) => hits)
}

/** Each passage once. */
export function unique(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((one) => [`${one.doc}_${one.kind}_${one.paragraph}_${one.offset}`, one])).values()]
}

/** What to ask the engine for. A single character is the beginning of the bigrams that begin with it. */
export function queryText(terms: readonly Run[], perTerm = TOKENS_PER_TERM): string {
  const isPrefix = terms.length === 1 && [...terms[0]!.run].length === 1
  return tokenQuery(tokensOf(terms, perTerm), isPrefix)
}

/** Of each term the first and last bigram, and more of those between where there is room. */
function tokensOf(terms: readonly Run[], perTerm: number): string[] {
  const tokens = new Set<string>()
  for (const { run } of terms) {
    const all = gramQuery(run).tokens
    const last = all.length - 1
    const some = all.length <= perTerm ? all : all.filter((_, index) => isEvenly(index, last, perTerm))
    if (tokens.size + some.length > MAX_QUERY_TOKENS) break
    for (const token of some) tokens.add(token)
  }
  return [...tokens]
}

/** Whether the place 0 … last is among the `count` (2 or more) that are spread evenly over it. */
function isEvenly(place: number, last: number, count: number): boolean {
  return Math.round((Math.round((place * (count - 1)) / last) * last) / (count - 1)) === place
}
