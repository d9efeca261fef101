import type { EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { gramQuery, MAX_QUERY_TOKENS } from '../../indexer/contract/grams.js'
import { oneOf } from '../../indexer/contract/engine/filter.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import type { PassageRecord } from '../../indexer/contract/records.js'
import type { Term } from './terms.js'
import type { Scope } from './types.js'

/** What ranking and snippets need of a passage. */
export type Candidate = Pick<PassageRecord, 'doc' | 'kind' | 'paragraph' | 'offset' | 'text' | 'hit'>

export const CANDIDATE_ATTRIBUTES = ['doc', 'kind', 'paragraph', 'offset', 'text', 'hit']

/** Searches led by different terms: the engine drops words from the end only, so each leader finds what others miss. */
const ROTATIONS = 3
const PER_ROTATION = 50
const PER_TITLE = 20
const PER_LIKELY = 60
/** A long term is asked for by this many of its bigrams at most, so that other terms find room. */
const TOKENS_PER_TERM = 2

/**
 * The engine queries whose answers together hold the best passages for the terms (given by falling weight): titles,
 * passages led by each of the rarest terms, and passages of the documents that are likely anyway.
 */
export function candidateQueries(
  terms: readonly Term[],
  scope: Scope,
  filter: readonly string[],
  likely: readonly string[],
): EngineQuery[] {
  const query = (order: readonly Term[], kind: Scope, limit: number): EngineQuery => ({
    indexUid: INDEXES.passages,
    q: tokensOf(order).join(' ') + ' ',
    filter: [...filter, `kind = ${kind}`],
    matchingStrategy: 'last',
    limit,
    attributesToRetrieve: CANDIDATE_ATTRIBUTES,
  })
  const leaders = terms.slice(0, ROTATIONS)
  return [
    ...(scope === 'text' ? [] : [query(terms, 'title', PER_TITLE)]),
    ...(scope === 'title' || likely.length === 0
      ? []
      : [
          {
            ...query(terms, 'text', PER_LIKELY),
            filter: [...filter, 'kind = text', oneOf('doc', likely)],
          },
        ]),
    ...(scope === 'title'
      ? []
      : leaders.map((leader) => query([leader, ...terms.filter((term) => term !== leader)], 'text', PER_ROTATION))),
  ]
}

/** Runs the queries, in two requests at a time, since the engine works on each of them one after another. */
export async function fetchCandidates(engine: EngineClient, queries: EngineQuery[]): Promise<Candidate[]> {
  const half = Math.ceil(queries.length / 2)
  const halves = [queries.slice(0, half), queries.slice(half)]
  const answers = (await Promise.all(halves.map((some) => engine.multiSearch<Candidate>(some)))).flat()
  // Each passage counts once.
  const seen = new Map<string, Candidate>()
  for (const { hits } of answers) {
    for (const hit of hits) seen.set(`${hit.doc}_${hit.kind}_${hit.paragraph}_${hit.offset}`, hit)
  }
  return [...seen.values()]
}

/** What to ask the engine for: of each term the first and last bigram, and more of those between where there is room. */
export function tokensOf(terms: readonly Term[], perTerm = TOKENS_PER_TERM): string[] {
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
