import type { Catalogue, FileEntry, Tombstone } from './catalogue.js'
import { isPublic } from './original-keeper.js'

/** What becomes of the files of a run, and which documents are in one of them now. */
interface Taken {
  gone: readonly FileEntry[]
  /** Those that are there, as they were before; as they are now where they were read anew. */
  before: readonly FileEntry[]
  read: readonly FileEntry[]
  claimed: ReadonlySet<string>
}

/** Tombstones for the documents that no file has any more. */
export function leaving(catalogue: Catalogue, { gone, before, read, claimed }: Taken, now: string): Tombstone[] {
  const isWithdrawn = withdrawals(read, gone)
  const ids = new Set([...gone, ...before].flatMap((file) => file.documents))
  return [...ids].flatMap((id) => {
    const head = catalogue.head(id)
    if (claimed.has(id) || head === undefined) return []
    return { ...head, left: now, ...(isWithdrawn(head.path) ? { withdrawn: true as const } : {}) }
  })
}

/**
 * Tells by its path of a document that leaves whether it may have been withdrawn: its file, as it was read now, or one
 * with the same bytes in another place holds something that is not for the public. Which record of a list that is need
 * not be known: what is called withdrawn by mistake loses its name on a page, what is not by mistake gives one away.
 */
function withdrawals(read: readonly FileEntry[], gone: readonly FileEntry[]): (path: string) => boolean {
  const closed = read.filter((file) => !isPublic(file))
  const bytes = new Set(closed.map((file) => file.bytes))
  const paths = new Set([...closed, ...gone.filter((file) => bytes.has(file.bytes))].map((file) => file.path))
  return (path) => paths.has(path)
}
