import { saturation, type Bm25Parameters, type Feature } from './bm25.js'
import type { DocumentLengths, Lookup, Matches } from './lookup.js'
import type { Standing } from './standing.js'
import { formsOf, type Term, type UnderstoodQuery, type UnderstoodUnit } from './terms.js'
import type { Scope } from './types.js'

/** The documents that a query finds, before filters. */
export interface MatchSet {
  ids: ReadonlySet<string>
  /** What each document that has anything of the query is worth as a whole, > 0; not only those found. */
  scores: ReadonlyMap<string, number>
  lengths: DocumentLengths
  standing: Standing
  /** The documents that have each of the terms that decide; for three and more characters a few may be wrong. */
  found: ReadonlyMap<Term, Matches>
  /** Strings that were asked for and that none of these documents has, where some had to be left out. */
  missing: string[]
}

/** Shares of the weight of two words, tried in turn until a page is full: both are meant. */
const SHARES_OF_TWO = [1, 0.4]
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
 * (`enough`). Where nothing has all, what has most of it.
 */
export async function match(query: UnderstoodQuery, lookup: Lookup, scope: Scope): Promise<MatchSet> {
  const units = query.required.flat()
  const isAlone = units.length === 1
  const deciding = units.map((unit) => decidingTerms(unit, isAlone))
  const evidence = evidenceOf(query, deciding.flat())
  const forms = deciding.flat().flatMap((term) => formsOf(term).map(({ run }) => run))
  // One request for all; what has to be confirmed beyond that starts from its answer.
  const likely = lookup.likely([...evidence.map(({ run }) => run), ...forms], scope)
  const [bigrams, found, lengths, standing, excluded] = await Promise.all([
    likely,
    likely.then(() => findTerms(deciding.flat(), lookup, scope)),
    lookup.lengths(),
    lookup.standing(),
    Promise.all(query.excluded.map(({ run }) => lookup.exact(run, ''))),
  ])
  const told = evidence.map((bigram, index) => ({ ...bigram, documents: bigrams[index]! }))
  const groups = query.required.map((group) =>
    group.map((unit) => enough(deciding[units.indexOf(unit)]!, found, isAlone ? told : null, unit.isQuestion)),
  )
  const scores = scoreDocuments([...[...found].map(([term, documents]) => ({ ...term, documents })), ...told], lengths)
  const first = groups[0] ?? []
  const all = [...union(first)].filter((id) => groups.every((sets) => sets.some((set) => set.has(id))))
  const isPhrase = units.every(({ unit }) => unit.kind === 'phrase')
  const best = all.length > 0 || isPhrase ? { ids: all, missing: [] } : bestEffort(units, found)
  // What is excluded counts as one string, and only where it really stands.
  const ids = new Set(best.ids.filter((id) => !excluded.some((matches) => matches.has(id))))
  return { ids, scores, lengths, standing, found, missing: best.missing }
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
      return [term, merged(forms.map(({ share }, place) => ({ share, matches: matches[place]! })))] as const
    }),
  )
  return new Map(found)
}

/** Documents that have any of the strings, with the numbers of passages added up in shares. */
function merged(parts: { matches: Matches; share: number }[]): Matches {
  if (parts.length === 1) return parts[0]!.matches
  const all = new Map<string, number>()
  for (const { matches, share } of parts) {
    for (const [id, count] of matches) all.set(id, (all.get(id) ?? 0) + share * count)
  }
  return all
}

function scoreDocuments(features: readonly Told[], lengths: DocumentLengths): Map<string, number> {
  const scores = new Map<string, number>()
  for (const { weight, documents } of features) {
    for (const [id, count] of documents) {
      scores.set(id, (scores.get(id) ?? 0) + weight * saturation(count, lengths.relative(id), DOCUMENT))
    }
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
): ReadonlySet<string> {
  if (terms.length === 1 && !isQuestion) return new Set(found.get(terms[0]!)!.keys())
  const own = terms.map((term) => ({ ...term, documents: found.get(term)! }))
  if (told === null) return new Set(withShare(own, shareApart(terms.length)))
  const least = withShare(own, LEAST_SHARE)
  if (!isQuestion) {
    for (const ids of [...SHARES_OF_TWO.map((share) => withShare(own, share)), least]) {
      if (ids.length >= FULL_PAGE) return new Set(ids)
    }
  }
  return new Set([...least, ...withShare([...own, ...told], LEAST_SHARE)])
}

function withShare(features: readonly Told[], share: number): string[] {
  const full = features.reduce((sum, { weight }) => sum + weight, 0)
  return [...weighDocuments(features)].filter(([, sum]) => sum >= share * full - EPSILON).map(([id]) => id)
}

function weighDocuments(features: readonly Told[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { weight, documents } of features) {
    for (const id of documents.keys()) sums.set(id, (sums.get(id) ?? 0) + weight)
  }
  return sums
}

function bestEffort(units: UnderstoodUnit[], found: Map<Term, Matches>): { ids: string[]; missing: string[] } {
  const weights = weighDocuments([...found].map(([term, documents]) => ({ ...term, documents })))
  let most = 0
  for (const weight of weights.values()) most = Math.max(most, weight)
  const ids = [...weights].filter(([, weight]) => weight >= NEAR_BEST * most).map(([id]) => id)
  const isMissing = ({ terms }: UnderstoodUnit): boolean =>
    terms.every((term) => !ids.some((id) => found.get(term)?.has(id)))
  return { ids, missing: units.filter(isMissing).map(({ unit }) => unit.text) }
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return sets.length === 1 ? sets[0]! : new Set(sets.flatMap((set) => [...set]))
}
