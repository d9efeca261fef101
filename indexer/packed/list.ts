import { posix } from 'node:path'
import type { DiscoveredFile } from '../discover.js'
import { kindByParts } from '../extract/kinds.js'
import { parseSource, SOURCE_FILE, SourceError, sourceText, type Source } from '../sources/index.js'
import { text } from '../text.zh.js'
import { archiveFormat, openArchive, type ArchiveFormat } from './open.js'
import { PACKED_LIMITS, PackedError, type PackedArchive, type PackedSource } from './packed.js'

export { archiveFormat }

/** Where a file lies: the archive on disk, and the way to it through archives within. */
export interface PackedPlace {
  /** Absolute path of the archive on disk. */
  archive: string
  /** Its name within the archive of records. */
  archiveName: string
  archiveSize: number
  /** From the outermost archive on: its format and the place in its list. */
  steps: { format: ArchiveFormat; index: number }[]
}

/** In the order in which files lie in their archive. */
export function comparePlaces(one: PackedPlace, other: PackedPlace): number {
  for (const [level, { index }] of one.steps.entries()) {
    const difference = index - (other.steps[level]?.index ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * The files of an archive, those of archives within it included, each as a file of its own. A `source.yml` in it holds
 * for what lies below; a wrong one costs the archive that it lies in. An archive that cannot be opened is one file with
 * the reason; nothing is written anywhere.
 */
export async function* listPacked(file: DiscoveredFile): AsyncGenerator<DiscoveredFile> {
  const root = { archive: file.path, archiveName: file.name, archiveSize: file.size, steps: [] }
  yield* list({ ...file, refused: null }, { path: file.path }, root)
}

async function* list(file: DiscoveredFile, source: PackedSource, place: PackedPlace): AsyncGenerator<DiscoveredFile> {
  const format = archiveFormat(file.name)!
  let archive: PackedArchive
  try {
    archive = await openArchive(format, source, file.size)
  } catch (error) {
    if (!(error instanceof PackedError)) throw error
    yield { ...file, refused: error.reason }
    return
  }
  try {
    const names = archive.files.map(({ name }) => name)
    // A document may be called an archive, which by its form it is.
    if (format === 'zip' && kindByParts(names) !== null) yield file
    else if (names.length === 0) yield { ...file, refused: text.packed.empty }
    else yield* listOpen(file, archive, format, place)
  } finally {
    await archive.close()
  }
}

async function* listOpen(
  outer: DiscoveredFile,
  archive: PackedArchive,
  format: ArchiveFormat,
  place: PackedPlace,
): AsyncGenerator<DiscoveredFile> {
  const sources = await sourcesWithin(outer, archive).catch((error: unknown) => {
    if (error instanceof PackedError || error instanceof SourceError) return error
    throw error
  })
  // Without what its source.yml says, nothing in it would be read aright; what it gave before stays until that is mended.
  if (sources instanceof SourceError) return yield { ...outer, unreachable: sources.message }
  if (sources instanceof PackedError) return yield { ...outer, refused: sources.reason }
  const seen = new Set<string>()
  for (const [index, { name, size, refused }] of archive.files.entries()) {
    const isRepeated = seen.has(name)
    seen.add(name)
    const steps = [...place.steps, { format, index }]
    const file: DiscoveredFile = {
      ...outer,
      // Not `join`, which would follow a name that leads out.
      path: `${outer.path}/${name}${isRepeated ? `#${index}` : ''}`,
      name: `${outer.name}/${name}`,
      source: sources.find(({ folder }) => name.startsWith(folder))?.source ?? outer.source,
      size,
      packed: { ...place, steps },
      refused: refused ?? (isRepeated ? text.packed.sameName : null),
    }
    if (file.refused !== null || archiveFormat(name) === null) yield file
    else if (steps.length >= PACKED_LIMITS.depth) yield { ...file, refused: text.packed.tooDeep(PACKED_LIMITS.depth) }
    else yield* listWithin(file, archive, index)
  }
}

async function* listWithin(file: DiscoveredFile, outer: PackedArchive, index: number): AsyncGenerator<DiscoveredFile> {
  try {
    const bytes = await outer.read(index)
    yield* list(file, { bytes }, file.packed!)
  } catch (error) {
    if (!(error instanceof PackedError)) throw error
    yield { ...file, refused: error.reason }
  }
}

/** The `source.yml` files in an archive, the deepest first, each with the folder it holds for. */
async function sourcesWithin(
  outer: DiscoveredFile,
  archive: PackedArchive,
): Promise<{ folder: string; source: Source }[]> {
  const found: { folder: string; source: Source }[] = []
  for (const [index, { name, refused }] of archive.files.entries()) {
    if (refused !== null || posix.basename(name) !== SOURCE_FILE) continue
    const path = `${outer.path}/${name}`
    const content = sourceText(await archive.read(index), path)
    const folder = name.slice(0, -SOURCE_FILE.length)
    found.push({ folder, source: parseSource(content, path, true) })
  }
  return found.sort((one, other) => other.folder.length - one.folder.length)
}
