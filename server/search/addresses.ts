import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import type { DocumentRecord } from '../../indexer/contract/records.js'

/** A document as a list of addresses needs it: its present text is in the archive since `changed`, ISO 8601. */
export interface Address {
  id: string
  changed: string | null
}

/** Documents that are fetched at a time. */
const AT_A_TIME = 1000

/** The documents from the `first` (counted from 0) on, in the order of their ids, `total` of them, some at a time. */
export async function* addresses(
  engine: EngineClient,
  first: number,
  total: number,
  atATime = AT_A_TIME,
): AsyncGenerator<Address[]> {
  for (let done = 0; done < total; done += atATime) {
    const { hits } = await engine.search<Pick<DocumentRecord, 'id' | 'added' | 'versions'>>({
      indexUid: INDEXES.documents,
      sort: ['id:asc'],
      offset: first + done,
      limit: Math.min(atATime, total - done),
      attributesToRetrieve: ['id', 'added', 'versions'],
    })
    if (hits.length > 0) yield hits.map((hit) => ({ id: hit.id, changed: changeOf(hit) }))
    if (hits.length < atATime) return
  }
}

/** When the present text of a document came into the archive. */
export function changeOf({ added, versions }: Pick<DocumentRecord, 'added' | 'versions'>): string | null {
  return versions.at(-1)?.since ?? added
}
