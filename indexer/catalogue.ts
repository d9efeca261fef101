import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { open, type Database, type RootDatabase } from 'lmdb'
import { isAtOrBelow } from './below.js'
import { besidesOf } from './besides.js'
import { catalogueFolder } from './contract/archive-lock.js'
import { NOT_ENRICHED, type DocumentContent } from './contract/document.js'
import { dictionaryVersion } from './contract/words/dictionary.js'
import type { Contents, Departure, Holding, Holdings } from './holding.js'
import type { MergedRecord, Rejection } from './record.js'
import { checkStore } from './store-check.js'

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
  /** Where in the file each of the documents stands; catalogues of version 0.1 do not have it. */
  positions?: (number | null)[]
  skipped: string | null
  rejected: Omit<Rejection, 'file'>[]
  /** Whether something in it that gave no record may not be for the public: a hidden sheet, closed rows. */
  withheld?: boolean
  /** Records that were merged into documents of other files; none in entries of version 0.1. */
  merged?: MergedRecord[]
  /** Path within the archive; none in entries of version 0.1. */
  name?: string
  /** Whether the reading stays right while the file does not change (not so for a duplicate of another file). */
  final: boolean
}

/** A document of the archive as it stands now. */
export interface Head extends Holding {
  /** Absolute path of its file. */
  path: string
  /** What the id was given for; see identity.ts. */
  identity: string
}

/** A document that was in the archive. */
export type Tombstone = Head & Departure

/** What one synchronisation changes: all of it at once, or nothing. */
export interface CatalogueChange {
  files: FileEntry[]
  removedFiles: string[]
  heads: Head[]
  /** Further identities under which a record would be looked for, each with the id that it has. */
  aliases: { identity: string; id: string }[]
  tombstones: Tombstone[]
}

/**
 * The store takes so many contents in one step: to wait for each would take longer than all the rest, and each step costs
 * as much as some contents. Twice as many are in memory at most until it has them.
 */
const KEPT_AT_ONCE = 50

/**
 * The store's file is mapped into memory where it is read and grows, 64 KB at each place, and counts as ours until the
 * store is opened anew: so it is when so many contents were read, or bytes written, about.
 */
const READ_AT_MOST = 500
/** What is looked up by a hash or an id lies anywhere, and counts for a part of a content. */
const LOOKED_UP = 1 / 4
/** Heads lie side by side. */
const PASSED = 1 / 40
const WRITTEN_AT_MOST = 50_000_000

/** Nothing was ever kept in a `DATA_DIR`. */
export class NoCatalogueError extends Error {
  override readonly name = 'NoCatalogueError'
  constructor(readonly dataDir: string) {
    super(`no catalogue in ${dataDir}`)
  }
}

/** The catalogue is asked after it was closed: the command is being ended, whatever it was doing. */
class ClosedCatalogueError extends Error {
  override readonly name = 'ClosedCatalogueError'
}

interface Stores {
  root: RootDatabase
  files: Database<FileEntry, string>
  heads: Database<Head, string>
  tombstones: Database<Tombstone, string>
  /** By revision, as catalogues had them before `texts`. */
  contents: Database<DocumentContent, string>
  /** Revision → number of its content. */
  numbers: Database<number, string>
  /**
   * Contents by number, in the order in which they came: what is written next to each other is read next to each other,
   * and only the end of the store is touched by writing.
   */
  texts: Database<DocumentContent, number>
  /** By number: the version of the dictionary, and the words, with spaces between them. */
  words: Database<string, number>
  /** Hash of an identity → the id it was given; and id → the identity that owns it. */
  ids: Database<string, string>
  owners: Database<string, string>
}

function openStores(folder: string): Stores {
  const root = open({ path: folder, maxDbs: 12, compression: true })
  return {
    root,
    files: root.openDB({ name: 'files' }),
    heads: root.openDB({ name: 'heads' }),
    tombstones: root.openDB({ name: 'tombstones' }),
    contents: root.openDB({ name: 'contents' }),
    numbers: root.openDB({ name: 'numbers' }),
    texts: root.openDB({ name: 'texts' }),
    words: root.openDB({ name: 'words' }),
    ids: root.openDB({ name: 'ids' }),
    owners: root.openDB({ name: 'owners' }),
  }
}

/** Roughly what a content takes of the mapped store: its text, and the pages in which its revision and id are noted. */
const bytesOf = ({ paragraphs }: DocumentContent): number =>
  paragraphs.reduce((sum, { length }) => sum + 2 * length, 8000)

function nextNumber(texts: Stores['texts']): number {
  const [last = -1] = texts.getKeys({ reverse: true, limit: 1 })
  return last + 1
}

/** Tells words that one dictionary has cut from those of another. */
const wordsVersion = (): string => dictionaryVersion().slice(0, 8)
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Catalogues of version 0.1 noted of a document no more than where it stands. */
const complete = (head: Head): Head =>
  head.added === undefined ? { ...{ added: null, since: null, earlier: [], original: null }, ...head } : head

/** The store prints a stack trace of each failed write; commands say in a sentence what failed. */
export function muteStore(): void {
  console.error = () => undefined
  console.warn = () => undefined
}

/**
 * What is in the archive and where it came from, in an embedded, crash-safe store (LMDB) in `DATA_DIR`. The search
 * indexes can be built again from it without the sources. Contents are kept by revision and count for nothing until a
 * head points at them; ids that were given once are remembered for ever, and so are the documents that have left.
 */
export class Catalogue implements Contents {
  readonly #folder: string
  /** Null as soon as it is being closed. */
  #stores: Stores | null
  #isClosed = false
  #reopening: Promise<void> | undefined
  /** So many contents were read, and bytes of them written, since it was opened. */
  #read = 0
  #written = 0

  /** Contents that go into the store together with those that come next, and those on their way. */
  #waiting: [revision: string, document: DocumentContent, words: readonly string[]][] = []
  #keeping: Promise<unknown> = Promise.resolve()
  /** The number of the next content; null where it was not needed yet. */
  #next: number | null = null

  /** For those who only read: makes none where there is none. Throws NoCatalogueError. */
  static existing(dataDir: string): Catalogue {
    if (!existsSync(path.join(catalogueFolder(dataDir), 'data.mdb'))) throw new NoCatalogueError(dataDir)
    return new Catalogue(dataDir)
  }

  /** Throws DamagedStoreError. */
  constructor(dataDir: string) {
    this.#folder = catalogueFolder(dataDir)
    mkdirSync(this.#folder, { recursive: true })
    checkStore(this.#folder)
    this.#stores = openStores(this.#folder)
  }

  /** A store that is read while it is being closed brings the whole process down. */
  get #open(): Stores {
    if (this.#stores === null) throw new ClosedCatalogueError('the catalogue is closed')
    return this.#stores
  }

  file(absolutePath: string): FileEntry | undefined {
    return this.#found(this.#open.files.get(hash(absolutePath)))
  }

  *files(): Generator<FileEntry> {
    for (const { value } of this.#open.files.getRange()) yield value
  }

  /** Files that are, or lie below, one of the paths. */
  *filesBelow(roots: readonly string[]): Generator<FileEntry> {
    for (const { value } of this.#open.files.getRange()) {
      if (roots.some((root) => isAtOrBelow(root, value.path))) yield value
    }
  }

  *heads(): Generator<Head> {
    for (const { value } of this.#open.heads.getRange()) {
      this.#read += PASSED
      yield complete(value)
    }
  }

  head(id: string): Head | undefined {
    const head = this.#found(this.#open.heads.get(id))
    return head && complete(head)
  }

  *tombstones(): Generator<Tombstone> {
    for (const { value } of this.#open.tombstones.getRange()) yield value
  }

  tombstone(id: string): Tombstone | undefined {
    return this.#found(this.#open.tombstones.get(id))
  }

  /** The content of a revision that a head, an earlier version or a tombstone points at. */
  readonly content = (revision: string): DocumentContent => {
    const { contents, numbers, texts } = this.#open
    const number = numbers.get(revision)
    const document = number === undefined ? contents.get(revision) : texts.get(number)
    if (!document) throw new Error(`catalogue: no content for revision ${revision}`)
    this.#read++
    return { ...NOT_ENRICHED, ...document }
  }

  /** None of what another dictionary has cut. */
  words(revision: string): string[] | undefined {
    const { numbers, words: kept } = this.#open
    const number = this.#found(numbers.get(revision))
    const [version, ...words] = (number === undefined ? undefined : kept.get(number))?.split(' ') ?? []
    return version === wordsVersion() ? words : undefined
  }

  #found<T>(value: T | undefined): T | undefined {
    if (value !== undefined) this.#read += LOOKED_UP
    return value
  }

  /** Gives back the memory that reading and writing have taken, when it is much. */
  rest(): Promise<void> | undefined {
    return this.#read >= READ_AT_MOST || this.#written >= WRITTEN_AT_MOST ? this.#reopen() : undefined
  }

  async #reopen(): Promise<void> {
    await this.settle()
    // All that was written has to be on the disk before the store is closed.
    await this.#open.root.flushed
    const { root } = this.#open
    this.#stores = null
    this.#reopening = root.close().then(() => {
      if (!this.#isClosed) this.#stores = openStores(this.#folder)
    })
    await this.#reopening
    this.#read = this.#written = 0
  }

  /** The id that an identity was given once, be the document still held or not. */
  idOf(identity: string): string | undefined {
    return this.#found(this.#open.ids.get(hash(identity)))
  }

  ownerOf(id: string): string | undefined {
    return this.#found(this.#open.owners.get(id))
  }

  /** All that the archive holds and has held. */
  holdings(): Holdings {
    const byId = <T extends Holding>(all: Iterable<T>): Map<string, T> => new Map([...all].map((one) => [one.id, one]))
    return { documents: byId(this.heads()), departed: byId(this.tombstones()), besides: besidesOf(this.files()) }
  }

  /**
   * Keeps a content, and its words, for a later `apply`; resolves when more can be taken. Only after `settle` it is to be
   * read.
   */
  async keep(revision: string, document: DocumentContent, words: readonly string[]): Promise<void> {
    const stores = this.#open
    this.#waiting.push([revision, document, words])
    this.#written += bytesOf(document)
    if (this.#waiting.length < KEPT_AT_ONCE) return
    await this.#keepWaiting(stores)
    await this.rest()
  }

  /** Hands over what waits; resolves when what was handed over before is in the store. */
  #keepWaiting(stores: Stores): Promise<unknown> {
    const before = this.#keeping
    const { numbers, texts, words: kept } = stores
    const keeping = this.#waiting.splice(0).flatMap(([revision, document, words]) => {
      const known = numbers.get(revision)
      const number = known ?? (this.#next ??= nextNumber(texts))
      const keepingWords = kept.put(number, [wordsVersion(), ...words].join(' '))
      // What has the same revision is the same.
      if (known !== undefined) return [keepingWords]
      this.#next = number + 1
      return [keepingWords, texts.put(number, document), numbers.put(revision, number)]
    })
    this.#keeping = Promise.all([before, ...keeping])
    // An error is told where it is waited for, not before that.
    this.#keeping.catch(() => undefined)
    return before
  }

  /** Resolves when all contents are in the store. */
  async settle(): Promise<void> {
    await this.#keepWaiting(this.#open)
    await this.#keeping
  }

  async apply(change: CatalogueChange): Promise<void> {
    // All that is changed goes through memory at once: what was mapped for reading need not be there beside it.
    await this.#reopen()
    const { root, files, heads, tombstones, ids, owners } = this.#open
    await root.transaction(() => {
      for (const removed of change.removedFiles) void files.remove(hash(removed))
      for (const tombstone of change.tombstones) {
        void heads.remove(tombstone.id)
        void tombstones.put(tombstone.id, tombstone)
      }
      for (const file of change.files) void files.put(hash(file.path), file)
      for (const { identity, id } of change.aliases) void ids.put(hash(identity), id)
      for (const head of change.heads) {
        void heads.put(head.id, head)
        void tombstones.remove(head.id)
        void ids.put(hash(head.identity), head.id)
        void owners.put(head.id, head.identity)
      }
    })
    await root.flushed
  }

  async close(): Promise<void> {
    const root = this.#stores?.root
    this.#stores = null
    this.#isClosed = true
    await this.#reopening
    await root?.close()
  }
}
