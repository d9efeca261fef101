import { isArchiveLocked } from '../indexer/contract/archive-lock.js'
import { EngineClient } from '../indexer/contract/engine/client.js'
import type { Config } from './config.js'
import { EngineArchive } from './search/engine-archive.js'
import { warmUp } from './search/words.js'

/** A page waits this long for the engine before it says that it cannot be reached, in milliseconds. */
const PATIENCE_MS = 10_000

/** The archive over an engine, reached with a key that can only search. */
export function openArchive({ dataDir }: Pick<Config, 'dataDir'>, url: string, searchKey: string): EngineArchive {
  warmUp()
  return new EngineArchive(new EngineClient({ url, key: searchKey }, PATIENCE_MS), () => isArchiveLocked(dataDir))
}
