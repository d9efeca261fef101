import { LRUCache } from 'lru-cache'
import type { EngineClient } from '../../indexer/contract/engine/client.js'
import type { ArchiveState } from '../../indexer/contract/records.js'
import { answerForm } from './answer-form.js'
import { fetchCandidates, wideQueries, type Candidate } from './candidates.js'
import { facetsFrom, filterOf } from './filters.js'
import { dressHits } from './hits.js'
import type { Matches } from './documents.js'
import { earliest } from './earliest.js'
import { listRanked, listSorted, plainHits, type PagesOf } from './listing.js'
import type { Lookup } from './lookup.js'
import { Marker } from './marks.js'
import { match, type MatchSet } from './match.js'
import { countOccurrences } from './occurrence-counter.js'
import { browse, pageOf, totalOf, type Page } from './page.js'
import { ledByTheNewest, likenessOf } from './similar-hits.js'
import { isExact, parseQuery, type ParsedQuery } from './query.js'
import { readQuery, type Reading } from './reading.js'
import { formsOf, type Term } from './terms.js'
import type { Occurrences, QueryNotice, SearchHit, SearchRequest, SearchResult } from './types.js'

type Answer = Omit<SearchResult, 'tookMs'>

const REMEMBERED_ANSWERS = 500

/**
 * Answers searches in one state of the archive (`perGeneration`): reads the query, finds the documents, puts them in
 * order, dresses the page.
 */
export class Searcher {
  readonly #engine: EngineClient
  readonly #lookup: Lookup
  /** What was answered of late: readers go back and forth between a list and its documents. */
  readonly #answers = new LRUCache<string, Answer>({ max: REMEMBERED_ANSWERS })
  readonly #occurrences = new LRUCache<string, number | 'many'>({ max: REMEMBERED_ANSWERS })

  constructor(engine: EngineClient, lookup: Lookup) {
    this.#engine = engine
    this.#lookup = lookup
  }

  async search(request: SearchRequest, state: ArchiveState | null): Promise<SearchResult> {
    const started = performance.now()
    const key = JSON.stringify(request)
    const known = this.#answers.get(key)
    const answer = known ?? (await this.#answer(request, parseQuery(request.q, request.mode), state))
    if (state !== null && known === undefined) this.#answers.set(key, answer)
    return { ...answer, tookMs: Math.round((performance.now() - started) * 10) / 10 }
  }

  /** How many documents a search finds, without putting them in order. */
  async total(request: SearchRequest, state: ArchiveState | null): Promise<number> {
    const query = parseQuery(request.q, request.mode)
    const known = this.#answers.get(JSON.stringify(request))
    if (known !== undefined || state === null || query.required.length === 0)
      return (known ?? (await this.search(request, state))).total
    const { understood } = await readQuery(query, this.#lookup, state.passages)
    const matches = await match(understood, this.#lookup, request.scope, request.sort === '')
    return totalOf(this.#engine, request, matches)
  }

  /** All that a search finds, in its order, some at a time, with no more than the metadata. */
  async *listing(request: SearchRequest, state: ArchiveState | null, atATime?: number): AsyncGenerator<SearchHit[]> {
    const query = parseQuery(request.q, request.mode)
    const isForAll = request.q.trim() === ''
    if (state === null || (query.required.length === 0 && !isForAll)) return
    const reading = isForAll ? null : await readQuery(query, this.#lookup, state.passages)
    const pageOf: PagesOf = async (page, perPage) => {
      const part = { ...request, page, perPage }
      return reading === null ? browse(this.#engine, part) : (await this.#inOrder(part, reading)).page
    }
    const list = reading !== null && request.sort === '' ? listRanked : listSorted
    yield* list(this.#engine, pageOf, atATime)
  }

  /** How often the phrases of an exact search stand in the documents that it finds. */
  async occurrences(request: SearchRequest, thorough: boolean, state: ArchiveState | null): Promise<Occurrences> {
    if (state === null) return null
    const key = JSON.stringify({ ...request, page: 1, perPage: 1, sort: '' })
    const known = this.#occurrences.get(key)
    if (known !== undefined && (known !== 'many' || !thorough)) return known
    const count = await countOccurrences(
      this.#engine,
      this.#lookup,
      request,
      parseQuery(request.q, request.mode),
      thorough,
    )
    if (count !== null) this.#occurrences.set(key, count)
    return count
  }

  /** What marks in a text the strings that the query is understood as. */
  async marker(q: string, state: ArchiveState | null): Promise<Marker> {
    if (state === null) return new Marker([])
    return markerFor(await readQuery(parseQuery(q, ''), this.#lookup, state.passages))
  }

  async #answer(request: SearchRequest, query: ParsedQuery, state: ArchiveState | null): Promise<Answer> {
    const nothing = {
      total: 0,
      hits: [],
      facets: facetsFrom(request, { hits: [] }, [], []),
      whole: null,
      isQuestion: false,
      terms: [],
    }
    if (state === null) return { ...nothing, notices: query.notices }
    if (query.required.length === 0) {
      if (request.q.trim() !== '') return { ...nothing, notices: query.notices }
      const { total, facets, ids, candidates } = await browse(this.#engine, request)
      const hits = await plainHits(this.#engine, ids, candidates)
      return { ...nothing, total, facets, hits, notices: query.notices }
    }
    return this.#find(request, query, state)
  }

  async #find(request: SearchRequest, query: ParsedQuery, state: ArchiveState): Promise<Answer> {
    const reading = await readQuery(query, this.#lookup, state.passages)
    const { terms } = reading
    const [{ matches, page, hits, isLedByTheOldest }, withWhole] = await Promise.all([
      this.#page(request, reading),
      documentsWithWhole(request, reading, this.#lookup),
    ])
    const isLeft = (number: number): boolean =>
      matches.numbers.has(number) && (page.left?.has(matches.table.idOf(number)) ?? true)
    const led: QueryNotice[] = isLedByTheOldest ? [{ kind: 'earliest-first' }] : []
    return {
      total: page.total,
      hits,
      facets: page.facets,
      notices: [
        ...query.notices,
        ...partialMatch(matches),
        ...narrowed(matches),
        ...led,
        ...synonymsUsed(terms),
        ...datesUsed(terms),
      ],
      whole: withWhole && withWhole.numbers.filter(isLeft).length,
      isQuestion: reading.isQuestion,
      terms: terms.flatMap(formsOf).map(({ run }) => run),
    }
  }

  async #page(
    request: SearchRequest,
    reading: Reading,
  ): Promise<{ matches: MatchSet; page: Page; hits: SearchHit[]; isLedByTheOldest: boolean }> {
    const { typed, terms, time } = reading
    const { matches, page, leading } = await this.#inOrder(request, reading)
    const known = new Map(page.candidates.map(({ hit }) => [hit.id, hit]))
    const sought = { terms, found: matches.found, form: answerForm(typed.whole, reading.asks) }
    const [hits, like] = await Promise.all([
      dressHits(this.#engine, page.ids, page.candidates, sought, markerFor(reading)),
      // In order of time, a list tells when something was said again.
      likenessOf(this.#engine, request.sort === '' ? page.ids.flatMap((id) => known.get(id) ?? []) : []),
    ])
    const led = ledByTheNewest(hits, like, time.today || time.newest)
    return { matches, page, hits: led, isLedByTheOldest: leading.length > 0 }
  }

  /** The documents of a page in the order asked for; `leading`: passages of those that come before all others. */
  async #inOrder(
    request: SearchRequest,
    reading: Reading,
  ): Promise<{ matches: MatchSet; page: Page; leading: readonly Candidate[] }> {
    // In order of time, nothing is ranked.
    const isRanked = request.sort === ''
    const bodies = isRanked ? await this.#bodiesAskedFor(reading) : []
    const wanted = isRanked ? wideQueries(reading, request.scope, filterOf(request), bodies) : []
    const [matches, wide] = await Promise.all([
      match(reading.understood, this.#lookup, request.scope, isRanked),
      fetchCandidates(this.#engine, wanted),
    ])
    const isForOldest = isRanked && reading.asksFirst
    const leading = isForOldest ? await earliest(this.#engine, this.#lookup, request, reading.terms, matches) : []
    return { matches, page: await pageOf(this.#engine, request, reading, matches, wide, leading), leading }
  }

  /** The bodies of the places that are named; where only a time is, those that speak for all. */
  async #bodiesAskedFor({ time, places }: Reading): Promise<readonly string[]> {
    if (places.length > 0) return (await this.#lookup.standing()).bodiesNear(places)
    return time.years.length > 0 || time.newest ? (await this.#lookup.standing()).bodiesForAll : []
  }
}

/** The documents that contain the query as it was typed; null where all do, or the question does not arise. */
async function documentsWithWhole(
  { scope }: SearchRequest,
  { sought: query, terms }: Reading,
  lookup: Lookup,
): Promise<Matches | null> {
  // A time is read, and need not stand anywhere as it was typed: 2023-07.
  const isOneTerm = terms.length === 1 && (terms[0]!.run === query.whole || terms[0]!.dated !== undefined)
  // What was typed apart was not meant to stand together.
  if (query.whole === '' || query.required.length > 1 || isExact(query) || isOneTerm) return null
  return lookup.exact(query.whole, scope)
}

function markerFor({ terms, sought }: Reading): Marker {
  return new Marker([...terms.flatMap(formsOf).map(({ run }) => run), sought.whole])
}

function partialMatch({ missing }: MatchSet): QueryNotice[] {
  return missing === null ? [] : [{ kind: 'partial-match', missing }]
}

function narrowed({ isNarrowed }: MatchSet): QueryNotice[] {
  return isNarrowed ? [{ kind: 'narrowed' }] : []
}

function synonymsUsed(terms: readonly Term[]): QueryNotice[] {
  return terms
    .filter(({ synonyms }) => synonyms.length > 0)
    .map(({ run, synonyms }) => ({ kind: 'synonyms', of: run, others: synonyms.map((other) => other.run) }))
}

function datesUsed(terms: readonly Term[]): QueryNotice[] {
  return terms.filter(({ dated }) => dated !== undefined).map(({ run }) => ({ kind: 'dated', of: run }))
}
