import { INDEXES } from '../index-settings.js'
import type { EngineClient } from './client.js'

/** The site's key has a fixed identity, so that it can be found again. */
const SITE_KEY_UID = '5a45e0c4-6e1d-4a7e-9a30-7a68656e6779'

/**
 * Makes sure that the site's key exists, and returns it. It allows searching the live indexes and nothing else.
 * Throws EngineKeyError when the client's own key is not the master key.
 */
export async function ensureSiteKey(admin: EngineClient): Promise<string> {
  return (
    (await admin.findKey(SITE_KEY_UID)) ?? admin.createSearchKey(SITE_KEY_UID, 'zhengyan-site', Object.values(INDEXES))
  )
}
