import type { ExtractSettings } from '../extract/index.js'
import type { FileContent } from '../record.js'

/** One file to be read. */
export interface ReadRequest {
  /** Only looked at for its ending and in messages. */
  path: string
  bytes: Uint8Array
  settings: ExtractSettings
}

/** What the reading process says: it can begin, it is getting on, it is done, or it failed on this file. */
export type ReadReply =
  | { type: 'ready' }
  | { type: 'progress' }
  | { type: 'content'; content: FileContent }
  | { type: 'failed'; message: string }
