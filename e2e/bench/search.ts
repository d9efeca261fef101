import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { FACETS } from '../../indexer/contract/fields.js'
import { newSearch } from '../../server/params.js'
import { searchUrl } from '../../server/urls.js'
import { bareQuery, withBareIndex } from './bare-index.js'
import { documentsOf, passageTexts, withGivenArchive, type Given } from './given-archive.js'
import { sampleQueries, warmUpQueries } from './queries.js'
import { withSite } from './site.js'
import { timed, timeTable } from './timing.js'

/** Each query is asked this many times, in turn with its bare twin; the first time finds nothing remembered. */
const ROUNDS = 3

/**
 * Serves an archive as a reader meets it, and times pages of results against one bare engine query of the same words:
 * raw text under the engine's own settings, one query, ten hits, as Meilisearch comes out of the box. The site has answered
 * other queries before, as one has that runs.
 */
export async function benchSearch(given: Given): Promise<string> {
  return withGivenArchive(given, (archive) =>
    withBareIndex(documentsOf(archive.engine), (bare) =>
      withSite(archive, async (site) => {
        const texts = await passageTexts(archive.engine)
        const queries = sampleQueries(texts)
        for (const query of warmUpQueries(texts)) if (!queries.includes(query)) await page(site, query)
        return compare(queries, site, bare)
      }),
    ),
  )
}

async function compare(queries: readonly string[], site: string, engine: EngineClient): Promise<string> {
  const first: number[] = []
  const again: number[] = []
  const bare: number[] = []
  const bareFaceted: number[] = []
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
  return [
    `${queries.length} queries`,
    timeTable([
      ['bare query, as it comes', bare],
      ['bare query with facets, exact total, distinct', bareFaceted],
      ['page of results, asked for the first time', first],
      ['page of results, asked for again', again],
      ['page of results, all', [...first, ...again]],
    ]),
  ].join('\n')
}

async function page(site: string, q: string): Promise<void> {
  const response = await fetch(site + searchUrl(newSearch({ q })))
  await response.text()
  if (!response.ok) throw new Error(`page of results for ${q}: ${response.status}`)
}
