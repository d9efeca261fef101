import type { EngineAnswer, EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { oneOf } from '../../indexer/contract/engine/filter.js'
import { FACETS, HIT_FIELDS } from '../../indexer/contract/fields.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import type { ArchiveState, HitMetadata } from '../../indexer/contract/records.js'
import { CANDIDATE_ATTRIBUTES, candidateQueries, tokensOf, type Candidate } from './candidates.js'
import { facetQueries, facetsFrom, filterOf } from './filters.js'
import { Lookup } from './lookup.js'
import { Marker } from './marks.js'
import { match, type MatchSet } from './match.js'
import { isExact, parseQuery, type ParsedQuery } from './query.js'
import { rank } from './rank.js'
import { snippetsOf } from './snippets.js'
import { understand, type Term, type UnderstoodQuery } from './terms.js'
import type { QueryNotice, SearchHit, SearchRequest, SearchResult } from './types.js'
import { cutWords } from './words.js'

const ORDER = { newest: ['written_to:desc', 'id:asc'], oldest: ['written_from:asc', 'id:asc'] }
/** Passages read for the snippets of one page. */
const SNIPPET_PASSAGES = 80

/** What a page of results is made of before hits are dressed. */
interface Page {
  total: number
  facets: SearchResult['facets']
  ids: string[]
  /** Passages already at hand. */
  candidates: Candidate[]
  /** The matching documents that the filters leave; null where there are no filters. */
  left: ReadonlySet<string> | null
}

/** Answers searches: reads the query, finds the documents, puts them in order, cuts out the page. */
export class Searcher {
  readonly #engine: EngineClient
  readonly #lookup: Lookup

  constructor(engine: EngineClient) {
    this.#engine = engine
    this.#lookup = new Lookup(engine)
  }

  async search(request: SearchRequest, state: ArchiveState | null): Promise<SearchResult> {
    const started = performance.now()
    const query = parseQuery(request.q, request.mode)
    const result = state === null ? nothing(request, query) : await this.#answer(request, query, state)
    return { ...result, tookMs: Math.round((performance.now() - started) * 10) / 10 }
  }

  /** Strings that a query marks on a document's page, where nothing is known of the archive's other documents. */
  markedRuns(query: ParsedQuery): string[] {
    return query.required.flat().flatMap(({ kind, run }) => {
      if (kind === 'phrase') return [run]
      const content = cutWords(run).filter(({ word, isContent }) => isContent && [...word].length > 1)
      return content.length > 0 ? [run, ...content.map(({ word }) => word)] : [run]
    })
  }

  async #answer(request: SearchRequest, query: ParsedQuery, state: ArchiveState): Promise<SearchResult> {
    this.#lookup.useGeneration(state.generation)
    if (query.required.length === 0) {
      return request.q.trim() === '' ? this.#browse(request, query) : nothing(request, query)
    }
    const understood = await understand(query, this.#lookup, state.passages)
    const matches = await match(understood, this.#lookup, request.scope)
    const terms = termsOf(understood)
    const page = await this.#page(request, query, understood, matches, terms, state)
    const marker = new Marker([...terms.map(({ run }) => run), query.whole])
    const notices: QueryNotice[] = [...query.notices]
    if (matches.missing.length > 0) notices.push({ kind: 'partial-match', missing: matches.missing })
    return {
      total: page.total,
      hits: await this.#hits(page, terms, marker),
      facets: page.facets,
      notices,
      whole: await this.#whole(request, query, matches, page.left),
      terms: terms.map(({ run }) => run),
      tookMs: 0,
    }
  }

  /** No query: everything, by filters, newest first. */
  async #browse(request: SearchRequest, query: ParsedQuery): Promise<SearchResult> {
    const facets = facetQueries(request, [])
    const [main, ...rest] = await this.#engine.multiSearch<HitMetadata>([
      {
        ...this.#main(request, []),
        ...{ sort: ORDER[request.sort || 'newest'], page: request.page, hitsPerPage: request.perPage },
        attributesToRetrieve: ['id', ...HIT_FIELDS],
      },
      ...facets.queries,
    ])
    return {
      total: main!.totalHits ?? 0,
      hits: main!.hits.map((hit) => ({ ...hit, titleMarks: [], snippets: [] })),
      facets: facetsFrom(request, main!, facets.names, rest),
      notices: query.notices,
      whole: null,
      terms: [],
      tookMs: 0,
    }
  }

  /** Filters and counts within the matching documents, and takes the page's ids in the order asked for. */
  async #page(
    request: SearchRequest,
    query: ParsedQuery,
    understood: UnderstoodQuery,
    matches: MatchSet,
    terms: Term[],
    state: ArchiveState,
  ): Promise<Page> {
    const all = [...matches.weights.keys()]
    if (all.length === 0)
      return { total: 0, facets: facetsFrom(request, { hits: [] }, [], []), ids: [], candidates: [], left: null }
    const restriction = all.length === state.documents ? [] : [oneOf('id', all)]
    const facets = facetQueries(request, restriction)
    const filter = filterOf(request)
    const sorted = request.sort !== ''
    const isRanked = !sorted && terms.length > 1
    const mainQuery: EngineQuery = sorted
      ? {
          ...this.#main(request, restriction),
          sort: ORDER[request.sort || 'newest'],
          page: request.page,
          hitsPerPage: request.perPage,
          attributesToRetrieve: ['id'],
        }
      : { ...this.#main(request, restriction), limit: 0 }
    // Within a filter, which of the documents are left is one more facet.
    if (filter.length > 0) mainQuery.facets = [...mainQuery.facets!, 'id']
    const passages = sorted ? [] : candidateQueries(terms, request.scope, filter).slice(0, isRanked ? undefined : 1)
    const answers = await this.#engine.multiSearch<HitMetadata | Candidate>([mainQuery, ...facets.queries, ...passages])
    const main = answers[0] as EngineAnswer<HitMetadata>
    const candidates = unique(answers.slice(1 + facets.queries.length).flatMap(({ hits }) => hits as Candidate[]))
    const left = mainQuery.facets?.includes('id') ? new Set(Object.keys(main.facetDistribution?.['id'] ?? {})) : null
    const total = sorted ? (main.totalHits ?? 0) : (left?.size ?? all.length)
    const ids = sorted
      ? main.hits.map(({ id }) => id)
      : (await rank(matches, candidates, understood, query.whole, this.#lookup, state.passages))
          .filter((id) => left === null || left.has(id))
          .slice((request.page - 1) * request.perPage, request.page * request.perPage)
    const own = facetsFrom(request, main, facets.names, answers.slice(1, 1 + facets.queries.length))
    return { total, facets: own, ids, candidates, left }
  }

  #main(request: SearchRequest, restriction: string[]): EngineQuery {
    return {
      indexUid: INDEXES.documents,
      filter: [...restriction, ...filterOf(request)],
      facets: FACETS.map(({ name }) => name).filter((name) => request.filters[name].length === 0),
    }
  }

  /** How many of the documents found contain the query as it was typed. */
  async #whole(
    request: SearchRequest,
    query: ParsedQuery,
    matches: MatchSet,
    left: ReadonlySet<string> | null,
  ): Promise<number | null> {
    if (query.whole === '' || isExact(query)) return null
    const found = await this.#lookup.exact(query.whole, request.scope)
    return [...found.keys()].filter((id) => matches.weights.has(id) && (left === null || left.has(id))).length
  }

  async #hits({ ids, candidates }: Page, terms: readonly Term[], marker: Marker): Promise<SearchHit[]> {
    if (ids.length === 0) return []
    const covered = new Set(candidates.filter(({ kind }) => kind === 'text').map(({ doc }) => doc))
    const open = ids.filter((id) => !covered.has(id))
    const known = new Map(candidates.map(({ doc, hit }) => [doc, hit]))
    const unknown = ids.filter((id) => !known.has(id))
    const [passages, records] = await this.#engine.multiSearch<Candidate | HitMetadata>([
      {
        indexUid: INDEXES.passages,
        q: tokensOf(terms).join(' ') + (isPrefix(terms) ? '' : ' '),
        filter: [oneOf('doc', open), 'kind = text'],
        matchingStrategy: 'last',
        limit: open.length === 0 ? 0 : SNIPPET_PASSAGES,
        attributesToRetrieve: CANDIDATE_ATTRIBUTES,
      },
      {
        indexUid: INDEXES.documents,
        filter: [oneOf('id', unknown)],
        limit: unknown.length,
        attributesToRetrieve: ['id', ...HIT_FIELDS],
      },
    ])
    for (const hit of (records?.hits ?? []) as HitMetadata[]) known.set(hit.id, hit)
    const texts = [...candidates, ...((passages?.hits ?? []) as Candidate[])]
    return ids.flatMap((id) => {
      const hit = known.get(id)
      if (!hit) return []
      const own = texts.filter(({ doc }) => doc === id)
      return [{ ...hit, titleMarks: marker.marks(hit.title), snippets: snippetsOf(own, terms, marker) }]
    })
  }
}

function termsOf(query: UnderstoodQuery): Term[] {
  const terms = new Map<string, Term>()
  for (const term of query.required.flat().flatMap((unit) => unit.terms)) terms.set(term.run, term)
  return [...terms.values()].sort((a, b) => b.weight - a.weight)
}

function isPrefix(terms: readonly Term[]): boolean {
  return terms.length === 1 && [...terms[0]!.run].length === 1
}

function unique(candidates: Candidate[]): Candidate[] {
  return [...new Map(candidates.map((one) => [`${one.doc}_${one.kind}_${one.paragraph}_${one.offset}`, one])).values()]
}

function nothing(request: SearchRequest, query: ParsedQuery): SearchResult {
  const facets = facetsFrom(request, { hits: [] }, [], [])
  return { total: 0, hits: [], facets, notices: query.notices, whole: null, terms: [], tookMs: 0 }
}
