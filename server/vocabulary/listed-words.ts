import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { synonymsOf } from '../../indexer/contract/words/synonyms.js'
import { perEdition, readWordList } from '../../indexer/contract/words/word-file.js'
import { candidates } from '../search/lookup.js'

/** Asked for at once: each costs some of a keystroke. */
const ASKED = 12
/** Passages of each that are looked into: some have its pairs of characters and not the word. */
const LOOKED_INTO = 3

const words = perEdition(() => [...new Set([...readWordList('domain'), ...readWordList('synonyms')].flat())])

/**
 * Words of government that begin with what was typed, or are another name of it, and stand in the archive, those in most
 * passages first. `q` is normalised, and so are the words. The archive's own vocabulary has what weighs most in its
 * documents, and misses what stands deep in many of them.
 */
export async function listedWords(engine: EngineClient, q: string): Promise<string[]> {
  const begun = words().filter((word) => word.length > q.length && word.startsWith(q))
  const asked = [...new Set([...synonymsOf(q), ...begun])].slice(0, ASKED)
  if (asked.length === 0) return []
  const answers = await engine.multiSearch<{ text: string }>(
    asked.map((word) => ({ ...candidates(word, ''), limit: LOOKED_INTO, attributesToRetrieve: ['text'] })),
  )
  return asked
    .map((word, index) => ({ word, ...answers[index]! }))
    .filter(({ word, hits }) => hits.some(({ text }) => normalize(text).includes(word)))
    .sort((a, b) => (b.estimatedTotalHits ?? 0) - (a.estimatedTotalHits ?? 0))
    .map(({ word }) => word)
}
