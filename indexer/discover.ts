import { readdir, readlink, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { entryName, type EntryName } from './entry-name.js'
import { archiveFormat, comparePlaces, listPacked, type PackedPlace } from './packed/list.js'
import { megabytes, PACKED_LIMITS } from './packed/packed.js'
import { findSource, loadSource, type Source } from './sources/index.js'
import { text } from './text.zh.js'
import { unreachableReason } from './unreachable.js'

export interface DiscoveredFile {
  /** Absolute, with links resolved; of a file in an archive, the archive's path and the name within it. */
  path: string
  /** The path by which the disk gives it where its name is not UTF-8 there; absent where that is `path`. */
  onDisk?: Buffer
  /** The file's name within the archive: the source's or folder's name, then the path in it, with `/`. */
  name: string
  source: Source | null
  /** Bytes, unpacked. */
  size: number
  /** Of a file in an archive, the archive's. */
  mtimeMs: number
  /** Where it lies in an archive; null for a file of its own. */
  packed: PackedPlace | null
  /** Why it is not to be read, or null. */
  refused: string | null
  /** Why the disk does not give it, or null. What it, or what lies below it, gave before is still held to be there. */
  unreachable: string | null
}

export interface Discovery {
  files: DiscoveredFile[]
  /** Absolute paths that were asked for, links resolved: what is gone from below them leaves the archive. */
  roots: string[]
  /** Every source that describes a folder at or below them, though it may hold no file. */
  sources: Source[]
}

/** A PATH that does not exist or cannot be read. */
export class MissingPathError extends Error {
  override readonly name = 'MissingPathError'
  constructor(readonly path: string) {
    super(`no such path: ${path}`)
  }
}

/** Folders without a single file: more likely a disk that is not mounted than an archive to be emptied. */
export class NoFilesError extends Error {
  override readonly name = 'NoFilesError'
  constructor(readonly paths: string[]) {
    super(`no files in ${paths.join(', ')}`)
  }
}

/**
 * Lists every file below the paths, each once, in the order of their names. A folder's `source.yml` holds for all
 * below it, also where only a part of that is asked for; `sourceFiles` name ones kept elsewhere, and add the folders that
 * they describe to the paths.
 * Throws MissingPathError, NoFilesError (unless `mayBeEmpty`), and what `loadSource` throws.
 */
export async function discover(
  paths: readonly string[],
  sourceFiles: readonly string[],
  mayBeEmpty = false,
): Promise<Discovery> {
  const given = await Promise.all(sourceFiles.map(async (file) => loadSource(path.resolve(file))))
  const wanted = [...paths.map((one) => path.resolve(one)), ...given.map((source) => source.root)]
  const roots = [...new Set(await Promise.all(wanted.map(existing)))]
  const sources = await Promise.all(given.map(async (source) => ({ source, root: await existing(source.root) })))
  const files = new Map<string, DiscoveredFile>()
  const met = new Map(given.map((source) => [source.file, source]))
  // The deepest roots come first: a file below two of them is named by the nearer one.
  for (const root of [...roots].sort((a, b) => b.length - a.length)) {
    const above = await sourceAbove(root, sources)
    for await (const file of walk(root, above, { root, given: sources, met }))
      if (!files.has(file.path)) files.set(file.path, file)
  }
  if (files.size === 0 && !mayBeEmpty) throw new NoFilesError([...paths, ...sourceFiles])
  return {
    roots,
    files: [...files.values()].sort(inOrder),
    sources: [...met.values()],
  }
}

/** By name, but the files of one archive as they lie in it, so that it is unpacked once from end to end. */
function inOrder(one: DiscoveredFile, other: DiscoveredFile): number {
  const [first, second] = [one.packed, other.packed]
  if (first && second && first.archive === second.archive) return comparePlaces(first, second)
  const [a, b] = [first?.archiveName ?? one.name, second?.archiveName ?? other.name]
  return a < b ? -1 : a > b ? 1 : 0
}

/** The source of the nearest folder that the path lies in, or the one that describes the path itself. */
async function sourceAbove(location: string, given: readonly RootedSource[]): Promise<Source | null> {
  for (let folder = location; ; folder = path.dirname(folder)) {
    const source = given.find(({ root }) => root === folder)?.source ?? (await findSource(folder))
    if (source || folder === path.dirname(folder)) return source
  }
}

async function existing(wanted: string): Promise<string> {
  try {
    return await realpath(wanted)
  } catch (error) {
    // It may well be there, in a folder that we may not enter.
    throw (error as NodeJS.ErrnoException).code === 'EACCES' ? error : new MissingPathError(wanted)
  }
}

type RootedSource = { source: Source; root: string }

/** What holds for all that is found below one root. */
interface Walk {
  root: string
  given: readonly RootedSource[]
  met: Map<string, Source>
}

async function* walk(location: string, inherited: Source | null, all: Walk): AsyncGenerator<DiscoveredFile> {
  try {
    const stats = await stat(location)
    if (stats.isDirectory()) yield* walkFolder(location, inherited, all)
    else {
      const file = { ...entryOf(location, inherited, all.root), size: stats.size, mtimeMs: stats.mtimeMs }
      if (!stats.isFile()) yield { ...file, refused: text.skipped.notAFile }
      else if (archiveFormat(location) !== null) yield* listPacked(file)
      else yield { ...file, refused: refusedForSize(stats.size) }
    }
  } catch (error) {
    const unreachable = unreachableReason(error)
    // A path that was asked for is for the operator to mend before anything is done.
    if (unreachable === null || location === all.root) throw error
    yield { ...entryOf(location, inherited, all.root), unreachable }
  }
}

const refusedForSize = (size: number): string | null =>
  size > PACKED_LIMITS.fileBytes ? text.skipped.tooLarge(megabytes(PACKED_LIMITS.fileBytes)) : null

async function* walkFolder(location: string, inherited: Source | null, all: Walk): AsyncGenerator<DiscoveredFile> {
  const entries = (await readdir(location, { withFileTypes: true, encoding: 'buffer' })).map((entry) => {
    return { ...entryName(entry.name), isLink: entry.isSymbolicLink() }
  })
  const given = all.given.find((one) => one.root === location)?.source
  const own = given ?? (await findSource(location))
  if (own) all.met.set(own.file, own)
  const source = own ?? inherited
  const utf8 = new Set(entries.filter(({ bytes }) => bytes === null).map(({ name }) => name))
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.bytes === null) yield* walkEntry(entry, location, source, all)
    else yield await foreignEntry(entry, entry.bytes, utf8.has(entry.name), location, source, all)
}

/** A file whose name is not UTF-8 is read as if it were; folders, links and archives by such names are not gone into. */
async function foreignEntry(
  { name, isLink, isUnreadable }: Entry,
  bytes: Buffer,
  isTaken: boolean,
  folder: string,
  source: Source | null,
  all: Walk,
): Promise<DiscoveredFile> {
  const below = path.join(folder, name)
  const onDisk = Buffer.concat([Buffer.from(folder + path.sep), bytes])
  const stats = isLink || isUnreadable || isTaken || archiveFormat(below) !== null ? null : await stat(onDisk)
  if (stats === null || !stats.isFile()) {
    // Of two with one name each is to be told.
    const file = entryOf(isTaken ? path.join(folder, bytes.toString('latin1')) : below, source, all.root)
    return { ...file, unreachable: text.unreachable.reason(text.unreachable.foreignName) }
  }
  const refused = refusedForSize(stats.size)
  return { ...entryOf(below, source, all.root), onDisk, size: stats.size, mtimeMs: stats.mtimeMs, refused }
}

type Entry = EntryName & { isLink: boolean }

/** A link may lead out of the folder or in a circle: it is followed to files only. */
async function* walkEntry(
  entry: Entry,
  folder: string,
  source: Source | null,
  all: Walk,
): AsyncGenerator<DiscoveredFile> {
  const below = path.join(folder, entry.name)
  if (!entry.isLink) return yield* walk(below, source, all)
  try {
    const target = await realpath(below)
    if ((await stat(target)).isDirectory())
      yield { ...entryOf(below, source, all.root), refused: text.skipped.folderLink }
    else yield* walk(target, source, all)
  } catch (error) {
    const reason = unreachableReason(error, text.unreachable.danglingLink)
    if (reason === null) throw error
    yield { ...entryOf(below, source, all.root), path: await targetOf(below), unreachable: reason }
  }
}

/** Where a link that leads to nothing leads, as far as it can be told; itself where it cannot. */
async function targetOf(link: string): Promise<string> {
  try {
    const target = path.resolve(path.dirname(link), await readlink(link))
    return path.join(await realpath(path.dirname(target)), path.basename(target))
  } catch {
    return link
  }
}

const entryOf = (location: string, source: Source | null, root: string): DiscoveredFile => ({
  ...{ path: location, name: nameOf(location, root, source), source },
  ...{ size: 0, mtimeMs: 0, packed: null, refused: null, unreachable: null },
})

function nameOf(file: string, root: string, source: Source | null): string {
  // A source may describe one file alone.
  const from = source?.root ?? root
  const base = file === from ? path.dirname(from) : from
  const relative = path.relative(base, file)
  const named = relative.startsWith('..') ? path.basename(file) : relative
  return [path.basename(base), ...named.split(path.sep)].join('/')
}
