import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { oneOf } from '../../indexer/contract/engine/filter.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { NEARLY_SAME, resemblance } from '../../indexer/contract/minhash.js'
import type { DocumentRecord } from '../../indexer/contract/records.js'

type Signed = Pick<DocumentRecord, 'id' | 'signature'>

/** Of the documents of a page, which have nearly the same text as an earlier one, and as which. */
export async function nearlySame(engine: EngineClient, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length < 2) return new Map()
  const { hits } = await engine.search<Signed>({
    indexUid: INDEXES.documents,
    filter: [oneOf('id', ids)],
    limit: ids.length,
    attributesToRetrieve: ['id', 'signature'],
  })
  const signatures = new Map(hits.map(({ id, signature }) => [id, signature]))
  return likeness(ids.map((id) => ({ id, signature: signatures.get(id) ?? '' })))
}

/** Each document that is like an earlier one → the first that it is like and that is like no earlier one itself. */
export function likeness(documents: readonly Signed[]): ReadonlyMap<string, string> {
  const first: Signed[] = []
  const same = new Map<string, string>()
  for (const document of documents) {
    const like = first.find(({ signature }) => resemblance(signature, document.signature) >= NEARLY_SAME)
    if (like) same.set(document.id, like.id)
    else first.push(document)
  }
  return same
}
