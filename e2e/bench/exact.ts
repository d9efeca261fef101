import type { DocumentContent } from '../../indexer/contract/document.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { newSearch } from '../../server/params.js'
import { anyRun, linesOf, repeatableNumbers, Scan } from '../support/scan.js'
import { bareQuery, withBareIndex } from './bare-index.js'
import { documentsOf, withGivenArchive, type Given } from './given-archive.js'
import { timed, timeTable } from './timing.js'

const RUNS = 300
const LONGEST = 12
const SEED = 20_241_101

/**
 * Whether the totals of exact search are those of a scan through all documents, for strings of 1 to 12 characters drawn
 * from their lines, and how long each takes beside one bare engine query of the same words.
 */
export async function benchExact(given: Given): Promise<string> {
  return withGivenArchive(given, async ({ engine, open }) => {
    const documents: DocumentContent[] = []
    for await (const document of documentsOf(engine)) documents.push(document)
    const scan = new Scan(documents)
    const runs = drawRuns(documents)
    return withBareIndex(documentsOf(engine), async (bare) => {
      const archive = open()
      await archive.search(newSearch({ q: '政府', mode: 'exact' }))
      const unequal: string[] = []
      const times: number[] = []
      const bareTimes: number[] = []
      for (const run of runs) {
        let total = 0
        times.push(await timed(async () => ({ total } = await archive.search(newSearch({ q: run, mode: 'exact' })))))
        bareTimes.push(await timed(() => bare.search(bareQuery(run))))
        const scanned = scan.ids(run).length
        if (total !== scanned) unequal.push(`${run}: ${total}, scanned ${scanned}`)
      }
      return [
        `${documents.length} documents`,
        `${runs.length - unequal.length} of ${runs.length} totals equal those of a scan`,
        ...unequal,
        timeTable([
          ['bare query', bareTimes],
          ['exact search', times],
        ]),
      ].join('\n')
    })
  })
}

/** Different ones, so that none is answered from memory; fewer than `RUNS` where the archive has not that many. */
function drawRuns(documents: readonly DocumentContent[]): string[] {
  const random = repeatableNumbers(SEED)
  const lines = documents.flatMap(linesOf)
  const runs = new Map<string, string>()
  for (let tries = 0; runs.size < RUNS && tries < 20 * RUNS; tries++) {
    const run = anyRun(lines, LONGEST, random)
    runs.set(normalize(run), run)
  }
  return [...runs.values()]
}
