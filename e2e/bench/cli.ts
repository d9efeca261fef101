import { parseArgs } from 'node:util'
import { benchIndexing } from './indexing.js'
import { benchKill } from './kill.js'
import { benchMalformed } from './malformed.js'
import { benchSearch } from './search.js'
import { benchSpelling } from './spelling.js'
import { benchSuggest } from './suggest.js'

const USAGE = `npm run bench -- index  [PATH…] [--source FILE]…   indexing against the same engine without us
npm run bench -- search [PATH…] [--source FILE]…   a page of results against one bare engine query
npm run bench -- suggest [PATH…] [--source FILE]…   completions while typing
npm run bench -- spelling [PATH…] [--source FILE]… [--pairs FOLDER]   wrong characters put right; FOLDER holds
                       pairs of X_error.txt and X_correct.txt, a sentence a line
npm run bench -- kill [--kills 20] [PATH…] [--source FILE]…   the indexer killed again and again, a site being asked;
                       whether the archive is that of an undisturbed run in the end
npm run bench -- malformed                         2,000 malformed files: what becomes of them, and how fast`

/** `npm run bench`: prints the figures that the project promises, each beside what it is compared with. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      source: { type: 'string', multiple: true, default: [] as string[] },
      pairs: { type: 'string' },
      kills: { type: 'string', default: '20' },
    },
    allowPositionals: true,
  })
  const [what, ...paths] = positionals
  if (what === 'malformed' && paths.length === 0) {
    process.stdout.write(`${await benchMalformed()}\n`)
    return 0
  }
  const benches = {
    index: benchIndexing,
    search: benchSearch,
    kill: (paths: string[], sources: string[]) => benchKill(paths, sources, Number(values.kills)),
    suggest: benchSuggest,
    spelling: (paths: string[], sources: string[]) => benchSpelling(paths, sources, values.pairs ?? null),
  }
  if (!(what && what in benches) || paths.length + values.source.length === 0 || !/^\d{1,4}$/.test(values.kills)) {
    process.stderr.write(`${USAGE}\n`)
    return 1
  }
  process.stdout.write(`${await benches[what as keyof typeof benches](paths, values.source)}\n`)
  return 0
}
