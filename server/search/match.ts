import type { Lookup, Matches } from './lookup.js'
import type { Term, UnderstoodQuery, UnderstoodUnit } from './terms.js'
import type { Scope } from './types.js'

/** The documents that a query finds, before filters. */
export interface MatchSet {
  /** Id → how much of the query's weight the document has (relative to no scale but its own), > 0. */
  weights: Map<string, number>
  /** Id → number of matching passages, summed over the terms. */
  counts: Map<string, number>
  /** Strings that were asked for and that none of these documents has, where some had to be left out. */
  missing: string[]
}

/**
 * Shares of the weight of a question's terms that a document must have, tried in turn until a page is full: two or
 * three words are all meant; the longer a question, the more of its words are only its wording.
 */
function sharesFor(terms: number): number[] {
  if (terms <= 3) return [1, 0.4, 0.1]
  return terms <= 5 ? [0.5, 0.1] : [0.1]
}

const FULL_PAGE = 10

/** Where none has all that was asked for, the best are shown: those that come near the best one. */
const NEAR_BEST = 0.8
/** Sums of weights are compared with this tolerance. */
const EPSILON = 1e-9

/**
 * Which documents match: all of the things typed apart, one alternative of each; of a question's words, enough of them
 * (`sharesFor`). Where nothing has all, what has most of it.
 */
export async function match(query: UnderstoodQuery, lookup: Lookup, scope: Scope): Promise<MatchSet> {
  const units = query.required.flat()
  const found = await findTerms(units, lookup, scope)
  const { weights, counts } = weigh(units, found)
  const groups = query.required.map((group) => group.map((unit) => enough(unit, found, units.length === 1)))
  const all = [...weights.keys()].filter((id) => groups.every((sets) => sets.some((set) => set.has(id))))
  const isPhrase = units.every(({ unit }) => unit.kind === 'phrase')
  const best = all.length > 0 || isPhrase ? { ids: all, missing: [] } : bestEffort(units, weights, found)
  const ids = await withoutExcluded(best.ids, query, lookup)
  return { weights: pick(weights, ids), counts: pick(counts, ids), missing: best.missing }
}

async function findTerms(units: UnderstoodUnit[], lookup: Lookup, scope: Scope): Promise<Map<Term, Matches>> {
  const terms = units.flatMap((unit) => unit.terms)
  // One request for all; what has to be confirmed beyond that starts from its answer.
  const likely = await lookup.likely(
    terms.map(({ run }) => run),
    scope,
  )
  const found = await Promise.all(
    terms.map(({ run, exact }, index) => (exact ? lookup.exact(run, scope) : Promise.resolve(likely[index]!))),
  )
  return new Map(terms.map((term, index) => [term, found[index]!]))
}

function weigh(units: UnderstoodUnit[], found: Map<Term, Matches>): Pick<MatchSet, 'weights' | 'counts'> {
  const weights = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const term of units.flatMap(({ terms }) => terms)) {
    for (const [id, count] of found.get(term)!) {
      weights.set(id, (weights.get(id) ?? 0) + term.weight)
      counts.set(id, (counts.get(id) ?? 0) + count)
    }
  }
  return { weights, counts }
}

/** Documents that have enough of the unit's terms. What was typed apart from other things is not let off that easily. */
function enough({ terms }: UnderstoodUnit, found: Map<Term, Matches>, isAlone: boolean): ReadonlySet<string> {
  if (terms.length === 1) return new Set(found.get(terms[0]!)!.keys())
  const full = terms.reduce((sum, term) => sum + term.weight, 0)
  const sums = new Map<string, number>()
  for (const term of terms) for (const id of found.get(term)!.keys()) sums.set(id, (sums.get(id) ?? 0) + term.weight)
  let ids: string[] = []
  for (const share of isAlone ? sharesFor(terms.length) : [sharesFor(terms.length)[0]!]) {
    ids = [...sums].filter(([, sum]) => sum >= share * full - EPSILON).map(([id]) => id)
    if (ids.length >= FULL_PAGE) break
  }
  return new Set(ids)
}

function bestEffort(
  units: UnderstoodUnit[],
  weights: Map<string, number>,
  found: Map<Term, Matches>,
): { ids: string[]; missing: string[] } {
  let most = 0
  for (const weight of weights.values()) most = Math.max(most, weight)
  const ids = [...weights].filter(([, weight]) => weight >= NEAR_BEST * most).map(([id]) => id)
  const isMissing = ({ terms }: UnderstoodUnit): boolean =>
    terms.every((term) => !ids.some((id) => found.get(term)!.has(id)))
  return { ids, missing: units.filter(isMissing).map(({ unit }) => unit.text) }
}

/** What is excluded counts as one string, and only where it really stands. */
async function withoutExcluded(ids: string[], query: UnderstoodQuery, lookup: Lookup): Promise<string[]> {
  const excluded = await Promise.all(query.excluded.map(({ run }) => lookup.exact(run, '')))
  return ids.filter((id) => !excluded.some((matches) => matches.has(id)))
}

function pick(from: Map<string, number>, ids: string[]): Map<string, number> {
  return new Map(ids.map((id) => [id, from.get(id)!]))
}
