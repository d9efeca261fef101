import { createHash } from 'node:crypto'
import type { Catalogue, FileEntry } from './catalogue.js'
import { contentsOf } from './contents.js'
import { dictionaryVersion } from './contract/words/dictionary.js'
import type { DiscoveredFile } from './discover.js'
import type { FileBytes } from './file-bytes.js'
import { ignoredFile } from './ignored-file.js'
import { oneAhead } from './one-ahead.js'
import { READER_VERSION, readFile, unread, type FileReading } from './read-file.js'

/** What the file is known by: where it lies, and what it and its reader were when it was read. */
export type Stamp = Pick<FileEntry, 'path' | 'size' | 'mtimeMs' | 'bytes' | 'reading'>

/** A file that has been read, since it is new or has changed, or was not read to the end before. */
export interface LookedAnew {
  how: 'read'
  reading: FileReading
  /** Null where it was not read at all. */
  contents: FileBytes | null
  stamp: Stamp
  known: FileEntry | undefined
}

/** What a look at a file has found. `entry` is `known` as it is to be noted now; the same where nothing has changed. */
export type Look =
  | { how: 'ignored'; reason: string }
  | { how: 'unreached'; reason: string; known: FileEntry | undefined }
  | { how: 'unchanged'; known: FileEntry; entry: FileEntry }
  | LookedAnew

/**
 * The files in order, each with what a look at it has found. The next one is being read, in a process of its own, while
 * the caller works on the one before.
 */
export function lookAhead(
  files: readonly DiscoveredFile[],
  catalogue: Catalogue,
  anew: boolean,
): AsyncGenerator<[DiscoveredFile, Look], void> {
  return oneAhead(looks(files, catalogue, anew))
}

async function* looks(
  files: readonly DiscoveredFile[],
  catalogue: Catalogue,
  anew: boolean,
): AsyncGenerator<[DiscoveredFile, Look], void> {
  for (const file of files) yield [file, await lookAt(file, catalogue, anew)]
}

/** Reads a file if it has changed, or `anew` asks for it. */
async function lookAt(file: DiscoveredFile, catalogue: Catalogue, anew: boolean): Promise<Look> {
  const ignored = ignoredFile(file.name)
  if (ignored !== null) return { how: 'ignored', reason: ignored }
  const known = catalogue.file(file.path)
  const reading = readingOf(file)
  const reusable = known?.final && known.reading === reading && !anew
  if (file.unreachable !== null) return { how: 'unreached', reason: file.unreachable, known }
  if (known && reusable && known.size === file.size && known.mtimeMs === file.mtimeMs)
    return { how: 'unchanged', known, entry: known }
  const contents = await contentsOf(file)
  if ('unreachable' in contents) return { how: 'unreached', reason: contents.unreachable, known }
  const bytes = 'refused' in contents ? '' : contents.sha256
  const stamp = { path: file.path, size: file.size, mtimeMs: file.mtimeMs, bytes, reading }
  if (known && reusable && known.bytes === bytes) return { how: 'unchanged', known, entry: { ...known, ...stamp } }
  if ('refused' in contents) return { how: 'read', reading: unread(contents.refused), contents: null, stamp, known }
  const read = await readFile(file.path, file.name, file.source, contents)
  return { how: 'read', reading: read, contents: contents.bytes, stamp, known }
}

/** See `FileEntry.reading`. */
function readingOf({ name, source }: DiscoveredFile): string {
  const all = JSON.stringify([READER_VERSION, dictionaryVersion(), name, source?.fingerprint ?? null])
  return createHash('sha256').update(all).digest('hex')
}
