import type { EngineAnswer, EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { FACETS } from '../../indexer/contract/fields.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { CANDIDATE_ATTRIBUTES, fetchCandidates, likelyQueries, ORDER, unique, type Candidate } from './candidates.js'
import { facetQueries, facetsFrom, filterOf, ONE_PER_DOCUMENT } from './filters.js'
import type { MatchSet } from './match.js'
import { rank } from './rank.js'
import type { Reading } from './reading.js'
import type { SearchRequest, SearchResult } from './types.js'

/** A page of results before its hits are dressed. */
export interface Page {
  total: number
  facets: SearchResult['facets']
  ids: string[]
  /** Passages already at hand. */
  candidates: Candidate[]
  /** The matching documents that the filters leave; null where there are no filters. */
  left: ReadonlySet<string> | null
}

/** Documents whose passages are looked at because of what they have as a whole, and how many passages altogether. */
const MOST_LIKELY = 100
const LIKELY_PASSAGES = 240
/** A longer document counts as so many passages: no more of it are read. */
const FEW_PASSAGES = 5

/** No query: every document that the filters leave, newest first unless asked otherwise. */
export function browse(engine: EngineClient, request: SearchRequest): Promise<Page> {
  return sorted(engine, request, null)
}

/**
 * The page of a query: filtered and counted by the engine within the matching documents, in the order asked for.
 * `wide`: passages that were found for the terms wherever they stand; `leading`: of documents that come before all others.
 */
export async function pageOf(
  engine: EngineClient,
  request: SearchRequest,
  reading: Reading,
  matches: MatchSet,
  wide: readonly Candidate[],
  leading: readonly Candidate[],
): Promise<Page> {
  if (matches.numbers.size === 0)
    return { total: 0, facets: facetsFrom(request, { hits: [] }, [], []), ids: [], candidates: [], left: null }
  const { table, numbers } = matches
  const restriction = table.filterFor(numbers)
  if (request.sort !== '') return sorted(engine, request, restriction)
  const counting = count(engine, request, restriction, { limit: 0 })
  // Within filters, the likely ones are chosen from what these leave.
  const left = filterOf(request).length > 0 ? (await counting).left : null
  const isLeft = (number: number): boolean => left?.has(table.idOf(number)) ?? true
  const likely = mostLikely([...numbers].filter(isLeft), matches)
  const ranking = fetchCandidates(engine, likelyQueries(reading.terms, request.scope, likely, table)).then((near) => {
    const candidates = unique([...leading, ...near, ...wide])
    const first = leading.map(({ doc }) => table.find(doc)).filter((number) => number !== null)
    const ranked = rank(matches, candidates, reading)
    return { candidates, ranked: [...new Set([...first, ...ranked])].filter(isLeft) }
  })
  // Ranked while the engine is still counting.
  const [counted, { candidates, ranked }] = await Promise.all([counting, ranking])
  const start = (request.page - 1) * request.perPage
  const ids = table.idsOf(ranked.slice(start, start + request.perPage))
  return { ...counted, total: ranked.length, ids, candidates }
}

/** How many of the matching documents the filters leave. */
export async function totalOf(
  engine: EngineClient,
  request: SearchRequest,
  { table, numbers }: MatchSet,
): Promise<number> {
  const filter = filterOf(request)
  if (numbers.size === 0 || filter.length === 0) return numbers.size
  const answer = await engine.search({
    indexUid: INDEXES.passages,
    filter: [ONE_PER_DOCUMENT, ...table.filterFor(numbers), ...filter],
    page: 1,
    hitsPerPage: 1,
    attributesToRetrieve: ['doc'],
  })
  return answer.totalHits ?? 0
}

async function sorted(engine: EngineClient, request: SearchRequest, restriction: Restriction): Promise<Page> {
  const { main, facets, left } = await count(engine, request, restriction, {
    sort: ORDER[request.sort || 'newest'],
    page: request.page,
    hitsPerPage: request.perPage,
    attributesToRetrieve: CANDIDATE_ATTRIBUTES,
  })
  return { total: main.totalHits ?? 0, facets, ids: main.hits.map(({ doc }) => doc), candidates: main.hits, left }
}

/** What lets the engine look at the documents of a query only; null where there is no query. */
type Restriction = readonly string[] | null

interface Counted {
  main: EngineAnswer<Candidate>
  facets: SearchResult['facets']
  left: ReadonlySet<string> | null
}

async function count(
  engine: EngineClient,
  request: SearchRequest,
  restriction: Restriction,
  what: Partial<EngineQuery>,
): Promise<Counted> {
  const filter = filterOf(request)
  const own = facetQueries(request, restriction ?? [])
  const facets: string[] = FACETS.map(({ name }) => name).filter((name) => request.filters[name].length === 0)
  // Within filters, which of the matching documents are left is one more facet.
  const needsLeft = restriction !== null && filter.length > 0
  const main = {
    indexUid: INDEXES.passages,
    filter: [ONE_PER_DOCUMENT, ...(restriction ?? []), ...filter],
    facets: needsLeft ? [...facets, 'doc'] : facets,
    ...what,
  }
  const [answer, ...rest] = await engine.multiSearch<Candidate>([main, ...own.queries])
  return {
    main: answer!,
    facets: facetsFrom(request, answer!, own.names, rest),
    left: needsLeft ? new Set(Object.keys(answer!.facetDistribution?.['doc'] ?? {})) : null,
  }
}

/** The documents that are worth most as a whole: as many as can be read, whole where they are short. */
function mostLikely(numbers: readonly number[], { scores, table }: MatchSet): number[] {
  let passages = 0
  return [...numbers]
    .sort((a, b) => scores[b]! - scores[a]!)
    .slice(0, MOST_LIKELY)
    .filter((number) => (passages += Math.min(table.lengthOf(number), FEW_PASSAGES)) <= LIKELY_PASSAGES)
}
