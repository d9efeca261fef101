import type { EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { EngineRefusedError } from '../../indexer/contract/engine/errors.js'
import { quoted } from '../../indexer/contract/engine/filter.js'
import type { Finding, FindingKind } from '../../indexer/contract/findings.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'

/** Which entries of the quality report are asked for; without a kind only the numbers are. */
export interface QualityRequest {
  kind: FindingKind | null
  key: string | null
  /** From 1. */
  page: number
}

export interface QualityList {
  /** Entries of each kind there are any of. */
  counts: Partial<Record<FindingKind, number>>
  /** What the entries of the kind asked for are about, the most frequent first. */
  keys: { key: string; count: number }[]
  /** Of the kind and key asked for. */
  total: number
  findings: Finding[]
}

export const QUALITY_PAGE_SIZE = 50

/** Reads the report that was published with the archive; null where an older version of the program published it. */
export async function qualityList(engine: EngineClient, request: QualityRequest): Promise<QualityList | null> {
  const { kind, key, page } = request
  const ofKind = kind === null ? [] : [`kind = ${quoted(kind)}`]
  const query = (filter: string[], more: Partial<EngineQuery>): EngineQuery => ({
    indexUid: INDEXES.quality,
    filter,
    ...more,
  })
  try {
    const [all, keys, entries] = await engine.multiSearch<Finding>([
      query([], { limit: 0, facets: ['kind'] }),
      query(ofKind, { limit: 0, facets: kind === null ? [] : ['key'] }),
      query([...ofKind, ...(key === null ? [] : [`key = ${quoted(key)}`])], {
        page,
        hitsPerPage: kind === null ? 0 : QUALITY_PAGE_SIZE,
        sort: ['key:asc', 'id:asc'],
      }),
    ])
    return {
      counts: (all?.facetDistribution?.['kind'] ?? {}) as QualityList['counts'],
      keys: Object.entries(keys?.facetDistribution?.['key'] ?? {})
        .map(([name, count]) => ({ key: name, count }))
        .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1)),
      total: entries?.totalHits ?? 0,
      findings: kind === null ? [] : (entries?.hits ?? []),
    }
  } catch (error) {
    if (error instanceof EngineRefusedError && error.code === 'index_not_found') return null
    throw error
  }
}
