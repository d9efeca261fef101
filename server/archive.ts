import type { ArchiveDocument } from '../indexer/contract/document.js'
import type { ArchiveState, HitMetadata } from '../indexer/contract/records.js'
import type { FacetName } from '../indexer/contract/fields.js'
import type { FacetValue, Mark, SearchRequest, SearchResult } from './search/types.js'

/** Everything the pages ask of the archive. Each method throws EngineUnavailableError when the engine does not answer. */
export interface Archive {
  search(request: SearchRequest): Promise<SearchResult>
  /** Null when the archive does not hold it. */
  document(id: string): Promise<ArchiveDocument | null>
  /** All documents with this number (standard form, 国发〔2021〕5号); several bodies may have used one code. */
  withDocNumber(number: string): Promise<HitMetadata[]>
  summary(): Promise<ArchiveSummary>
  /** Never throws: an engine that does not answer is what it reports. */
  health(): Promise<Health>
  /** What the query `q` marks in each of the given texts. */
  marks(q: string, texts: readonly string[]): Promise<Mark[][]>
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
