import type { DocumentContent } from '../../indexer/contract/document.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { dictionaryWords } from '../../indexer/contract/words/dictionary.js'
import { generalWords } from '../../indexer/contract/words/general-dictionary.js'
import { longWords } from '../../indexer/contract/words/long-words.js'
import { newSearch } from '../../server/params.js'
import { anyRun, linesOf, repeatableNumbers, Scan } from '../support/scan.js'
import { bareQuery, withBareIndex } from './bare-index.js'
import { documentsOf, withGivenArchive, type Given } from './given-archive.js'
import { timed, timeTable } from './timing.js'

const COUNT = 300
const LONGEST = 12
const SEED = 20_241_101

/**
 * Whether the totals of exact search are those of a scan through all documents, for strings of 1 to 12 characters drawn
 * from their lines, and how long each takes beside one bare engine query of the same words. The same for words of the
 * dictionary, which are found in another way, whether the archive has them or only their parts; `count` of either.
 */
export async function benchExact(given: Given, count = COUNT): Promise<string> {
  return withGivenArchive(given, async ({ engine, open }) => {
    const documents: DocumentContent[] = []
    for await (const document of documentsOf(engine)) documents.push(document)
    const scan = new Scan(documents)
    const random = repeatableNumbers(SEED)
    const runs = drawRuns(documents, count, random)
    const words = drawWords(count, random)
    return withBareIndex(documentsOf(engine), async (bare) => {
      const archive = open()
      await archive.search(newSearch({ q: '政府', mode: 'exact' }))
      const times: number[] = []
      const bareTimes: number[] = []
      const compare = async (strings: readonly string[]): Promise<string[]> => {
        const unequal: string[] = []
        for (const run of strings) {
          let total = 0
          times.push(await timed(async () => ({ total } = await archive.search(newSearch({ q: run, mode: 'exact' })))))
          bareTimes.push(await timed(() => bare.search(bareQuery(run))))
          const scanned = scan.ids(run).length
          if (total !== scanned) unequal.push(`${run}: ${total}, scanned ${scanned}`)
        }
        return [`${strings.length - unequal.length} of ${strings.length} totals equal those of a scan`, ...unequal]
      }
      return [
        `${documents.length} documents`,
        'strings of the texts:',
        ...(await compare(runs)),
        'words of the dictionary:',
        ...(await compare(words)),
        timeTable([
          ['bare query', bareTimes],
          ['exact search', times],
        ]),
      ].join('\n')
    })
  })
}

/** Different ones, so that none is answered from memory; fewer than `count` where the archive has not that many. */
function drawRuns(documents: readonly DocumentContent[], count: number, random: () => number): string[] {
  const lines = documents.flatMap(linesOf)
  const runs = new Map<string, string>()
  for (let tries = 0; runs.size < count && tries < 20 * count; tries++) {
    const run = anyRun(lines, LONGEST, random)
    runs.set(normalize(run), run)
  }
  return [...runs.values()]
}

/** Half of them of the user dictionary, half general words that begin with a shorter one. */
function drawWords(count: number, random: () => number): string[] {
  const general = [...generalWords()].map(([word]) => word).filter((word) => longWords().has(word))
  const beginsWithWord = (word: string): boolean => longWords().has(word.slice(0, -2))
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!
  const kinds = [dictionaryWords(), general.filter(beginsWithWord)]
  return [...new Set(kinds.flatMap((kind) => Array.from({ length: count / 2 }, () => pick(kind))))]
}
