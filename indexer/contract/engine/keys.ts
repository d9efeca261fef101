import { INDEXES } from '../index-settings.js'
import type { EngineClient } from './client.js'

/** The site's key has a fixed identity, so that it can be found again. */
const SITE_KEY_UID = '5a45e0c4-6e1d-4a7e-9a30-7a68656e6779'

/**
 * Makes sure that the site's key exists, and returns it. It allows searching the live indexes and nothing else. One
 * that was made before there were as many indexes is made again; the engine computes it from its identity, so that it
 * is the same. Throws EngineKeyError when the client's own key is not the master key.
 */
export async function ensureSiteKey(admin: EngineClient): Promise<string> {
  const live: string[] = Object.values(INDEXES)
  const found = await admin.findKey(SITE_KEY_UID)
  if (found && live.every((index) => found.indexes.includes(index))) return found.key
  if (found) await admin.deleteKey(SITE_KEY_UID)
  return admin.createSearchKey(SITE_KEY_UID, 'zhengyan-site', live)
}
