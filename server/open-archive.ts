import { isArchiveLocked } from '../indexer/contract/archive-lock.js'
import { EngineClient } from '../indexer/contract/engine/client.js'
import { longWords } from '../indexer/contract/words/long-words.js'
import type { Config } from './config.js'
import { createLogger } from './log.js'
import { EngineArchive } from './search/engine-archive.js'
import { warmUp } from './search/words.js'
import { warmUpSpelling } from './vocabulary/hints.js'
import { t } from './text.zh.js'

/** A page waits this long for the engine before it says that it cannot be reached, in milliseconds. */
const PATIENCE_MS = 10_000
const FULLY_AFTER_MS = 2_000

/** Loads what is not needed to begin with, a second each; whoever asks sooner waits for it. */
export function warmUpFully(): void {
  longWords()
  warmUpSpelling()
}

/** For a site that has just said that it is up: the words that queries are cut by at once, the rest soon. */
export function warmUpSoon(): void {
  setImmediate(warmUp)
  setTimeout(warmUpFully, FULLY_AFTER_MS).unref()
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
