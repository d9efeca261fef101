import { parseArgs } from 'node:util'
import { benchIndexing } from './indexing.js'
import { benchSearch } from './search.js'

const USAGE = `npm run bench -- index  [PATH…] [--source FILE]…   indexing against the same engine without us
npm run bench -- search [PATH…] [--source FILE]…   a page of results against one bare engine query`

/** `npm run bench`: prints the figures that the project promises, each beside what it is compared with. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { source: { type: 'string', multiple: true, default: [] as string[] } },
    allowPositionals: true,
  })
  const [what, ...paths] = positionals
  const benches = { index: benchIndexing, search: benchSearch }
  if (!(what === 'index' || what === 'search') || paths.length + values.source.length === 0) {
    process.stderr.write(`${USAGE}\n`)
    return 1
  }
  process.stdout.write(`${await benches[what](paths, values.source)}\n`)
  return 0
}
