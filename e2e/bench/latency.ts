import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { newSearch } from '../../server/params.js'
import type { Mode } from '../../server/search/types.js'
import { readQueries } from '../evaluate/files.js'
import { bareQuery, withBareIndex } from './bare-index.js'
import { documentsOf, passageTexts, withGivenArchive, type Given, type GivenArchive } from './given-archive.js'
import { sampleQueries } from './queries.js'
import { timed, timeTable } from './timing.js'

/**
 * Times searches in the server, without the page around them, against one bare engine query of the same words. Best
 * match is asked for pieces of texts and for the questions of `questions` (`id<TAB>query` a line), exact search for
 * those of the pieces that stand as they are in some text.
 */
export async function benchLatency(given: Given, questions: string | null): Promise<string> {
  const asked = questions === null ? [] : (await readQueries(questions)).map(({ text }) => text)
  return withGivenArchive(given, (archive) =>
    withBareIndex(documentsOf(archive.engine), async (bare) => {
      const { documents = 0, passages = 0 } = (await archive.open().summary()).state ?? {}
      const pieces = [...new Set(sampleQueries(await passageTexts(archive.engine)))]
      const queries = [...pieces, ...asked]
      const runs = pieces.filter((piece) => !piece.includes(' '))
      return [
        `${documents} documents, ${passages} passages`,
        `${queries.length} queries`,
        timeTable(await timesOf('best match (p50 at most 40 ms, p95 120 ms)', archive, bare, '', queries)),
        `${runs.length} runs of text`,
        timeTable(await timesOf('exact (p50 at most 25 ms)', archive, bare, 'exact', runs)),
      ].join('\n')
    }),
  )
}

/** Each in an archive that remembers nothing, then once more in the same, both in turn with a bare query. */
async function timesOf(
  name: string,
  archive: GivenArchive,
  bare: EngineClient,
  mode: Mode,
  queries: readonly string[],
): Promise<[string, number[]][]> {
  const opened = archive.open()
  const search = (q: string): Promise<unknown> => opened.search(newSearch({ q, mode }))
  await search('政府')
  const [first, again, bareTimes]: [number[], number[], number[]] = [[], [], []]
  for (const times of [first, again]) {
    for (const query of queries) {
      times.push(await timed(() => search(query)))
      bareTimes.push(await timed(() => bare.search(bareQuery(query))))
    }
  }
  return [
    ['bare query', bareTimes],
    [name, first],
    ['  the same, asked again', again],
  ]
}
