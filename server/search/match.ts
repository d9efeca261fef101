import { saturation, type Bm25Parameters, type Feature } from './bm25.js'
import { Matches, type DocumentTable } from './documents.js'
import type { Lookup } from './lookup.js'
import type { Standing } from './standing.js'
import { formsOf, type Term, type UnderstoodQuery, type UnderstoodUnit } from './terms.js'
import type { Scope } from './types.js'

/** The documents that a query finds, before filters. */
export interface MatchSet {
  /** What the documents below are numbers in. */
  table: DocumentTable
  numbers: ReadonlySet<number>
  /** By number, what each document is worth as a whole: above 0 where it has anything of the query, found or not. */
  scores: Float64Array
  standing: Standing
  /** The documents that have each of the terms that decide; for three and more characters a few may be wrong. */
  found: ReadonlyMap<Term, Matches>
  /** Where no document has all that was asked for: the strings of it that none of these has. */
  missing: string[] | null
  /** True where documents that have only little of a question are left out. */
  isNarrowed: boolean
}

/** Shares of the weight of two words, tried in turn until a page is full: both are meant. */
const SHARES_OF_TWO = [1, 0.4]
/**
 * The same for a question in a list that is not ranked: its answer may be in other words, but what has little of it would
 * lead the list wherever it is new.
 */
const SHARES_IN_ORDER_OF_TIME = [0.75, 0.5, 0.3]
const MANY = 20
/** Share of the weight of a question's words, or of these and its bigrams, that is enough. */
const LEAST_SHARE = 0.1

/** The same for something that was typed apart from other things: the longer it is, the more of it is only wording. */
function shareApart(terms: number): number {
  if (terms <= 2) return 1
  return terms <= 5 ? 0.5 : LEAST_SHARE
}

const FULL_PAGE = 10
/** Where none has all that was asked for, the best are shown: those that come near the best one. */
const NEAR_BEST = 0.8
/** Sums of weights are compared with this tolerance. */
const EPSILON = 1e-9

/** How many passages' documents are asked for at most for the words of a question, beginning with the rarest word. */
const QUESTION_BUDGET = 6000
/** How many bigrams, and in how many passages altogether, say what a document is worth as a whole. */
const EVIDENCE = 14
const EVIDENCE_BUDGET = 12_000

/** Over passages that have it, not occurrences: what the engine tells of a document for nothing. */
const DOCUMENT: Bm25Parameters = { k1: 1.2, b: 0.75 }

/**
 * Which documents match: all of the things typed apart, one alternative of each; of a question's words, enough of them
 * (`enough`). Where nothing has all, what has most of it. `isRanked`: what has little of a question comes last, and need
 * not be left out.
 */
export async function match(
  query: UnderstoodQuery,
  lookup: Lookup,
  scope: Scope,
  isRanked: boolean,
): Promise<MatchSet> {
  const units = query.required.flat()
  const isAlone = units.length === 1
  const deciding = units.map((unit) => decidingTerms(unit, isAlone))
  const evidence = evidenceOf(query, deciding.flat())
  const forms = deciding.flat().flatMap((term) => formsOf(term).map(({ run }) => run))
  // One request for all; what has to be confirmed beyond that starts from its answer.
  const likely = lookup.likely([...evidence.map(({ run }) => run), ...forms], scope)
  const [bigrams, found, table, standing, excluded] = await Promise.all([
    likely,
    likely.then(() => findTerms(deciding.flat(), lookup, scope)),
    lookup.documents(),
    lookup.standing(),
    Promise.all(query.excluded.map(({ run }) => lookup.exact(run, ''))),
  ])
  const told = evidence.map((bigram, index) => ({ ...bigram, documents: bigrams[index]! }))
  const groups = query.required.map((group) =>
    group.map((unit) => enough(deciding[units.indexOf(unit)]!, found, isAlone ? told : null, unit.isQuestion)),
  )
  const scores = scoreDocuments([...featuresOf(found), ...told], table)
  const [first = new Set<number>(), ...others] = groups.map(union)
  const all = [...first].filter((number) => others.every((group) => group.has(number)))
  const isPhrase = units.every(({ unit }) => unit.kind === 'phrase')
  const best =
    all.length > 0 || isPhrase
      ? { numbers: all, missing: missingFrom(units, deciding, found, all) }
      : bestEffort(units, found)
  // What is excluded counts as one string, and only where it really stands.
  const numbers = new Set(best.numbers.filter((number) => !excluded.some((matches) => matches.has(number))))
  const narrow = isRanked || !isAlone || !units[0]!.isQuestion ? null : withMost(deciding[0]!, found)
  const isNarrowed = narrow !== null && narrow.length < numbers.size
  return {
    ...{ table, scores, standing, found, missing: best.missing, isNarrowed },
    numbers: isNarrowed ? new Set(narrow.filter((number) => numbers.has(number))) : numbers,
  }
}

/** Of a long question only the rarest terms decide: the common ones would find everything, and take their time. */
function decidingTerms({ terms, isQuestion }: UnderstoodUnit, isAlone: boolean): Term[] {
  if (!isAlone || !isQuestion) return terms
  return within(terms, QUESTION_BUDGET, terms.length)
}

/** The rarest bigrams that are not terms themselves. */
function evidenceOf(query: UnderstoodQuery, terms: readonly Term[]): Feature[] {
  const known = new Set(terms.map(({ run }) => run))
  // What is one word is found as that word.
  if (terms.length === 1 && terms[0]!.exact) return []
  const open = query.bigrams.filter(({ run, count }) => count > 0 && !known.has(run))
  return within(
    open.sort((a, b) => a.count - b.count),
    EVIDENCE_BUDGET,
    EVIDENCE,
  )
}

/** As many of the features as the budget of passages allows, but one; they are given by rising frequency. */
function within<T extends Feature>(features: readonly T[], budget: number, most: number): T[] {
  let sum = 0
  return features.slice(0, most).filter(({ count }, index) => (sum += count) <= budget || index === 0)
}

/** A feature and the documents that have it. */
type Told = Feature & { documents: Matches }

async function findTerms(terms: readonly Term[], lookup: Lookup, scope: Scope): Promise<Map<Term, Matches>> {
  const find = async (run: string, exact: boolean): Promise<Matches> =>
    exact ? lookup.exact(run, scope) : (await lookup.likely([run], scope))[0]!
  const found = await Promise.all(
    terms.map(async (term) => {
      const forms = formsOf(term)
      const matches = await Promise.all(forms.map(({ run }) => find(run, term.exact)))
      const parts = forms.map(({ share }, place) => ({ share, matches: matches[place]! }))
      if (term.dated !== undefined) parts.push({ share: 1, matches: await lookup.dated(term.dated) })
      return [term, parts.length === 1 ? matches[0]! : Matches.merged(parts)] as const
    }),
  )
  return new Map(found)
}

const featuresOf = (found: ReadonlyMap<Term, Matches>): Told[] =>
  [...found].map(([term, documents]) => ({ ...term, documents }))

function scoreDocuments(features: readonly Told[], table: DocumentTable): Float64Array {
  const scores = new Float64Array(table.size)
  for (const { weight, documents } of features) {
    documents.numbers.forEach((number, place) => {
      scores[number]! += weight * saturation(documents.counts[place]!, table.relativeLengthOf(number), DOCUMENT)
    })
  }
  return scores
}

/**
 * Documents that have enough of the terms of a unit. What was typed apart from other things is not let off that easily:
 * only of a unit that is alone less will do, and in the end (`told`) what has some of its bigrams.
 */
function enough(
  terms: readonly Term[],
  found: Map<Term, Matches>,
  told: readonly Told[] | null,
  isQuestion: boolean,
): Iterable<number> {
  if (terms.length === 1 && !isQuestion) return found.get(terms[0]!)!.numbers
  const own = terms.map((term) => ({ ...term, documents: found.get(term)! }))
  if (told === null) return withShare(own, shareApart(terms.length))
  const least = withShare(own, LEAST_SHARE)
  if (!isQuestion) {
    for (const numbers of [...SHARES_OF_TWO.map((share) => withShare(own, share)), least]) {
      if (numbers.length >= FULL_PAGE) return numbers
    }
  }
  return new Set([...least, ...withShare([...own, ...told], LEAST_SHARE)])
}

/** Of the documents that have anything of a question, those that have most of it, where these are many. */
function withMost(terms: readonly Term[], found: ReadonlyMap<Term, Matches>): number[] | null {
  const own = terms.map((term) => ({ ...term, documents: found.get(term)! }))
  for (const share of SHARES_IN_ORDER_OF_TIME) {
    const numbers = withShare(own, share)
    if (numbers.length >= MANY) return numbers
  }
  return null
}

function withShare(features: readonly Told[], share: number): number[] {
  const full = features.reduce((sum, { weight }) => sum + weight, 0)
  return atLeast(weighDocuments(features), share * full)
}

/** By number, the weight of the features that each document has. */
function weighDocuments(features: readonly Told[]): Float64Array {
  const sums = new Float64Array(features[0]?.documents.table.size ?? 0)
  for (const { weight, documents } of features) for (const number of documents.numbers) sums[number]! += weight
  return sums
}

/** Numbers of the documents that have any weight, and at least this. */
function atLeast(sums: Float64Array, weight: number): number[] {
  const least = Math.max(weight - EPSILON, Number.MIN_VALUE)
  const numbers: number[] = []
  for (let number = 0; number < sums.length; number++) if (sums[number]! >= least) numbers.push(number)
  return numbers
}

function bestEffort(
  units: readonly UnderstoodUnit[],
  found: ReadonlyMap<Term, Matches>,
): { numbers: number[]; missing: string[] } {
  const sums = weighDocuments(featuresOf(found))
  const most = sums.reduce((a, b) => Math.max(a, b), 0)
  const numbers = atLeast(sums, NEAR_BEST * most)
  const isMissing = ({ terms }: UnderstoodUnit): boolean =>
    terms.every((term) => !numbers.some((number) => found.get(term)?.has(number)))
  return { numbers, missing: units.filter(isMissing).map(({ unit }) => unit.text) }
}

/**
 * What is told of documents that have something of what was asked for, and perhaps none all of it. A word that asks makes
 * a sentence of it, of which nobody expects that.
 */
function missingFrom(
  units: readonly UnderstoodUnit[],
  deciding: readonly Term[][],
  found: ReadonlyMap<Term, Matches>,
  numbers: readonly number[],
): string[] | null {
  if (units.some(({ asks }) => asks)) return null
  const absent = units.flatMap((unit) => unit.absent)
  const terms = deciding.flat()
  const hasAll = (number: number): boolean => terms.every((term) => found.get(term)!.has(number))
  const isPartial = absent.length > 0 || (units.length === 1 && !numbers.some(hasAll))
  return isPartial ? absent : null
}

function union(sets: readonly Iterable<number>[]): ReadonlySet<number> {
  return new Set(sets.length === 1 ? sets[0]! : sets.flatMap((set) => [...set]))
}
