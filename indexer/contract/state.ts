import type { EngineClient } from './engine/client.js'
import { EngineRefusedError } from './engine/errors.js'
import type { ArchiveState } from './records.js'

/**
 * The state that a set of indexes holds, by the name of its index for states; null where there is none. Asked in a way
 * that the search key suffices for. Throws EngineUnreachableError or EngineKeyError.
 */
export async function readState(engine: EngineClient, indexUid: string): Promise<ArchiveState | null> {
  try {
    return (await engine.search<ArchiveState>({ indexUid, limit: 1 })).hits[0] ?? null
  } catch (error) {
    if (error instanceof EngineRefusedError && error.code === 'index_not_found') return null
    throw error
  }
}
