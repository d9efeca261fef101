import type { EngineAnswer, EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { oneOf } from '../../indexer/contract/engine/filter.js'
import { FACETS } from '../../indexer/contract/fields.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { CANDIDATE_ATTRIBUTES, candidateQueries, fetchCandidates, type Candidate } from './candidates.js'
import { facetQueries, facetsFrom, filterOf, ONE_PER_DOCUMENT } from './filters.js'
import type { MatchSet } from './match.js'
import { rank } from './rank.js'
import type { Term, UnderstoodQuery } from './terms.js'
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

/** Documents whose passages are looked at because of what they have as a whole. */
const LIKELY = 30

const ORDER = { newest: ['written_to:desc', 'doc:asc'], oldest: ['written_from:asc', 'doc:asc'] }

/** No query: every document that the filters leave, newest first unless asked otherwise. */
export function browse(engine: EngineClient, request: SearchRequest): Promise<Page> {
  return sorted(engine, request, [])
}

/** The page of a query: filtered and counted by the engine within the matching documents, in the order asked for. */
export async function pageOf(
  engine: EngineClient,
  request: SearchRequest,
  understood: UnderstoodQuery,
  whole: string,
  matches: MatchSet,
  terms: readonly Term[],
): Promise<Page> {
  const all = [...matches.weights.keys()]
  if (all.length === 0)
    return { total: 0, facets: facetsFrom(request, { hits: [] }, [], []), ids: [], candidates: [], left: null }
  const restriction = [oneOf('doc', all)]
  if (request.sort !== '') return sorted(engine, request, restriction)
  const queries = candidateQueries(
    terms,
    request.scope,
    filterOf(request),
    terms.length === 1 ? [] : mostLikely(matches),
  )
  // One term: how often a document has it is known already, and only its title can say more.
  const [counted, candidates] = await Promise.all([
    count(engine, request, restriction, { limit: 0 }),
    fetchCandidates(engine, terms.length === 1 ? queries.filter(isTitleQuery) : queries),
  ])
  const ids = rank(matches, candidates, understood, whole).filter((id) => counted.left?.has(id) ?? true)
  const start = (request.page - 1) * request.perPage
  return { ...counted, total: ids.length, ids: ids.slice(start, start + request.perPage), candidates }
}

const isTitleQuery = (query: EngineQuery): boolean => query.filter?.includes(ONE_PER_DOCUMENT) ?? false

async function sorted(engine: EngineClient, request: SearchRequest, restriction: string[]): Promise<Page> {
  const { main, facets, left } = await count(engine, request, restriction, {
    sort: ORDER[request.sort || 'newest'],
    page: request.page,
    hitsPerPage: request.perPage,
    attributesToRetrieve: CANDIDATE_ATTRIBUTES,
  })
  return { total: main.totalHits ?? 0, facets, ids: main.hits.map(({ doc }) => doc), candidates: main.hits, left }
}

interface Counted {
  main: EngineAnswer<Candidate>
  facets: SearchResult['facets']
  left: ReadonlySet<string> | null
}

async function count(
  engine: EngineClient,
  request: SearchRequest,
  restriction: string[],
  what: Partial<EngineQuery>,
): Promise<Counted> {
  const filter = filterOf(request)
  const own = facetQueries(request, restriction)
  const facets: string[] = FACETS.map(({ name }) => name).filter((name) => request.filters[name].length === 0)
  // Within filters, which of the matching documents are left is one more facet.
  const needsLeft = restriction.length > 0 && filter.length > 0
  const main = {
    indexUid: INDEXES.passages,
    filter: [ONE_PER_DOCUMENT, ...restriction, ...filter],
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

/** The documents that have most of the query's weight. */
function mostLikely({ weights }: MatchSet): string[] {
  return [...weights]
    .sort((a, b) => b[1] - a[1])
    .slice(0, LIKELY)
    .map(([id]) => id)
}
