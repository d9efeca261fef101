import { isArchiveLocked } from '../indexer/contract/archive-lock.js'
import { EngineClient } from '../indexer/contract/engine/client.js'
import { longWords } from '../indexer/contract/words/long-words.js'
import type { Archive } from './archive.js'
import type { Config } from './config.js'
import { createLogger } from './log.js'
import { newSearch } from './params.js'
import { EngineArchive } from './search/engine-archive.js'
import { warmUp } from './search/words.js'
import { warmUpSpelling } from './vocabulary/hints.js'
import { t } from './text.zh.js'

/**
 * A page waits this long for the engine before it says that it cannot be reached, in milliseconds: over a disk that was
 * not read since the machine started, the first answers over a large archive take seconds.
 */
const PATIENCE_MS = 20_000
const FULLY_AFTER_MS = 2_000
const WARMING_QUESTION = '办理需要什么材料'

/** Loads what is not needed to begin with, a second each; whoever asks sooner waits for it. */
export function warmUpFully(): void {
  longWords()
  warmUpSpelling()
}

/**
 * For a site that has just said that it is up: the words that queries are cut by at once, the rest soon, and what a
 * first question would wait for the engine to find out about the archive.
 */
export function warmUpSoon(archive: Archive): void {
  setImmediate(warmUp)
  const fully = (): void => {
    warmUpFully()
    // Where the engine does not answer, the reader who asks next is told.
    archive.search(newSearch({ q: WARMING_QUESTION })).catch(() => undefined)
  }
  setTimeout(fully, FULLY_AFTER_MS).unref()
}

/** The archive over an engine, reached with a key that can only search. */
export function openArchive(
  { dataDir, logLevel = 'silent' }: Pick<Config, 'dataDir'> & Partial<Pick<Config, 'logLevel'>>,
  url: string,
  searchKey: string,
): EngineArchive {
  const log = createLogger(logLevel)
  return new EngineArchive(
    new EngineClient({ url, key: searchKey }, PATIENCE_MS),
    () => isArchiveLocked(dataDir),
    () => log.warn(t.otherSchema),
  )
}
