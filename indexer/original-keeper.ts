import path from 'node:path'
import type { Catalogue, FileEntry, Head } from './catalogue.js'
import { contentsOf } from './contents.js'
import type { Original } from './contract/document.js'
import type { DiscoveredFile } from './discover.js'
import { inMemory, sha256Of, type FileBytes } from './file-bytes.js'
import type { Holding } from './holding.js'
import type { OriginalStore } from './originals.js'
import type { Warning } from './report.js'
import { text } from './text.cli.zh.js'

/** Decides which files are kept as originals in one run, and says where one is not. */
export class OriginalKeeper {
  readonly #store: OriginalStore
  readonly #warn: (warning: Warning) => void

  constructor(store: OriginalStore, warn: (warning: Warning) => void) {
    this.#store = store
    this.#warn = warn
  }

  /**
   * Keeps the original of a file that has not changed, where that was not done before or it was lost; returns the
   * file's heads where they have changed by that.
   */
  async complete(file: DiscoveredFile, known: FileEntry, heads: readonly Head[]): Promise<Head[]> {
    const kept = heads[0]?.original
    if (heads.length === 0 || !isPublic(known) || !this.#store.keeps(known.size)) return []
    if (kept?.sha256 === known.bytes && (await this.#store.has(kept.sha256, kept.size))) return []
    const contents = await contentsOf(file)
    if (!('bytes' in contents)) return []
    const original = await this.keep(file, known, contents.bytes)
    if (original === null) return []
    const isShared = (id: string): boolean => known.positions?.[known.documents.indexOf(id)] != null
    return heads.map((head) => ({ ...head, original: { ...original, shared: isShared(head.id) } }))
  }

  /** Keeps a file; null where it is not to be kept. Whether it holds other records too is for the record to say. */
  async keep(
    file: DiscoveredFile,
    entry: Pick<FileEntry, 'bytes' | 'rejected' | 'withheld'>,
    contents: FileBytes,
  ): Promise<Omit<Original, 'shared'> | null> {
    if (!isPublic(entry)) return null
    const refusal = await this.#store.refusal(contents.length)
    if (refusal === 'tooLarge' || refusal === 'noRoom') {
      this.#warn({ file: file.name, record: null, field: 'original', message: text.sync.originalNotKept[refusal] })
    }
    if (refusal !== null) return null
    const bytes = await contents.whole()
    // A file that was changed since it was read is read again in the next run.
    if ((await sha256Of(inMemory(bytes))) !== entry.bytes) return null
    await this.#store.keep(entry.bytes, bytes)
    return { sha256: entry.bytes, size: bytes.length, name: path.posix.basename(file.name) }
  }

  settle(): Promise<void> {
    return this.#store.settle()
  }

  sweep(referenced: ReadonlySet<string>): Promise<void> {
    return this.#store.sweep(referenced)
  }
}

/** A file that was read, with what is kept of it. */
export interface ReadAnew {
  entry: FileEntry
  original: Omit<Original, 'shared'> | null
}

/** Gives the documents of the files the originals that they were read from. */
export function attachOriginals(
  files: readonly ReadAnew[],
  documents: ReadonlyMap<string, Holding>,
  catalogue: Catalogue,
): void {
  for (const { entry, original } of files) {
    // One for all records of a list: there may be a hundred thousand.
    const [whole, part] = [false, true].map((shared) => original && { ...original, shared })
    // What was kept is not lost when nothing more is to be kept, unless it must not be given out any more.
    const mayStay = isPublic(entry)
    for (const [index, id] of entry.documents.entries()) {
      const own = entry.positions?.[index] == null ? whole : part
      documents.get(id)!.original = own ?? (mayStay ? originalBefore(id, entry, catalogue) : null)
    }
  }
}

/** The original that a document had, where that is the file as it is now. */
function originalBefore(id: string, { bytes }: FileEntry, catalogue: Catalogue): Original | null {
  const before = (catalogue.head(id) ?? catalogue.tombstone(id))?.original
  return before?.sha256 === bytes ? before : null
}

/** A file that also holds a record, or a part of one, which is not for the public is given out to nobody. */
export function isPublic({ rejected, withheld = false }: Pick<FileEntry, 'rejected' | 'withheld'>): boolean {
  return !withheld && rejected.every(({ field }) => field !== 'visibility')
}
