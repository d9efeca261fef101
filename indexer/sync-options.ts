import type { Catalogue } from './catalogue.js'
import type { EngineClient } from './contract/engine/client.js'
import type { OriginalStore } from './originals.js'

export interface SyncOptions {
  paths: string[]
  sources: string[]
  /** Read everything and say what would happen; change nothing. */
  dryRun: boolean
  /** Read every file again and build the indexes anew. */
  rebuild: boolean
  /** Publish though a path has lost all its files, or most of its documents, or a source is not complete. */
  allowRemoval?: boolean
}

export interface Progress {
  stage: 'reading' | 'publishing'
  /** Files that are taken in, of how many. */
  files: number
  totalFiles: number
  /** Records that were taken in from them, those left as they were included, and records or files that were rejected. */
  records: number
  rejected: number
  /** What share of all bytes is taken in, from 0 to 1: files are of very different sizes. */
  share: number
}

export interface SyncDependencies {
  catalogue: Catalogue
  /** May still be starting: reading begins without it. Null for a dry run. */
  engine: EngineClient | Promise<EngineClient> | null
  onProgress: (progress: Progress) => void
  /** Where the files that documents were read from are kept; none are without it. */
  originals?: OriginalStore
  /** What the run says that it saw, it saw then. */
  now?: Date
}
