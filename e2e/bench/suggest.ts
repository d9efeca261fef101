import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { syllablesOf } from '../../indexer/contract/pinyin.js'
import type { EntryRecord } from '../../indexer/contract/vocabulary.js'
import { repeatableNumbers } from '../support/scan.js'
import { withGivenArchive, type Given } from './given-archive.js'
import { withSite } from './site.js'
import { median, percentile, timed } from './timing.js'

const ENTRIES = 150
const SEED = 20_240_801

/**
 * Serves an archive and times `/suggest` as a browser meets it, for the beginnings of entries of its vocabulary
 * that a reader types: one to four characters, a piece from the middle, pinyin, initials. Beside each, in turn with it,
 * one bare engine query over the same vocabulary, as the least that any answer takes on the machine as it is.
 */
export async function benchSuggest(given: Given): Promise<string> {
  return withGivenArchive(given, (archive) => withSite(archive, (site) => measureSuggestions(site, archive.engine)))
}

async function measureSuggestions(site: string, engine: EngineClient): Promise<string> {
  const { hits } = await engine.search<Pick<EntryRecord, 'run'>>({
    indexUid: INDEXES.words,
    attributesToRetrieve: ['run'],
    limit: 100_000,
  })
  const random = repeatableNumbers(SEED)
  const picked = Array.from({ length: ENTRIES }, () => hits[Math.floor(random() * hits.length)]!.run)
  const kinds: Record<string, (run: string) => string> = {
    'one character': (run) => run.slice(0, 1),
    'two characters': (run) => run.slice(0, 2),
    'four characters': (run) => run.slice(0, 4),
    'from the middle': (run) => run.slice(1, 4),
    pinyin: (run) => syllablesOf(run).flat().join('').slice(0, 8),
    initials: (run) =>
      syllablesOf(run)
        .flat()
        .map((syllable) => syllable[0])
        .join('')
        .slice(0, 4),
  }
  await suggest(site, '政府')
  const all: number[] = []
  const bare: number[] = []
  const lines = []
  for (const [name, typed] of Object.entries(kinds)) {
    const times = []
    for (const run of picked) {
      if (typed(run) === '') continue
      times.push(await timed(() => suggest(site, typed(run))))
      bare.push(await timed(() => engine.search({ indexUid: INDEXES.words, q: typed(run), limit: 8 })))
    }
    all.push(...times)
    lines.push(line(name, times))
  }
  const ratio = (share: number): string => (percentile(all, share) / percentile(bare, share)).toFixed(2)
  return [
    `${hits.length} entries`,
    ...lines,
    line('all (p95 at most 30 ms)', all),
    line('one bare engine query', bare),
    `ratio: p50 ${ratio(0.5)}, p95 ${ratio(0.95)}`,
  ].join('\n')
}

const line = (name: string, times: readonly number[]): string =>
  `${name.padEnd(26)}p50 ${median(times).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms`

async function suggest(site: string, q: string): Promise<void> {
  const response = await fetch(`${site}/suggest?${new URLSearchParams({ q })}`)
  await response.text()
  if (!response.ok) throw new Error(`suggestions for ${q}: ${response.status}`)
}
