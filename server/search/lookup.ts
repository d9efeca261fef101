import { LRUCache } from 'lru-cache'
import type { EngineAnswer, EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { oneOf } from '../../indexer/contract/engine/filter.js'
import { gramQuery, tokenQuery } from '../../indexer/contract/grams.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { LONGEST_IN_PASSAGE } from '../../indexer/contract/overlap.js'
import { TITLE_FIELDS, titleLines, type DocumentRecord, type PassageRecord } from '../../indexer/contract/records.js'
import { batches } from './batches.js'
import { DocumentTable, Matches } from './documents.js'
import { ONE_PER_DOCUMENT, writtenWithin } from './filters.js'
import { readStanding, type Standing } from './standing.js'
import type { Scope } from './types.js'

const MAX_CACHED_DOCUMENTS = 3_000_000
/** Documents whose passages or texts are fetched at a time. */
const BATCH = 400
/** Documents of which one passage each is fetched at a time: about two megabytes. */
const ONE_PASSAGE_BATCH = 2000
/**
 * Runs that are asked for at a time, by their frequency and by their documents. The engine works on one request without
 * letting others in between, and a distribution over 100,000 documents has a megabyte or two; ordinary queries need one
 * request of each kind.
 */
const FREQUENCIES_AT_A_TIME = 500
const DISTRIBUTIONS_AT_A_TIME = 48
const ALL = 10_000_000
/** So few passages are looked through for whether they have a run at all. */
const FEW = 12

/**
 * Where a string of characters occurs, answered by the engine and, where the engine's answer is only nearly right,
 * confirmed in the stored text. Strings are normalised. Answers are remembered: a lookup is for one generation of the
 * archive (`perGeneration`).
 */
export class Lookup {
  readonly #engine: EngineClient
  readonly #frequencies = new LRUCache<string, number>({ max: 200_000 })
  readonly #matches = new LRUCache<string, Matches>({
    maxSize: MAX_CACHED_DOCUMENTS,
    sizeCalculation: (matches) => matches.size + 1,
  })

  #documents: Promise<DocumentTable> | null = null
  #standing: Promise<Standing> | null = null

  constructor(engine: EngineClient) {
    this.#engine = engine
  }

  /**
   * Number of passages that have each run: exact for one and two characters and for what few have, else an upper bound.
   */
  async frequencies(runs: readonly string[]): Promise<number[]> {
    const unknown = [...new Set(runs)].filter((run) => !this.#frequencies.has(run))
    const known = new Map(runs.map((run) => [run, this.#frequencies.get(run) ?? 0]))
    for (const some of batches(unknown, FREQUENCIES_AT_A_TIME)) {
      const answers = await this.#engine.multiSearch(some.map((run) => ({ ...candidates(run, ''), limit: 0 })))
      const counts = some.map((_, index) => answers[index]?.estimatedTotalHits ?? 0)
      const doubtful = some.filter((run, index) => counts[index]! > 0 && counts[index]! <= FEW && !gramQuery(run).exact)
      const confirmed = await this.#confirmedFrequencies(doubtful)
      some.forEach((run, index) => {
        known.set(run, confirmed.get(run) ?? counts[index]!)
        this.#frequencies.set(run, known.get(run)!)
      })
    }
    return runs.map((run) => known.get(run)!)
  }

  /** In how many of its few candidates each run stands: some have all its pieces in other places. */
  async #confirmedFrequencies(runs: readonly string[]): Promise<Map<string, number>> {
    if (runs.length === 0) return new Map()
    const answers = await this.#engine.multiSearch<Pick<PassageRecord, 'text'>>(
      runs.map((run) => ({ ...candidates(run, ''), limit: FEW, attributesToRetrieve: ['text'] })),
    )
    return new Map(
      runs.map((run, index) => [run, answers[index]!.hits.filter(({ text }) => contains(text, run)).length]),
    )
  }

  /** The documents of the archive, numbered. */
  documents(): Promise<DocumentTable> {
    this.#documents ??= this.#readDocuments().catch((error: unknown) => {
      this.#documents = null
      throw error
    })
    return this.#documents
  }

  /** What the documents are worth before anything is asked. */
  standing(): Promise<Standing> {
    this.#standing ??= readStanding(this.#engine).catch((error: unknown) => {
      this.#standing = null
      throw error
    })
    return this.#standing
  }

  async #readDocuments(): Promise<DocumentTable> {
    return new DocumentTable(
      countsOf(await this.#engine.search({ indexUid: INDEXES.passages, limit: 0, facets: ['doc'] })),
    )
  }

  /** Documents with a passage that is a candidate for the run; for three and more characters a few may be wrong. */
  async likely(runs: readonly string[], scope: Scope): Promise<Matches[]> {
    const known = new Map(runs.map((run) => [run, this.#matches.get(likelyKey(run, scope))]))
    const unknown = [...known].filter(([, matches]) => matches === undefined).map(([run]) => run)
    for (const some of batches(unknown, DISTRIBUTIONS_AT_A_TIME)) {
      const [documents, answers] = await Promise.all([
        this.documents(),
        this.#engine.multiSearch(some.map((run) => ({ ...candidates(run, scope), limit: 0, facets: ['doc'] }))),
      ])
      some.forEach((run, index) => {
        const matches = Matches.of(documents, countsOf(answers[index]!))
        known.set(run, matches)
        this.#matches.set(likelyKey(run, scope), matches)
      })
    }
    return runs.map((run) => known.get(run)!)
  }

  /** Documents that were written within a partial ISO date, as far as their own date says. */
  async dated(date: string): Promise<Matches> {
    const key = `dated!${date}`
    const known = this.#matches.get(key)
    if (known) return known
    const [documents, answer] = await Promise.all([
      this.documents(),
      this.#engine.search({
        indexUid: INDEXES.passages,
        filter: [ONE_PER_DOCUMENT, writtenWithin(date)],
        limit: 0,
        facets: ['doc'],
      }),
    ])
    const matches = Matches.of(documents, countsOf(answer))
    this.#matches.set(key, matches)
    return matches
  }

  /** Documents that contain the run, no more and no fewer. */
  async exact(run: string, scope: Scope): Promise<Matches> {
    const key = `${scope}!${run}`
    const known = this.#matches.get(key)
    if (known) return known
    const isLong = [...run].length > LONGEST_IN_PASSAGE
    // Over titles and texts: where there is nothing, nothing need be looked for.
    if (!isLong && (await this.frequencies([run]))[0] === 0) return Matches.of(await this.documents(), {})
    const matches = isLong ? await this.#exactLong(run, scope) : await this.#exactShort(run, scope)
    this.#matches.set(key, matches)
    return matches
  }

  async #exactShort(run: string, scope: Scope): Promise<Matches> {
    const [likely] = (await this.likely([run], scope)) as [Matches]
    if (gramQuery(run).exact || likely.size === 0) return likely
    const all = likely.ids()
    const confirmed = new Set<string>()
    // One passage a document settles nearly all; only for the rest all their candidate passages are read.
    for (const ids of all.length <= ONE_PASSAGE_BATCH ? [null] : batches(all, ONE_PASSAGE_BATCH)) {
      for (const doc of await this.#having(run, scope, ids, { distinct: 'doc' })) confirmed.add(doc)
    }
    const open = all.filter((id) => !confirmed.has(id))
    for (const ids of batches(open, BATCH)) for (const doc of await this.#having(run, scope, ids)) confirmed.add(doc)
    return likely.within(confirmed)
  }

  /** The documents, of those named (null: of all), that have the run in one of the passages that are fetched. */
  async #having(
    run: string,
    scope: Scope,
    ids: readonly string[] | null,
    how: Pick<EngineQuery, 'distinct'> = {},
  ): Promise<string[]> {
    const query = candidates(run, scope)
    const { hits } = await this.#engine.search<Pick<PassageRecord, 'doc' | 'text'>>({
      ...query,
      ...how,
      filter: [...(query.filter ?? []), ...(ids === null ? [] : [oneOf('doc', ids)])],
      limit: ALL,
      attributesToRetrieve: ['doc', 'text'],
    })
    return hits.filter(({ text }) => contains(text, run)).map(({ doc }) => doc)
  }

  /** Both ends are looked up, and the documents that have both are read whole. */
  async #exactLong(run: string, scope: Scope): Promise<Matches> {
    const characters = [...run]
    const head = await this.#exactShort(characters.slice(0, LONGEST_IN_PASSAGE).join(''), scope)
    const tail = await this.#exactShort(characters.slice(-LONGEST_IN_PASSAGE).join(''), scope)
    const open = head.ids().filter((id) => tail.hasId(id))
    const confirmed: Record<string, number> = {}
    for (const ids of batches(open, BATCH)) {
      const { hits } = await this.#engine.search<DocumentRecord>({
        indexUid: INDEXES.documents,
        filter: [oneOf('id', ids)],
        limit: BATCH,
        attributesToRetrieve: ['id', ...TITLE_FIELDS, 'paragraphs'],
      })
      for (const document of hits) {
        const { id, paragraphs } = document
        const texts = [...(scope === 'text' ? [] : titleLines(document)), ...(scope === 'title' ? [] : paragraphs)]
        const count = texts.filter((text) => normalize(text).includes(run)).length
        if (count > 0) confirmed[id] = count
      }
    }
    return Matches.of(head.table, confirmed)
  }
}

const likelyKey = (run: string, scope: Scope): string => `${scope}?${run}`

const countsOf = (answer: EngineAnswer<object>): Record<string, number> => answer.facetDistribution?.['doc'] ?? {}

/** The engine query for passages that may contain the run. A space at the end keeps the last token from being a prefix. */
export function candidates(run: string, scope: Scope): EngineQuery {
  const { tokens, prefix } = gramQuery(run)
  return {
    indexUid: INDEXES.passages,
    q: tokenQuery(tokens, prefix),
    matchingStrategy: 'all',
    ...(scope === '' ? {} : { filter: [`kind = ${scope}`] }),
  }
}

/** What stands there as it is need not be normalised first, which takes longer than all else of it. */
function contains(text: string, run: string): boolean {
  if (text.includes(run)) return true
  return text.split('\n').some((line) => normalize(line).includes(run))
}
