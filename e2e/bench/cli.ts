import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
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

const USAGE = `npm run bench -- index     FILES   indexing against the same engine without us
npm run bench -- kill      FILES [--kills 20]   the indexer killed again and again, a site being asked; whether the
                           archive is that of an undisturbed run in the end
npm run bench -- malformed   2,000 malformed files: what becomes of them, and how fast
npm run bench -- search    ARCHIVE   a page of results against one bare engine query
npm run bench -- latency   ARCHIVE [--queries FILE]   searches in the server, best match and exact, against the same;
                           FILE holds more questions, id<TAB>query a line
npm run bench -- exact     ARCHIVE   300 strings of the texts: exact totals against a scan of all documents
npm run bench -- known-item ARCHIVE --queries FILE   documents that are asked for by name and stand first; FILE holds
                           id<TAB>query<TAB>path a line, the path within the folder indexed
npm run bench -- suggest   ARCHIVE   completions while typing
npm run bench -- spelling  ARCHIVE [--pairs FOLDER]   wrong characters put right; FOLDER holds pairs of X_error.txt and
                           X_correct.txt, a sentence a line

FILES is PATH… [--source FILE]…, indexed into a throw-away archive; ARCHIVE is that or --data-dir DIR, an archive that
is there already, which is only asked.`

const ONLY_ASKING = ['search', 'latency', 'exact', 'known-item', 'suggest', 'spelling'] as const
type Asking = (typeof ONLY_ASKING)[number]

/** `npm run bench`: prints the figures that the project promises, each beside what it is compared with. */
export async function main(args: string[]): Promise<number> {
  try {
    const run = choose(args)
    if (run === null) {
      process.stderr.write(`${USAGE}\n`)
      return 1
    }
    process.stdout.write(`${await run()}\n`)
    // Times mean little where others kept the machine busy.
    const load = loadavg().map((average) => average.toFixed(1))
    process.stdout.write(`load average ${load.join(', ')} on ${availableParallelism()} cores\n`)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

/** The benchmark that is asked for; null where the arguments are none of those of `USAGE`. */
function choose(args: string[]): (() => Promise<string>) | null {
  const { values, positionals } = parse(args)
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
    suggest: () => benchSuggest(given),
    spelling: () => benchSpelling(given, pairs),
  }
  return benches[what]
}

const isAsking = (what: string | undefined): what is Asking => ONLY_ASKING.includes(what as Asking)

function parse(args: string[]) {
  return parseArgs({
    args,
    options: {
      source: { type: 'string', multiple: true, default: [] as string[] },
      'data-dir': { type: 'string' },
      queries: { type: 'string' },
      pairs: { type: 'string' },
      kills: { type: 'string', default: '20' },
    },
    allowPositionals: true,
  })
}
