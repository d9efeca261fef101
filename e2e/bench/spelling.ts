import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import type { EntryRecord } from '../../indexer/contract/vocabulary.js'
import { newSearch } from '../../server/params.js'
import type { EngineArchive } from '../../server/search/engine-archive.js'
import { dictionaries } from '../../server/spelling/dictionary.js'
import { passageTexts, withGivenArchive, type Given } from './given-archive.js'
import { sampleQueries } from './queries.js'
import { misspelled, pairItems, type SpellingItem } from './spelling-items.js'
import { median, percentile, timed } from './timing.js'

/** Words of the archive that are misspelled for the test, and so many of the most and the least frequent are among them. */
const SYNTHETIC = 600

/**
 * How many words with one wrong character are put right, and how many right queries are meddled with. Items are drawn
 * from pairs of wrong and right sentences, where the wrong character lies within a word that the archive has, and made
 * from words of the archive's vocabulary; see spelling-items.ts.
 */
export async function benchSpelling(given: Given, pairs: string | null): Promise<string> {
  return withGivenArchive(given, ({ engine, open }) => measureSpelling(open(), engine, pairs))
}

async function measureSpelling(archive: EngineArchive, engine: EngineClient, pairs: string | null): Promise<string> {
  const vocabulary = await engine.search<Pick<EntryRecord, 'run'>>({
    indexUid: INDEXES.words,
    filter: ['kind = term'],
    attributesToRetrieve: ['run'],
    limit: 100_000,
  })
  const totalOf = async (word: string): Promise<number> =>
    (await archive.search(newSearch({ q: word, mode: 'exact', perPage: 1 }))).total
  const isHeld = async (word: string): Promise<boolean> => (await totalOf(word)) > 0
  const synthetic = misspelled(
    vocabulary.hits.map(({ run }) => run),
    SYNTHETIC,
  )
  const fromPairs = pairs === null ? [] : await pairItems(pairs, isHeld)
  // Nothing that finds less is offered (展新, across the borders of 开展新…, finds more than 崭新) …
  const findsMore = new Set<SpellingItem>()
  // … and nothing in 教师 tells that 教室 was meant.
  const dictionary = dictionaries()
  const isTelling = new Set<SpellingItem>()
  for (const item of fromPairs) {
    const [wrong, right] = [await totalOf(item.wrong), await totalOf(item.right)]
    if (right > wrong) findsMore.add(item)
    if (wrong === 0 || !dictionary.has(item.wrong)) isTelling.add(item)
  }
  const times: number[] = []
  const lines = [
    ...(pairs === null
      ? []
      : [
          await corrected('wrong words of the sentence pairs', fromPairs, archive, times),
          await corrected('those whose right word finds more', only(fromPairs, findsMore), archive, times),
          await corrected('those that are no word of the archive as well', only(fromPairs, isTelling), archive, times),
        ]),
    await corrected('words of the archive with a homophone', ofKind(synthetic, 'sound'), archive, times),
    await corrected('words of the archive with a look-alike', ofKind(synthetic, 'shape'), archive, times),
    await meddled(
      'their right words',
      [...fromPairs, ...synthetic].map(({ right }) => right),
      archive,
      times,
    ),
    await meddled('pieces of texts, as queries', sampleQueries(await passageTexts(engine)), archive, times),
  ]
  return [...lines, `ms a query: p50 ${median(times).toFixed(1)}, p95 ${percentile(times, 0.95).toFixed(1)}`].join('\n')
}

const only = (items: readonly SpellingItem[], some: ReadonlySet<SpellingItem>): SpellingItem[] =>
  items.filter((item) => some.has(item))

const ofKind = (items: readonly SpellingItem[], kind: SpellingItem['kind']): SpellingItem[] =>
  items.filter((item) => item.kind === kind)

async function corrected(
  name: string,
  items: readonly SpellingItem[],
  archive: EngineArchive,
  times: number[],
): Promise<string> {
  const answers = await ask(
    items.map(({ wrong }) => wrong),
    archive,
    times,
  )
  const right = items.filter((item, index) => answers[index] === item.right).length
  const other = items.filter((item, index) => answers[index] !== null && answers[index] !== item.right).length
  return `${name}: ${items.length}, corrected ${share(right, items.length)}, otherwise ${share(other, items.length)}`
}

async function meddled(name: string, queries: string[], archive: EngineArchive, times: number[]): Promise<string> {
  const distinct = [...new Set(queries)]
  const answers = await ask(distinct, archive, times)
  const examples = distinct.flatMap((query, index) => (answers[index] === null ? [] : [`${query} → ${answers[index]}`]))
  const some = examples.length > 0 ? `, e.g. ${examples.slice(0, 8).join('; ')}` : ''
  return `${name}: ${distinct.length}, "corrected" ${share(examples.length, distinct.length)}${some}`
}

async function ask(queries: readonly string[], archive: EngineArchive, times: number[]): Promise<(string | null)[]> {
  const answers: (string | null)[] = []
  await archive.meant('政府')
  for (const query of queries) {
    times.push(await timed(async () => answers.push(await archive.meant(query))))
  }
  return answers
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
