import { EngineClient } from '../../indexer/contract/engine/client.js'
import { FACETS } from '../../indexer/contract/fields.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import type { PassageRecord } from '../../indexer/contract/records.js'
import { createApp } from '../../server/app.js'
import { listen } from '../../server/listen.js'
import { openArchive } from '../../server/open-archive.js'
import { newSearch } from '../../server/params.js'
import { searchUrl } from '../../server/urls.js'
import { indexWithCli, median, percentile, withEngine } from './archives.js'
import { BARE_INDEX, bareQuery, buildBareIndex } from './bare-index.js'
import { sampleQueries } from './queries.js'

/** Each query is asked this many times, in turn with its bare twin; the first time finds nothing remembered. */
const ROUNDS = 3
const HEADER = ['', 'p50', 'p95', 'ratio p50', 'ratio p95']

/**
 * Serves the files' archive as a reader meets it, and times pages of results against one bare engine query of the
 * same words: raw text under the engine's own settings, one query, ten hits, as Meilisearch comes out of the box.
 */
export async function benchSearch(paths: string[], sources: string[]): Promise<string> {
  return withEngine(async (engine, dataDir) => {
    await indexWithCli(dataDir, paths, sources)
    const admin = new EngineClient(engine)
    await buildBareIndex(admin, dataDir)
    const archive = openArchive({ dataDir }, engine.url, engine.searchKey)
    const site = await listen(createApp(archive, { siteUrl: null, dataDir, logLevel: 'silent' }), '127.0.0.1', 0)
    try {
      const { hits } = await admin.search<Pick<PassageRecord, 'text'>>({
        indexUid: INDEXES.passages,
        filter: ['kind = text'],
        attributesToRetrieve: ['text'],
        limit: 5000,
      })
      const queries = sampleQueries(hits.map(({ text }) => text))
      return await compare(queries, site.url, admin)
    } finally {
      await site.close()
    }
  })
}

async function compare(queries: readonly string[], site: string, engine: EngineClient): Promise<string> {
  const first: number[] = []
  const again: number[] = []
  const bare: number[] = []
  const bareFaceted: number[] = []
  await timed(() => page(site, '政府'))
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of queries) {
      ;(round === 0 ? first : again).push(await timed(() => page(site, query)))
      bare.push(await timed(() => engine.search(bareQuery(query))))
      bareFaceted.push(
        await timed(() =>
          engine.search({
            ...bareQuery(query),
            facets: FACETS.map(({ name }) => name),
            distinct: 'doc',
            page: 1,
            hitsPerPage: 10,
          }),
        ),
      )
    }
  }
  const row = (name: string, times: number[]): string =>
    [
      name.padEnd(52),
      ...[median(times), percentile(times, 0.95)].map((ms) => `${ms.toFixed(1)} ms`.padStart(12)),
      ...[median(times) / median(bare), percentile(times, 0.95) / percentile(bare, 0.95)].map((ratio) =>
        ratio.toFixed(2).padStart(12),
      ),
    ].join('')
  return [
    `${queries.length} queries over ${BARE_INDEX}`,
    [HEADER[0]!.padEnd(52), ...HEADER.slice(1).map((cell) => cell.padStart(12))].join(''),
    row('bare query, as it comes', bare),
    row('bare query with facets, exact total, distinct', bareFaceted),
    row('page of results, asked for the first time', first),
    row('page of results, asked for again', again),
    row('page of results, all', [...first, ...again]),
  ].join('\n')
}

async function page(site: string, q: string): Promise<void> {
  const response = await fetch(site + searchUrl(newSearch({ q })))
  await response.text()
  if (!response.ok) throw new Error(`page of results for ${q}: ${response.status}`)
}

async function timed(action: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await action()
  return performance.now() - started
}
