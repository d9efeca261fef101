import type { DocNumber } from '../../indexer/contract/doc-number.js'
import { NOT_ENRICHED, type ArchiveDocument, type Tombstone } from '../../indexer/contract/document.js'
import { EngineClient } from '../../indexer/contract/engine/client.js'
import { EngineKeyError, EngineUnreachableError } from '../../indexer/contract/engine/errors.js'
import { oneOf, quoted } from '../../indexer/contract/engine/filter.js'
import { FACETS } from '../../indexer/contract/fields.js'
import { archiveSchema, INDEXES } from '../../indexer/contract/index-settings.js'
import {
  versionKey,
  type ArchiveState,
  type DocumentRecord,
  type HistoryRecord,
} from '../../indexer/contract/records.js'
import { readState } from '../../indexer/contract/state.js'
import type { Archive, ArchiveSummary, Arrival, Health } from '../archive.js'
import { ArchiveChangedError, EngineUnavailableError } from '../errors.js'
import { newSearch } from '../params.js'
import { addresses, changeOf, type Address } from './addresses.js'
import type { AskedNumber } from './asked-number.js'
import { HintFinder, NO_HINTS, type Hints } from '../vocabulary/hints.js'
import { completions, type Completion } from '../vocabulary/suggester.js'
import { facetsFrom, ONE_PER_DOCUMENT } from './filters.js'
import { Lookup } from './lookup.js'
import {
  holdingsOf,
  nearestSeries,
  NOTHING_HELD,
  seriesOf,
  type HeldSeries,
  type NumberedHit,
  type NumberHoldings,
} from './numbers.js'
import { identityOf, perGeneration } from './per-generation.js'
import { qualityList, type QualityList, type QualityRequest } from './quality.js'
import { relatedTo, type Related } from './related.js'
import { Searcher } from './searcher.js'
import type { Mark, Occurrences, SearchHit, SearchRequest, SearchResult } from './types.js'

/** How long the number of the live generation is believed, in milliseconds. */
const STATE_AGE_MS = 1000

/**
 * The archive as the engine holds it. `isIndexing` says whether it is being changed right now; `onOtherSchema` is called
 * once for each published state that another version of the program, or another user dictionary, has made.
 */
export class EngineArchive implements Archive {
  readonly #engine: EngineClient
  /** What answers about a state of the archive, with all that it remembers of it. */
  readonly #of: (state: ArchiveState | null) => { searcher: Searcher; hints: HintFinder }
  readonly #isIndexing: () => Promise<boolean>
  readonly #onOtherSchema: () => void
  /** The state that was last looked at for its schema. */
  #checked = ''
  #state: { at: number; value: Promise<ArchiveState | null> } | null = null

  constructor(engine: EngineClient, isIndexing: () => Promise<boolean>, onOtherSchema: () => void = () => undefined) {
    this.#engine = engine
    this.#of = perGeneration(() => {
      const lookup = new Lookup(engine)
      const hints = new HintFinder(engine, lookup, (request) => this.total(request))
      return { searcher: new Searcher(engine, lookup), hints }
    })
    this.#isIndexing = isIndexing
    this.#onOtherSchema = onOtherSchema
  }

  state(): Promise<ArchiveState | null> {
    return available(() => this.#currentState())
  }

  search(request: SearchRequest): Promise<SearchResult> {
    return available(async () => {
      const state = await this.#currentState()
      return this.#of(state).searcher.search(request, state)
    })
  }

  total(request: SearchRequest): Promise<number> {
    return available(async () => {
      const state = await this.#currentState()
      return this.#of(state).searcher.total(request, state)
    })
  }

  async *listing(request: SearchRequest, atATime?: number): AsyncGenerator<SearchHit[]> {
    const state = await available(() => this.#readState())
    const parts = this.#of(state).searcher.listing(request, state, atATime)
    for (;;) {
      const part = await available(() => parts.next())
      if (part.done === true) return
      const now = await available(() => this.#readState())
      if (identityOf(now) !== identityOf(state)) throw new ArchiveChangedError()
      yield part.value
    }
  }

  arrivals(ids: readonly string[]): Promise<Map<string, Arrival>> {
    return available(async () => {
      const { hits } = await this.#engine.search<Pick<DocumentRecord, 'id' | 'added' | 'versions'>>({
        indexUid: INDEXES.documents,
        filter: [oneOf('id', ids)],
        limit: ids.length,
        attributesToRetrieve: ['id', 'added', 'versions'],
      })
      return new Map(hits.map((hit) => [hit.id, { added: hit.added, changed: changeOf(hit) }]))
    })
  }

  async *addresses(first: number, total: number, atATime?: number): AsyncGenerator<Address[]> {
    const parts = addresses(this.#engine, first, total, atATime)
    for (;;) {
      const part = await available(() => parts.next())
      if (part.done === true) return
      yield part.value
    }
  }

  occurrences(request: SearchRequest, thorough = false): Promise<Occurrences> {
    return available(async () => {
      const state = await this.#currentState()
      return this.#of(state).searcher.occurrences(request, thorough, state)
    })
  }

  document(id: string): Promise<ArchiveDocument | null> {
    return available(async () => {
      if ((await this.#currentState()) === null) return null
      const { hits } = await this.#engine.search<DocumentRecord>({
        indexUid: INDEXES.documents,
        filter: [`id = ${quoted(id)}`],
        limit: 1,
      })
      // Records that an older version of this program wrote lack what it did not derive.
      return hits[0] ? { ...NOT_ENRICHED, ...hits[0] } : null
    })
  }

  earlierVersion(current: ArchiveDocument, number: number): Promise<ArchiveDocument | null> {
    return available(async () => {
      const record = await this.#history(versionKey(current.id, number))
      if (record?.kind !== 'version') return null
      const { added, versions } = current
      return { ...record.content, added, versions, version: number, original: record.original }
    })
  }

  tombstone(id: string): Promise<Tombstone | null> {
    return available(async () => {
      if ((await this.#currentState()) === null) return null
      const record = await this.#history(id)
      return record?.kind === 'tombstone' ? record : null
    })
  }

  async #history(key: string): Promise<HistoryRecord | undefined> {
    const filter = [`id = ${quoted(key)}`]
    return (await this.#engine.search<HistoryRecord>({ indexUid: INDEXES.history, filter, limit: 1 })).hits[0]
  }

  holdings(asked: AskedNumber): Promise<NumberHoldings> {
    return available(async () => {
      return (await this.#currentState()) === null ? NOTHING_HELD : holdingsOf(this.#engine, asked)
    })
  }

  series(series: Pick<DocNumber, 'code' | 'year'>): Promise<NumberedHit[]> {
    return available(async () => ((await this.#currentState()) === null ? [] : seriesOf(this.#engine, series)))
  }

  nearestSeries(series: Pick<DocNumber, 'code' | 'year'>): Promise<HeldSeries | null> {
    return available(async () => ((await this.#currentState()) === null ? null : nearestSeries(this.#engine, series)))
  }

  related(document: ArchiveDocument): Promise<Related> {
    return available(() => relatedTo(this.#engine, document))
  }

  quality(request: QualityRequest): Promise<QualityList | null> {
    return available(() => qualityList(this.#engine, request))
  }

  summary(): Promise<ArchiveSummary> {
    return available(async () => {
      const state = await this.#currentState()
      const all = newSearch()
      if (state === null) return { state, facets: facetsFrom(all, { hits: [] }, [], []) }
      const answer = await this.#engine.search({
        indexUid: INDEXES.passages,
        filter: [ONE_PER_DOCUMENT],
        facets: FACETS.map(({ name }) => name),
        limit: 0,
      })
      return { state, facets: facetsFrom(all, answer, [], []) }
    })
  }

  async health(): Promise<Health> {
    const indexing = await this.#isIndexing()
    try {
      const state = await this.#readState()
      return { status: state === null ? 'degraded' : 'ok', documents: state?.documents ?? 0, indexing }
    } catch {
      return { status: 'down', documents: 0, indexing }
    }
  }

  suggest(typed: string): Promise<Completion[]> {
    return available(async () => ((await this.#currentState()) === null ? [] : completions(this.#engine, typed)))
  }

  hints(request: SearchRequest, result: Promise<SearchResult>): Promise<Hints> {
    return available(async () => {
      const state = await this.#currentState()
      return state === null ? NO_HINTS : this.#of(state).hints.hints(request, result, state)
    })
  }

  /** The query as it was probably meant; null where nothing seems wrong, or nothing more would be found. */
  meant(q: string): Promise<string | null> {
    return available(async () => {
      const state = await this.#currentState()
      return state === null ? null : ((await this.#of(state).hints.meant(q))?.q ?? null)
    })
  }

  marks(q: string, texts: readonly string[]): Promise<Mark[][]> {
    return available(async () => {
      const state = await this.#currentState()
      const marker = await this.#of(state).searcher.marker(q, state)
      return texts.map((text) => marker.marks(text))
    })
  }

  async #currentState(): Promise<ArchiveState | null> {
    const now = Date.now()
    if (this.#state === null || now - this.#state.at > STATE_AGE_MS) {
      this.#state = { at: now, value: this.#readState() }
      // That there is nothing yet is believed by nobody a second time: what is published is there at once.
      const forget = (): void => void (this.#state = null)
      this.#state.value.then((state) => (state === null ? forget() : undefined), forget)
    }
    return this.#state.value
  }

  async #readState(): Promise<ArchiveState | null> {
    return this.#checkSchema(await readState(this.#engine, INDEXES.archive))
  }

  #checkSchema(state: ArchiveState | null): ArchiveState | null {
    if (state !== null && identityOf(state) !== this.#checked) {
      this.#checked = identityOf(state)
      if (state.schema !== archiveSchema()) this.#onOtherSchema()
    }
    return state
  }
}

/** What the pages need not tell apart: the engine cannot be used now. */
async function available<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    if (error instanceof EngineUnreachableError || error instanceof EngineKeyError) {
      throw new EngineUnavailableError({ cause: error })
    }
    throw error
  }
}
