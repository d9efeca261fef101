import { parseArgs } from 'node:util'
import { benchIndexing } from './indexing.js'
import { benchSearch } from './search.js'
import { benchSpelling } from './spelling.js'
import { benchSuggest } from './suggest.js'

const USAGE = `npm run bench -- index  [PATH…] [--source FILE]…   indexing against the same engine without us
npm run bench -- search [PATH…] [--source FILE]…   a page of results against one bare engine query
npm run bench -- suggest [PATH…] [--source FILE]…   completions while typing
npm run bench -- spelling [PATH…] [--source FILE]… [--pairs FOLDER]   wrong characters put right; FOLDER holds
                       pairs of X_error.txt and X_correct.txt, a sentence a line`

/** `npm run bench`: prints the figures that the project promises, each beside what it is compared with. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { source: { type: 'string', multiple: true, default: [] as string[] }, pairs: { type: 'string' } },
    allowPositionals: true,
  })
  const [what, ...paths] = positionals
  const benches = {
    index: benchIndexing,
    search: benchSearch,
    suggest: benchSuggest,
    spelling: (paths: string[], sources: string[]) => benchSpelling(paths, sources, values.pairs ?? null),
  }
  if (!(what && what in benches) || paths.length + values.source.length === 0) {
    process.stderr.write(`${USAGE}\n`)
    return 1
  }
  process.stdout.write(`${await benches[what as keyof typeof benches](paths, values.source)}\n`)
  return 0
}
