import { EngineClient, type EngineQuery } from '../../indexer/contract/engine/client.js'
import type { DocumentContent } from '../../indexer/contract/document.js'
import { FACETS } from '../../indexer/contract/fields.js'
import { passagesOf } from '../../indexer/passages.js'
import { withEngine } from './archives.js'

const BARE_INDEX = 'bare'
/** Records in one payload. */
const PAYLOAD = 4000

/**
 * An engine of its own, gone after `action`, with the same passages as raw text, as somebody would index them who knows
 * the engine but not Chinese.
 */
export async function withBareIndex<T>(
  documents: AsyncIterable<DocumentContent>,
  action: (bare: EngineClient) => Promise<T>,
): Promise<T> {
  return withEngine(async (engine) => {
    const client = new EngineClient(engine)
    await buildBareIndex(client, documents)
    return action(client)
  })
}

async function buildBareIndex(engine: EngineClient, documents: AsyncIterable<DocumentContent>): Promise<void> {
  await engine.createIndex(BARE_INDEX, 'id', {
    searchableAttributes: ['text'],
    filterableAttributes: [...FACETS.map(({ name }) => name), 'doc'],
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
    pagination: { maxTotalHits: 100_000_000 },
  })
  const tasks = []
  let lines: string[] = []
  for await (const document of documents) {
    lines.push(...passagesOf(document).map((passage) => JSON.stringify({ ...passage, grams: undefined })))
    if (lines.length < PAYLOAD) continue
    tasks.push(engine.completed(engine.add(BARE_INDEX, lines.join('\n'))))
    lines = []
  }
  if (lines.length > 0) tasks.push(engine.completed(engine.add(BARE_INDEX, lines.join('\n'))))
  await Promise.all(tasks)
}

/** One query as the engine comes out of the box: ten hits. */
export function bareQuery(words: string): EngineQuery {
  return { indexUid: BARE_INDEX, q: words, limit: 10 }
}
