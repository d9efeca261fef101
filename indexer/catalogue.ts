import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { open, type Database, type RootDatabase } from 'lmdb'
import { NOT_ENRICHED, type ArchiveDocument } from './contract/document.js'
import type { Rejection } from './record.js'

/** What became of one file when it was last read. */
export interface FileEntry {
  /** Absolute, with links resolved. */
  path: string
  size: number
  mtimeMs: number
  /** SHA-256 of the file's bytes. */
  bytes: string
  /** SHA-256 of everything else the reading depends on: the file's name, its source.yml, the reader's version. */
  reading: string
  documents: string[]
  skipped: string | null
  rejected: Omit<Rejection, 'file'>[]
  /** Whether the reading stays right while the file does not change (not so for a duplicate of another file). */
  final: boolean
}

/** A document of the archive as it stands now. */
export interface Head {
  id: string
  /** Key of its content; two equal revisions are indexed alike. */
  revision: string
  /** Absolute path of its file. */
  path: string
  /** What the id was given for; see identity.ts. */
  identity: string
}

/** What one synchronisation changes: all of it at once, or nothing. */
export interface CatalogueChange {
  files: FileEntry[]
  removedFiles: string[]
  heads: Head[]
  removedHeads: string[]
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * What is in the archive and where it came from, in an embedded, crash-safe store (LMDB) in `DATA_DIR`. The search
 * indexes can be built again from it without the sources. Contents are kept by revision and count for nothing until a
 * head points at them; ids that were given once are remembered for ever.
 */
export class Catalogue {
  readonly #root: RootDatabase
  readonly #files: Database<FileEntry, string>
  readonly #heads: Database<Head, string>
  readonly #contents: Database<ArchiveDocument, string>
  /** Hash of an identity → the id it was given; and id → the identity that owns it. */
  readonly #ids: Database<string, string>
  readonly #owners: Database<string, string>

  constructor(dataDir: string) {
    const folder = path.resolve(dataDir, 'catalogue')
    mkdirSync(folder, { recursive: true })
    this.#root = open({ path: folder, maxDbs: 8, compression: true })
    this.#files = this.#root.openDB({ name: 'files' })
    this.#heads = this.#root.openDB({ name: 'heads' })
    this.#contents = this.#root.openDB({ name: 'contents' })
    this.#ids = this.#root.openDB({ name: 'ids' })
    this.#owners = this.#root.openDB({ name: 'owners' })
  }

  file(absolutePath: string): FileEntry | undefined {
    return this.#files.get(hash(absolutePath))
  }

  /** Files that are, or lie below, one of the paths. */
  *filesBelow(roots: readonly string[]): Generator<FileEntry> {
    for (const { value } of this.#files.getRange()) {
      if (roots.some((root) => value.path === root || value.path.startsWith(root + path.sep))) yield value
    }
  }

  *heads(): Generator<Head> {
    for (const { value } of this.#heads.getRange()) yield value
  }

  head(id: string): Head | undefined {
    return this.#heads.get(id)
  }

  /** The content of a revision that a head points at. */
  content(revision: string): ArchiveDocument {
    const document = this.#contents.get(revision)
    if (!document) throw new Error(`catalogue: no content for revision ${revision}`)
    return { ...NOT_ENRICHED, ...document }
  }

  /** The id that an identity was given once, be the document still held or not. */
  idOf(identity: string): string | undefined {
    return this.#ids.get(hash(identity))
  }

  ownerOf(id: string): string | undefined {
    return this.#owners.get(id)
  }

  /** Keeps a content for a later `apply`; resolves when it is in the store. */
  async keep(revision: string, document: ArchiveDocument): Promise<void> {
    await this.#contents.put(revision, document)
  }

  async apply(change: CatalogueChange): Promise<void> {
    await this.#root.transaction(() => {
      for (const removed of change.removedFiles) void this.#files.remove(hash(removed))
      for (const id of change.removedHeads) void this.#heads.remove(id)
      for (const file of change.files) void this.#files.put(hash(file.path), file)
      for (const head of change.heads) {
        void this.#heads.put(head.id, head)
        void this.#ids.put(hash(head.identity), head.id)
        void this.#owners.put(head.id, head.identity)
      }
    })
    await this.#root.flushed
  }

  async close(): Promise<void> {
    await this.#root.close()
  }
}
