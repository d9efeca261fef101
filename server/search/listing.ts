import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { NO_FORM } from './answer-form.js'
import { batches } from './batches.js'
import { dressHits } from './hits.js'
import { Marker } from './marks.js'
import type { Page } from './page.js'
import type { SearchHit } from './types.js'

/** Documents that are fetched at a time. */
const LISTED_AT_A_TIME = 500
/** More than any search finds. */
const ALL = Number.MAX_SAFE_INTEGER

/** Pages of one search: the `page`-th of `perPage` documents. */
export type PagesOf = (page: number, perPage: number) => Promise<Page>

/** All documents of a ranked search, in its order: it is put in order once, whatever its length. */
export async function* listRanked(
  engine: EngineClient,
  pageOf: PagesOf,
  size = LISTED_AT_A_TIME,
): AsyncGenerator<SearchHit[]> {
  const { ids } = await pageOf(1, ALL)
  for (const some of batches(ids, size)) yield await plainHits(engine, some, [])
}

/** All documents of a search in order of time, as the engine gives them out, page by page. */
export async function* listSorted(
  engine: EngineClient,
  pageOf: PagesOf,
  size = LISTED_AT_A_TIME,
): AsyncGenerator<SearchHit[]> {
  for (let number = 1; ; number++) {
    const { ids, candidates } = await pageOf(number, size)
    if (ids.length > 0) yield await plainHits(engine, ids, candidates)
    if (ids.length < size) return
  }
}

/** Documents with their metadata, and nothing of their texts. */
export function plainHits(
  engine: EngineClient,
  ids: readonly string[],
  candidates: Page['candidates'],
): Promise<SearchHit[]> {
  return dressHits(engine, ids, candidates, { terms: [], found: new Map(), form: NO_FORM }, new Marker([]))
}
