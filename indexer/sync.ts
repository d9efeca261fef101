import { createHash } from 'node:crypto'
import { IdAssigner, type Origin, type Standing } from './assign.js'
import { besidesOf } from './besides.js'
import type { Catalogue, CatalogueChange, FileEntry, Head } from './catalogue.js'
import { closeArchives } from './contents.js'
import type { DocumentContent } from './contract/document.js'
import { documentWords } from './derive/document-words.js'
import { discover, type DiscoveredFile } from './discover.js'
import { originalsOf, succeed, type Departure, type Holding } from './holding.js'
import { idleCorrections } from './idle-corrections.js'
import { leaving } from './leaving.js'
import { lookAhead, type Look, type LookedAnew } from './look.js'
import { idsByPlace, MovedFiles } from './moved.js'
import { attachOriginals, OriginalKeeper, type ReadAnew } from './original-keeper.js'
import { Publication } from './publish/publication.js'
import type { FileReading, ReadDocument } from './read-file.js'
import type { SyncOutcome, SyncReport, Warning } from './report.js'
import { checkMinimums, checkRemoval, countLeaving, documentsOfSources } from './removal.js'
import { hiddenBelow, keptEntry } from './unreached.js'
import type { Progress, SyncDependencies, SyncOptions } from './sync-options.js'
import { text } from './text.cli.zh.js'
import { appendAll } from './append-all.js'

export type { Progress, SyncDependencies, SyncOptions } from './sync-options.js'

/**
 * Brings what the archive has from the given paths to what lies there now, and publishes the result. Other paths are
 * untouched. Reading goes on while the engine indexes; the catalogue changes only after the new state is live, and
 * a run that is killed leaves both as they were.
 */
export async function synchronise(options: SyncOptions, dependencies: SyncDependencies): Promise<SyncOutcome> {
  return new Synchronisation(options, dependencies).run()
}

class Synchronisation {
  readonly #options: SyncOptions
  readonly #catalogue: Catalogue
  readonly #onProgress: (progress: Progress) => void
  readonly #publication: Publication | null
  readonly #now: string
  readonly #originals: OriginalKeeper | null
  #moved = new MovedFiles([])
  /** What the archive shall hold in the end, other paths included, and what it has held. */
  readonly #wanted = new Map<string, Holding>()
  readonly #departed = new Map<string, Departure>()
  readonly #change: CatalogueChange = { files: [], removedFiles: [], heads: [], aliases: [], tombstones: [] }
  /** What became of each file, in their order; entered in the report when all are known. */
  readonly #taken: [DiscoveredFile, FileEntry][] = []
  readonly #anew: ReadAnew[] = []
  /** Records whose id depends on files that come after theirs. */
  readonly #postponed: (() => Promise<void>)[] = []
  readonly #warnings: Warning[] = []
  readonly #report: SyncReport = {
    ...{ files: 0, records: 0, added: 0, updated: 0, unchanged: 0, removed: 0 },
    ...{ skipped: [], rejected: [], seconds: 0 },
  }
  #rejectedFiles = 0
  readonly #done = { files: 0, bytes: 0 }
  #bytes = 0

  constructor(options: SyncOptions, { catalogue, engine, onProgress, originals, now = new Date() }: SyncDependencies) {
    this.#options = options
    this.#catalogue = catalogue
    this.#onProgress = onProgress
    this.#now = now.toISOString()
    this.#originals =
      engine && originals ? new OriginalKeeper(originals, (warning) => this.#warnings.push(warning)) : null
    this.#publication = engine && new Publication(engine, this.#catalogue, options.rebuild)
  }

  async run(): Promise<SyncOutcome> {
    const started = performance.now()
    const { paths, sources, allowRemoval = false } = this.#options
    const discovery = await discover(paths, sources, allowRemoval)
    const { files, roots } = discovery
    this.#warnings.push(...idleCorrections(discovery))
    const present = new Set(files.map((file) => file.path))
    const before = [...this.#catalogue.filesBelow(roots)]
    const isHidden = hiddenBelow(files)
    const gone = before.filter((file) => !present.has(file.path) && !isHidden(file))
    const isGone = new Set(gone.map((file) => file.path))
    this.#moved = new MovedFiles(gone)
    for (const head of this.#catalogue.heads()) if (!isGone.has(head.path)) this.#wanted.set(head.id, head)
    for (const tombstone of this.#catalogue.tombstones()) this.#departed.set(tombstone.id, tombstone)
    await this.#takeAll(files, isGone)
    attachOriginals(this.#anew, this.#wanted, this.#catalogue)
    for (const [file, entry] of this.#taken) this.#account(file, entry)
    this.#removeWhatIsGone(gone, files)
    if (!allowRemoval) {
      checkRemoval(countLeaving(roots, files, this.#catalogue.heads(), this.#change.tombstones))
      checkMinimums(discovery.sources, documentsOfSources(this.#taken))
    }
    this.#progress('publishing')
    const published = await this.#publish()
    this.#report.seconds = Math.round((performance.now() - started) / 10) / 100
    return { report: this.#report, warnings: this.#warnings, rejectedFiles: this.#rejectedFiles, published }
  }

  async #takeAll(files: readonly DiscoveredFile[], gone: ReadonlySet<string>): Promise<void> {
    const standings = new Map<string, Standing>(files.map((file) => [file.path, 'open']))
    for (const path of gone) standings.set(path, 'past')
    const assigner = new IdAssigner(this.#catalogue, (path) => standings.get(path) ?? 'kept')
    this.#report.files = files.length
    this.#bytes = files.reduce((sum, { size }) => sum + size, 0)
    for await (const [file, look] of lookAhead(files, this.#catalogue, this.#options.rebuild)) {
      standings.set(file.path, await this.#takeFile(file, look, assigner))
      this.#done.files++
      this.#done.bytes += file.size
      this.#progress('reading')
    }
    await closeArchives()
    for (const take of this.#postponed.splice(0)) await take()
  }

  /** Takes one file in and says whether what is known of it still holds. */
  async #takeFile(file: DiscoveredFile, look: Look, assigner: IdAssigner): Promise<Standing> {
    if (look.how === 'unreached') return this.#keepUnreached(file, look.known, look.reason)
    if (look.how === 'unchanged') {
      if (look.entry !== look.known) this.#change.files.push(look.entry)
      return this.#keepFile(file, look.known)
    }
    if (look.how === 'ignored') {
      this.#report.skipped.push({ file: file.name, reason: look.reason })
      // Another version of this program may have read it.
      if (this.#catalogue.file(file.path)) this.#change.removedFiles.push(file.path)
    } else await this.#takeAnew(file, look, assigner)
    return 'past'
  }

  async #keepFile(file: DiscoveredFile, known: FileEntry): Promise<Standing> {
    this.#taken.push([file, known])
    this.#report.unchanged += known.documents.length
    const heads = known.documents.map((id) => this.#catalogue.head(id)).filter((head) => head !== undefined)
    for (const head of (await this.#originals?.complete(file, known, heads)) ?? []) {
      this.#change.heads.push(head)
      this.#wanted.set(head.id, head)
    }
    return 'kept'
  }

  /** What the disk does not give now may be there as ever: what it gave stays, and the file is read the next time. */
  #keepUnreached(file: DiscoveredFile, known: FileEntry | undefined, reason: string): Promise<Standing> {
    const entry = keptEntry(file, known, reason)
    this.#change.files.push(entry)
    return this.#keepFile(file, entry)
  }

  async #takeAnew(
    file: DiscoveredFile,
    { reading, contents, stamp, known }: LookedAnew,
    assigner: IdAssigner,
  ): Promise<void> {
    const entry: FileEntry = {
      ...stamp,
      ...{ documents: [], positions: [], skipped: null, rejected: [], merged: [] },
      ...{ name: file.name, final: true },
    }
    const onlyKnown = known?.documents.length === 1 ? known.documents[0]! : null
    const idBefore = idsByPlace(known ?? null)
    const idMoved = idsByPlace(known === undefined ? this.#moved.take(stamp.bytes) : null)
    let hasDocuments = false
    for await (const { document: one, rejected, warnings, share } of reading.records) {
      this.#progress('reading', file.size * share)
      entry.rejected.push(...rejected)
      this.#warn(file, warnings)
      if (one === null) continue
      hasDocuments = true
      const onlyId = one.position === null ? onlyKnown : null
      const placeId = one.position === null ? null : idBefore(one.position)
      const origin = { path: entry.path, position: one.position, onlyId, placeId, movedId: idMoved(one.position) }
      const take = (): Promise<boolean> => this.#takeRecord(one, entry, origin, assigner)
      // When all files are taken, everything is known that an id depends on.
      if (!(await take())) this.#postponed.push(async () => void (await take()))
    }
    const { whole } = reading
    entry.skipped ??= whole.skipped
    appendAll(entry.rejected, whole.rejected)
    entry.final &&= whole.final
    entry.withheld = whole.withheld
    this.#warn(file, whole.warnings)
    // Not before all of it is known: one record that is not for the public keeps the file from everybody.
    const original = contents && hasDocuments ? ((await this.#originals?.keep(file, entry, contents)) ?? null) : null
    this.#change.files.push(entry)
    this.#taken.push([file, entry])
    this.#anew.push({ entry, original })
  }

  #warn(file: DiscoveredFile, warnings: FileReading['whole']['warnings']): void {
    for (const warning of warnings) this.#warnings.push({ file: file.name, ...warning })
  }

  /** Enters one record of a file in its entry; false where its id cannot be told yet. */
  async #takeRecord(
    { position, statedId, document }: ReadDocument,
    entry: FileEntry,
    origin: Origin,
    assigner: IdAssigner,
  ): Promise<boolean> {
    const assigned = assigner.assign(document, statedId, origin)
    if (assigned === null) return false
    if ('duplicateOf' in assigned) {
      entry.final = false
      entry.merged?.push({ into: assigned.id, file: entry.name ?? entry.path, record: position })
      const reason = text.sync.duplicate(assigned.duplicateOf)
      if (position === null) entry.skipped = reason
      else entry.rejected.push({ record: position, field: null, reason })
      return true
    }
    const { id, identity, aliases } = assigned
    this.#change.aliases.push(...aliases.map((alias) => ({ identity: alias, id })))
    await this.#takeDocument({ id, ...document }, { path: entry.path, identity })
    entry.documents.push(id)
    entry.positions!.push(position)
    return true
  }

  async #takeDocument(document: DocumentContent, place: Pick<Head, 'path' | 'identity'>): Promise<void> {
    const { id } = document
    const revision = createHash('sha256').update(JSON.stringify(document)).digest('hex')
    const known = this.#catalogue.head(id)
    const before = known ?? this.#catalogue.tombstone(id)
    const held = succeed(before, { id, revision }, document, this.#catalogue.content, this.#now)
    // Written out: of objects that are spread into each other, V8 keeps a layout for each, which is more than they are.
    const { added, since, earlier, original } = held
    const head: Head = { id, revision, added, since, earlier, original, path: place.path, identity: place.identity }
    this.#report[known === undefined ? 'added' : known.revision === revision ? 'unchanged' : 'updated']++
    this.#change.heads.push(head)
    this.#wanted.set(id, head)
    this.#departed.delete(id)
    if (this.#publication === null) return
    await this.#catalogue.keep(revision, document, documentWords(document))
    if (known?.revision !== revision || this.#options.rebuild) await this.#publication.put(document, revision)
  }

  /** Where each file's fate is entered in the report, be it read now or earlier. */
  #account(file: DiscoveredFile, entry: Pick<FileEntry, 'documents' | 'skipped' | 'rejected'>): void {
    this.#report.records += entry.documents.length
    const inOrder = [...entry.rejected].sort((a, b) => (a.record ?? 0) - (b.record ?? 0))
    for (const rejection of inOrder) this.#report.rejected.push({ file: file.name, ...rejection })
    if (entry.documents.length > 0) return
    if (entry.skipped !== null) this.#report.skipped.push({ file: file.name, reason: entry.skipped })
    else if (entry.rejected.length > 0) this.#rejectedFiles++
    else this.#report.skipped.push({ file: file.name, reason: text.sync.noRecords })
  }

  #removeWhatIsGone(gone: FileEntry[], files: DiscoveredFile[]): void {
    for (const { path } of gone) this.#change.removedFiles.push(path)
    const before = files.map((file) => this.#catalogue.file(file.path)).filter((entry) => entry !== undefined)
    const claimed = new Set(this.#taken.flatMap(([, entry]) => entry.documents))
    for (const tombstone of leaving(this.#catalogue, { gone, before, read: this.#change.files, claimed }, this.#now)) {
      this.#change.tombstones.push(tombstone)
      this.#departed.set(tombstone.id, tombstone)
      this.#wanted.delete(tombstone.id)
    }
    this.#report.removed = this.#change.tombstones.length
  }

  /** The indexes first, then the catalogue: a run killed between the two finds nothing left to index. */
  async #publish(): Promise<boolean> {
    if (this.#publication === null) return false
    await this.#catalogue.settle()
    await this.#originals?.settle()
    const holdings = { documents: this.#wanted, departed: this.#departed }
    const state = await this.#publication.publish({ ...holdings, besides: besidesOf(this.#allFiles()) })
    await this.#catalogue.apply(this.#change)
    await this.#originals?.sweep(originalsOf(holdings))
    return state !== null
  }

  /** Every file of the archive as it stands after this run, other paths included. */
  *#allFiles(): Generator<FileEntry> {
    const changed = new Set([...this.#change.removedFiles, ...this.#change.files.map((file) => file.path)])
    for (const file of this.#catalogue.files()) if (!changed.has(file.path)) yield file
    yield* this.#change.files
  }

  /** `partial`: bytes of a file that is not wholly taken in. */
  #progress(stage: Progress['stage'], partial = 0): void {
    const { added, updated, unchanged, rejected, files } = this.#report
    this.#onProgress({
      ...{ stage, files: this.#done.files, totalFiles: files },
      records: added + updated + unchanged,
      rejected: rejected.length,
      share: this.#bytes === 0 ? 1 : (this.#done.bytes + partial) / this.#bytes,
    })
  }
}
