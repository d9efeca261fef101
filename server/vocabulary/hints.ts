import { LRUCache } from 'lru-cache'
import type { EngineClient } from '../../indexer/contract/engine/client.js'
import type { ArchiveState, PassageRecord } from '../../indexer/contract/records.js'
import { perEdition } from '../../indexer/contract/words/word-file.js'
import { candidates, type Lookup } from '../search/lookup.js'
import { findNumbers } from '../search/query-numbers.js'
import type { SearchRequest, SearchResult } from '../search/types.js'
import type { Archived } from '../spelling/characters.js'
import { Speller, type Correction } from '../spelling/speller.js'
import { findsMore } from './finds-more.js'
import { relatedWords } from './related.js'

/** What may help a reader on from a page of results. */
export interface Hints {
  /** What the reader may have meant to type, and how many documents that finds under the same filters. */
  correction: { q: string; total: number } | null
  /** Other things to search for. */
  related: string[]
}

export const NO_HINTS: Hints = { correction: null, related: [] }

/** Places that are looked at to see whether a string stands there as a word. */
const SAMPLES = 8
const REMEMBERED = 500

const speller = perEdition(() => new Speller())

/** Loads what spelling is judged by (a second or two), so that no reader waits for it. */
export const warmUpSpelling = (): void => void speller()

/** Hints for searches of one published state of the archive (`perGeneration`), which are remembered. */
export class HintFinder {
  readonly #engine: EngineClient
  readonly #lookup: Lookup
  readonly #totalOf: (request: SearchRequest) => Promise<number>
  readonly #remembered = new LRUCache<string, Hints>({ max: REMEMBERED })

  constructor(engine: EngineClient, lookup: Lookup, totalOf: (request: SearchRequest) => Promise<number>) {
    this.#engine = engine
    this.#lookup = lookup
    this.#totalOf = totalOf
  }

  /** What was meant is looked into while the search is still at work. */
  async hints(request: SearchRequest, result: Promise<SearchResult>, state: ArchiveState): Promise<Hints> {
    if (request.q.trim() === '' || request.page > 1) return NO_HINTS
    const key = JSON.stringify(request)
    const known = this.#remembered.get(key)
    if (known) return known
    const [correction, related] = await Promise.all([
      this.#correction(request),
      result.then(({ hits }) => relatedWords(this.#engine, request.q, hits, state.documents)),
    ])
    const hints = { correction, related }
    this.#remembered.set(key, hints)
    return hints
  }

  /** What the archive's evidence says was meant, without asking whether it finds anything under the filters. */
  async meant(q: string): Promise<Correction | null> {
    // A number is right or it is not held; what looks like it is another one.
    if (findNumbers(q).length > 0) return null
    const archived: Archived = {
      frequencies: (runs) => this.#lookup.frequencies(runs),
      samples: async (run) => {
        const { hits } = await this.#engine.search<Pick<PassageRecord, 'text'>>({
          ...candidates(run, ''),
          limit: SAMPLES,
          attributesToRetrieve: ['text'],
        })
        return hits.map(({ text }) => text)
      },
    }
    const correction = await speller().correct(q, archived)
    return correction && (await findsMore(correction, this.#lookup)) ? correction : null
  }

  async #correction(request: SearchRequest): Promise<Hints['correction']> {
    const correction = await this.meant(request.q)
    if (correction === null) return null
    const total = await this.#totalOf({ ...request, q: correction.q })
    return total > 0 ? { q: correction.q, total } : null
  }
}
