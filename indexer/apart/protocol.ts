import type { ExtractSettings } from '../extract/index.js'
import type { FileContent } from '../record.js'

/** One file to be read. */
export interface ReadRequest {
  /** Only looked at for its ending and in messages. */
  path: string
  bytes: Uint8Array
  settings: ExtractSettings
  /** Of a portion of JSON Lines, how many lines come before it; null for a whole file. */
  linesBefore: number | null
}

/** What the reading process says: it can begin, it is done, it failed on this file, or something failed in between. */
export type ReadReply =
  | { type: 'ready' }
  | { type: 'content'; content: FileContent }
  | { type: 'failed'; message: string }
  | { type: 'stray'; message: string }
