import type { DiscoveredFile } from './discover.js'
import { bytesOf, hashed, inMemory, type HashedBytes } from './file-bytes.js'
import { openArchive } from './packed/open.js'
import { PackedError, type PackedArchive, type PackedSource } from './packed/packed.js'
import { text } from './text.zh.js'
import { unreachableReason } from './unreachable.js'

/** What a file holds, why that is not to be had, or why the disk does not give it. */
export type Contents = HashedBytes | { refused: string } | { unreachable: string }

interface Opened {
  key: string
  archive: PackedArchive
}

/** Archives that are open, from the outermost to the innermost: files of one archive are asked for one after another. */
let open: Opened[] = []

/** The last call that may use what is open: they take turns. */
let turn: Promise<unknown> = Promise.resolve()

/** The bytes of a file and their hash, out of its archive where it lies in one. */
export async function contentsOf(file: DiscoveredFile): Promise<Contents> {
  if (file.refused !== null) return { refused: file.refused }
  if (file.unreachable !== null) return { unreachable: file.unreachable }
  try {
    const bytes =
      file.packed === null ? await bytesOf(file.onDisk ?? file.path) : inMemory(await inTurn(() => unpack(file)))
    return await hashed(bytes)
  } catch (error) {
    if (error instanceof PackedError) return { refused: error.reason }
    const unreachable = unreachableReason(error)
    if (unreachable !== null) return { unreachable }
    throw error
  }
}

/** Closes what is open; the next file opens its archive again. */
export function closeArchives(): Promise<void> {
  return inTurn(async () => {
    const closing = open
    open = []
    for (const { archive } of closing.reverse()) await archive.close()
  })
}

function inTurn<T>(action: () => Promise<T>): Promise<T> {
  const done = turn.then(action)
  turn = done.catch(() => undefined)
  return done
}

async function unpack({ packed, mtimeMs }: DiscoveredFile): Promise<Buffer> {
  const { archive: path, archiveSize, steps } = packed!
  let source: PackedSource = { path }
  let size = archiveSize
  let key = `${path} ${archiveSize} ${mtimeMs}`
  for (const [level, { format, index }] of steps.entries()) {
    if (open[level]?.key !== key) {
      for (const { archive } of open.splice(level).reverse()) await archive.close()
      open.push({ key, archive: await openArchive(format, source, size) })
    }
    const { archive } = open[level]!
    // The archive may have changed since it was listed.
    if (archive.files[index] === undefined) throw new PackedError(text.packed.brokenFile)
    key += `/${index}`
    const isLast = level === steps.length - 1
    if (isLast) return archive.read(index)
    if (open[level + 1]?.key === key) continue
    const bytes = await archive.read(index)
    source = { bytes }
    size = bytes.length
  }
  throw new Error('contents: a packed file without a place')
}
