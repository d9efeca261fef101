import { Catalogue } from '../../indexer/catalogue.js'
import { completed, type EngineClient, type EngineQuery } from '../../indexer/contract/engine/client.js'
import { FACETS } from '../../indexer/contract/fields.js'
import { passagesOf } from '../../indexer/passages.js'

export const BARE_INDEX = 'bare'

/** The same passages as raw text, as somebody would index them who knows the engine but not Chinese. */
export async function buildBareIndex(engine: EngineClient, dataDir: string): Promise<void> {
  await engine.createIndex(BARE_INDEX, 'id', {
    searchableAttributes: ['text'],
    filterableAttributes: [...FACETS.map(({ name }) => name), 'doc'],
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
    pagination: { maxTotalHits: 100_000_000 },
  })
  const catalogue = new Catalogue(dataDir)
  try {
    const tasks = []
    let lines: string[] = []
    for (const { revision } of catalogue.heads()) {
      const own = passagesOf(catalogue.content(revision))
      lines.push(...own.map((passage) => JSON.stringify({ ...passage, grams: undefined })))
      if (lines.length < 4000) continue
      tasks.push(completed(engine.add(BARE_INDEX, lines.join('\n'))))
      lines = []
    }
    if (lines.length > 0) tasks.push(completed(engine.add(BARE_INDEX, lines.join('\n'))))
    await Promise.all(tasks)
  } finally {
    await catalogue.close()
  }
}

export function bareQuery(words: string): EngineQuery {
  return { indexUid: BARE_INDEX, q: words, limit: 10 }
}
