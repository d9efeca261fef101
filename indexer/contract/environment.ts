import path from 'node:path'
import type { EngineOptions } from './engine/open.js'
import { text } from './text.zh.js'

/** An environment variable whose value cannot be used; the message says what would be right. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

/** In megabytes. */
const ORIGINALS_MAX_MB = 200

/**
 * The size, in bytes, up to which the file that a document was read from is kept: `ORIGINALS_MAX_MB` (200); 0 keeps
 * none. Throws EnvironmentError.
 */
export function largestOriginal(env: NodeJS.ProcessEnv): number {
  const value = env['ORIGINALS_MAX_MB']?.trim() || String(ORIGINALS_MAX_MB)
  if (!/^\d{1,6}$/.test(value)) throw new EnvironmentError(text.environment.badSize('ORIGINALS_MAX_MB', value))
  return Number(value) * 1024 * 1024
}

/**
 * Where state lives and how the engine is reached with full rights: `DATA_DIR` (./data), `MEILI_URL` (none: the
 * embedded engine), `MEILI_MASTER_KEY`. Empty variables count as not set. Throws EnvironmentError.
 */
export function engineOptions(env: NodeJS.ProcessEnv): EngineOptions {
  const url = env['MEILI_URL']?.trim() || null
  if (url !== null && !(/^https?:\/\//.test(url) && URL.canParse(url)))
    throw new EnvironmentError(text.environment.badUrl(url))
  return {
    dataDir: path.resolve(env['DATA_DIR']?.trim() || 'data'),
    url: url?.replace(/\/+$/, '') ?? null,
    masterKey: env['MEILI_MASTER_KEY']?.trim() || null,
  }
}

/**
 * The folder with the operator's lists of words: `WORDS_DIR` (`words` in `DATA_DIR`). Site and indexer must be given
 * the same one; it need not exist.
 */
export function operatorWordsFolder(env: NodeJS.ProcessEnv): string {
  return path.resolve(env['WORDS_DIR']?.trim() || path.join(engineOptions(env).dataDir, 'words'))
}
