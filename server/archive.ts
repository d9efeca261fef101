import type { ArchiveDocument, Tombstone } from '../indexer/contract/document.js'
import type { DocNumber } from '../indexer/contract/doc-number.js'
import type { ArchiveState } from '../indexer/contract/records.js'
import type { FacetName } from '../indexer/contract/fields.js'
import type { Address } from './search/addresses.js'
import type { AskedNumber } from './search/asked-number.js'
import type { HeldSeries, NumberedHit, NumberHoldings } from './search/numbers.js'
import type { QualityList, QualityRequest } from './search/quality.js'
import type { Related } from './search/related.js'
import type { FacetValue, Mark, Occurrences, SearchHit, SearchRequest, SearchResult } from './search/types.js'
import type { Hints } from './vocabulary/hints.js'
import type { Completion } from './vocabulary/suggester.js'

/** Everything the pages ask of the archive. Each method throws EngineUnavailableError when the engine does not answer. */
export interface Archive {
  /** The state that is published; null before there is one. */
  state(): Promise<ArchiveState | null>
  search(request: SearchRequest): Promise<SearchResult>
  /** How many documents a search finds. */
  total(request: SearchRequest): Promise<number>
  /**
   * All documents that a search finds, in its order, some at a time, without snippets. Throws ArchiveChangedError where
   * another state of the archive is published meanwhile.
   */
  listing(request: SearchRequest): AsyncGenerator<SearchHit[]>
  /** The documents from the `first` (counted from 0) on, in the order of their ids, at most `total`, some at a time. */
  addresses(first: number, total: number): AsyncGenerator<Address[]>
  /** When documents came into the archive, by their ids; those that it does not hold are left out. */
  arrivals(ids: readonly string[]): Promise<Map<string, Arrival>>
  /** How often the phrases of an exact search stand in all the documents that it finds, `thorough` however long it takes. */
  occurrences(request: SearchRequest, thorough?: boolean): Promise<Occurrences>
  /** Null when the archive does not hold it. */
  document(id: string): Promise<ArchiveDocument | null>
  /** What a document said before its present version; null where it has no earlier version of that number. */
  earlierVersion(current: ArchiveDocument, number: number): Promise<ArchiveDocument | null>
  /** What is left of a document that was in the archive and is no more; null where there is no such. */
  tombstone(id: string): Promise<Tombstone | null>
  /** The documents that bear a number, and the nearest numbers of its series. */
  holdings(asked: AskedNumber): Promise<NumberHoldings>
  /** All documents of one code and year, by number. */
  series(series: Pick<DocNumber, 'code' | 'year'>): Promise<NumberedHit[]>
  /** The nearest year of the same code of which anything is held; null where nothing is. */
  nearestSeries(series: Pick<DocNumber, 'code' | 'year'>): Promise<HeldSeries | null>
  /** What the archive holds that a document has to do with: what it refers to, what refers to it, what is nearly the same. */
  related(document: ArchiveDocument): Promise<Related>
  /** What staff should check; null where the archive has no such report yet. */
  quality(request: QualityRequest): Promise<QualityList | null>
  summary(): Promise<ArchiveSummary>
  /** Never throws: an engine that does not answer is what it reports. */
  health(): Promise<Health>
  /** Completions of what a reader has typed so far, the most likely first; at most eight. */
  suggest(typed: string): Promise<Completion[]>
  /** What may help a reader on from the results of this search. */
  hints(request: SearchRequest, result: Promise<SearchResult>): Promise<Hints>
  /** What the query `q` marks in each of the given texts. */
  marks(q: string, texts: readonly string[]): Promise<Mark[][]>
}

/** When the archive first held a document, and its present text, ISO 8601; null where that was not noted. */
export interface Arrival {
  added: string | null
  changed: string | null
}

export interface ArchiveSummary {
  /** Null before the first state of the archive was published. */
  state: ArchiveState | null
  facets: Record<FacetName, FacetValue[]>
}

export interface Health {
  status: 'ok' | 'degraded' | 'down'
  documents: number
  indexing: boolean
}
