import { access } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { discover } from '../../indexer/discover.js'
import { measure } from '../measuring.js'
import { text } from '../text.zh.js'
import { benchAnswers } from './answers.js'
import { benchExact } from './exact.js'
import type { Given } from './given-archive.js'
import { benchIndexing } from './indexing.js'
import { benchKill } from './kill.js'
import { benchKnownItems } from './known-item.js'
import { benchLatency } from './latency.js'
import { benchMalformed } from './malformed.js'
import { benchSearch } from './search.js'
import { benchSpelling } from './spelling.js'
import { benchSuggest } from './suggest.js'

const ONLY_ASKING = ['search', 'latency', 'exact', 'known-item', 'answers', 'suggest', 'spelling'] as const
type Asking = (typeof ONLY_ASKING)[number]

/** `npm run bench`: prints the figures that the project promises, each beside what it is compared with. */
export function main(args: string[]): Promise<number> {
  return measure('bench', () => bench(args))
}

async function bench(args: string[]): Promise<number> {
  const given = parse(args)
  if (given.values.help) {
    process.stdout.write(`${text.benchUsage}\n`)
    return 0
  }
  const run = choose(given)
  if (run === null) {
    process.stderr.write(`${text.benchUsage}\n`)
    return 1
  }
  await look(given)
  process.stdout.write(`${await run()}\n`)
  // Times mean little where others kept the machine busy.
  const load = loadavg().map((average) => average.toFixed(1))
  process.stdout.write(`load average ${load.join(', ')} on ${availableParallelism()} cores\n`)
  return 0
}

/** The benchmark that is asked for; null where the arguments are none of those of the usage. */
function choose({ values, positionals }: Arguments): (() => Promise<string>) | null {
  const [what, ...paths] = positionals
  const { source: sources, queries = null, pairs = null, 'data-dir': dataDir = null } = values
  const hasFiles = paths.length + sources.length > 0
  if (what === 'malformed') return hasFiles || dataDir !== null ? null : benchMalformed
  if (what === 'index') return hasFiles && dataDir === null ? () => benchIndexing(paths, sources) : null
  if (what === 'kill') {
    const isAsked = hasFiles && dataDir === null && /^\d{1,4}$/.test(values.kills)
    return isAsked ? () => benchKill(paths, sources, Number(values.kills)) : null
  }
  if (!isAsking(what) || hasFiles === (dataDir !== null) || (what === 'known-item' && queries === null)) return null
  const given: Given = { paths, sources, dataDir }
  const benches: Record<Asking, () => Promise<string>> = {
    search: () => benchSearch(given),
    latency: () => benchLatency(given, queries),
    exact: () => benchExact(given),
    'known-item': () => benchKnownItems(given, queries!),
    answers: () => benchAnswers(given, queries),
    suggest: () => benchSuggest(given),
    spelling: () => benchSpelling(given, pairs),
  }
  return benches[what]
}

/** What is given is looked at before anything is started, as the indexing command does. */
async function look({ values, positionals: [, ...paths] }: Arguments): Promise<void> {
  if (paths.length + values.source.length > 0) await discover(paths, values.source)
  for (const given of [values.queries, values.pairs]) if (given !== undefined) await access(given)
}

const isAsking = (what: string | undefined): what is Asking => ONLY_ASKING.includes(what as Asking)

type Arguments = ReturnType<typeof parse>

function parse(args: string[]) {
  return parseArgs({
    args,
    options: {
      source: { type: 'string', multiple: true, default: [] as string[] },
      'data-dir': { type: 'string' },
      queries: { type: 'string' },
      pairs: { type: 'string' },
      kills: { type: 'string', default: '20' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
}
