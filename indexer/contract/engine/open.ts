import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { writeWhole } from '../whole-file.js'
import { EngineClient, type EngineAddress } from './client.js'
import { openEmbeddedEngine } from './embedded.js'
import { ensureSiteKey } from './keys.js'

/** How to reach an engine with full rights: one's own (`url` set) or the embedded one in `dataDir`. */
export interface EngineOptions {
  dataDir: string
  url: string | null
  masterKey: string | null
}

/** The engine as those see it who may write to it. */
export interface Engine extends EngineAddress {
  /** The site's key: searching, nothing else. */
  searchKey: string
  /** True where the engine lives in `dataDir` and ends with the last process that uses it. */
  embedded: boolean
  revive(): Promise<boolean>
  release(): Promise<void>
}

/** File in `DATA_DIR` from which a site in a container of its own takes its key. */
export const SEARCH_KEY_FILE = 'search.key'

/**
 * Opens the engine and sees to it that the site's key exists; the key is also written to `DATA_DIR/search.key`
 * (mode 600). Throws EngineUnreachableError, EngineKeyError or EmbeddedEngineError.
 */
export async function openEngine({ dataDir, url, masterKey }: EngineOptions): Promise<Engine> {
  const embedded = url === null ? await openEmbeddedEngine(dataDir) : null
  const address: EngineAddress = embedded ?? { url: url!, key: masterKey ?? '' }
  try {
    const searchKey = await ensureSiteKey(new EngineClient(address, 15_000))
    await mkdir(dataDir, { recursive: true })
    await writeWhole(path.join(dataDir, SEARCH_KEY_FILE), searchKey, 0o600)
    return {
      url: address.url,
      key: address.key,
      searchKey,
      embedded: embedded !== null,
      revive: embedded?.revive ?? (() => Promise.resolve(false)),
      release: embedded?.release ?? (() => Promise.resolve()),
    }
  } catch (error) {
    // What went wrong is known by now.
    await embedded?.release().catch(() => undefined)
    throw error
  }
}
