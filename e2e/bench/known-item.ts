import { newSearch } from '../../server/params.js'
import type { EngineArchive } from '../../server/search/engine-archive.js'
import { readKnownItems } from '../evaluate/files.js'
import { withGivenArchive, type Given } from './given-archive.js'

/**
 * How often a search for a document by what it is called, as `queries` has it (query, path of its file in the folder
 * indexed), gives that document first; the rest is listed with what stood first instead.
 */
export async function benchKnownItems(given: Given, queries: string): Promise<string> {
  const items = await readKnownItems(queries)
  return withGivenArchive(given, async ({ open }) => {
    const archive = open()
    const misses: string[] = []
    for (const { id, text, path } of items) {
      const first = await firstOf(archive, text)
      if (first === null) misses.push(`${id} ${text}: nothing found, wanted ${path}`)
      else if (first.path !== path) misses.push(`${id} ${text}: ${first.title} (${first.path}), wanted ${path}`)
    }
    const found = items.length - misses.length
    return [
      ...misses,
      `${found} of ${items.length} documents stand first: ${((100 * found) / items.length).toFixed(1)} % (at least 97 %)`,
    ].join('\n')
  })
}

async function firstOf(archive: EngineArchive, q: string): Promise<{ title: string; path: string } | null> {
  const [hit] = (await archive.search(newSearch({ q }))).hits
  const document = hit && (await archive.document(hit.id))
  if (!document) return null
  // The name of the folder that was indexed comes first.
  return { title: document.title, path: document.file.slice(document.file.indexOf('/') + 1) }
}
