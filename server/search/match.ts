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

/** A document must have this share of the weight of a question's terms. */
const ENOUGH = 0.5
/** Where none has all that was asked for, the best are shown, but not below this share. */
const BEARABLE = 0.3

/**
 * Which documents match: all of the things typed apart, one alternative of each; of a question's words, those that
 * make up half of its weight. Where nothing has all, what has most of it.
 */
export async function match(query: UnderstoodQuery, lookup: Lookup, scope: Scope): Promise<MatchSet> {
  const units = query.required.flat()
  const found = new Map<Term, Matches>()
  const open = units.flatMap(({ terms }) => terms).filter((term) => !term.exact)
  const likely = await lookup.likely(
    open.map(({ run }) => run),
    scope,
  )
  open.forEach((term, index) => found.set(term, likely[index]!))
  for (const term of units.flatMap(({ terms }) => terms).filter(({ exact }) => exact)) {
    found.set(term, await lookup.exact(term.run, scope))
  }

  const { weights, counts } = weigh(units, found)
  const groups = query.required.map((group) => group.map((unit) => enough(unit, found, ENOUGH)))
  const all = [...weights.keys()].filter((id) => groups.every((sets) => sets.some((set) => set.has(id))))
  const isPhrase = units.every(({ unit }) => unit.kind === 'phrase')
  const best = all.length > 0 || isPhrase ? { ids: all, missing: [] } : bestEffort(units, weights, found)
  const ids = await withoutExcluded(best.ids, query, lookup)
  return { weights: pick(weights, ids), counts: pick(counts, ids), missing: best.missing }
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

/** Documents that have at least this share of the weight of the unit's terms. */
function enough({ terms }: UnderstoodUnit, found: Map<Term, Matches>, share: number): ReadonlySet<string> {
  if (terms.length === 1) return new Set(found.get(terms[0]!)!.keys())
  const needed = share * terms.reduce((sum, term) => sum + term.weight, 0)
  const sums = new Map<string, number>()
  for (const term of terms) for (const id of found.get(term)!.keys()) sums.set(id, (sums.get(id) ?? 0) + term.weight)
  return new Set([...sums].filter(([, sum]) => sum >= needed).map(([id]) => id))
}

function bestEffort(
  units: UnderstoodUnit[],
  weights: Map<string, number>,
  found: Map<Term, Matches>,
): { ids: string[]; missing: string[] } {
  const total = units.flatMap(({ terms }) => terms).reduce((sum, term) => sum + term.weight, 0)
  let most = 0
  for (const weight of weights.values()) most = Math.max(most, weight)
  if (most < BEARABLE * total) return { ids: [], missing: [] }
  const ids = [...weights].filter(([, weight]) => weight >= 0.8 * most).map(([id]) => id)
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
