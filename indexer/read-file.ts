import { ApartReader, ReadingFailedError } from './apart/reader.js'
import { LIMITS } from './apart/limits.js'
import { deriveDocument, type Derivation } from './derive/derive.js'
import { draftNoted } from './derive/draft.js'
import { readHead } from './derive/head.js'
import { restrictionInPath } from './derive/restriction-in-path.js'
import { restrictionInText } from './derive/restriction-in-text.js'
import { restrictionInTitle } from './derive/restriction-in-title.js'
import type { FieldWarning } from './derive/warning.js'
import type { ExtractSettings } from './extract/index.js'
import { bytesOf, hashed, type HashedBytes } from './file-bytes.js'
import { oneAhead } from './one-ahead.js'
import { isLongList, portionsOf, type Portion } from './portions.js'
import type { ExtractedRecord, FileContent, Rejection, UnnumberedDocument } from './record.js'
import { chinaDay } from './contract/dates.js'
import { loadWords } from './contract/tokenize.js'
import { applySource, ignoredReason } from './sources/apply-source.js'
import type { Source } from './sources/source.js'
import { pathWithin } from './sources/path-within.js'
import { text } from './text.zh.js'
import { validateDocument } from './validate.js'
import { restriction } from './visibility.js'
import { appendAll } from './append-all.js'

/** Grows with every change of how files are read: what an older reader read must be read again. */
export const READER_VERSION = 15

export interface ReadDocument {
  /** Null for a file that is one record, else its line or place, from 1. */
  position: number | null
  /** The id that the record itself states. */
  statedId: string | null
  document: UnnumberedDocument
}

/** What one record gives: a checked document, or what is wrong with it. */
export interface RecordReading {
  document: ReadDocument | null
  rejected: Omit<Rejection, 'file'>[]
  warnings: (FieldWarning & { record: number | null })[]
  /** How much of the file has been read, its own record included: up to 1. */
  share: number
}

export interface FileReading {
  /**
   * What each record gives, in order. A long list is read, and each document made, while they are taken: all of them at
   * once need not fit into memory. They can be taken once.
   */
  records: AsyncIterable<RecordReading>
  /** What there is to say of the file besides; complete when all records have been taken. */
  whole: {
    /** Why the whole file was left out, or null. */
    skipped: string | null
    rejected: Omit<Rejection, 'file'>[]
    warnings: (FieldWarning & { record: number | null })[]
    /** False where the same file may read otherwise another time: its reader ran out of memory, or crashed. */
    final: boolean
    /** Whether something in it that gave no record was kept back, or not read, and may not be for the public. */
    withheld: boolean
  }
}

/** A record on its way, with what `--explain` tells of it. */
export interface ReadRecord {
  extracted: ExtractedRecord
  /** Null where reading it failed or the record is not for the public. */
  derivation: Derivation | null
  rejected: Omit<Rejection, 'file'>[]
  restricted: string | null
}

/** A record of which is known whether it is for the public (`restricted`: why not), and nothing more until it is read. */
export interface OpenedRecord {
  extracted: ExtractedRecord
  restricted: string | null
  read(): ReadRecord
}

/** The records of a file, or of a portion of a long list; `share`: how much of the file has been read with it. */
export interface OpenedPortion extends Omit<FileContent, 'records'> {
  records: OpenedRecord[]
  share: number
  final: boolean
}

/** What a file that is not read at all gives. */
export function unread(reason: string): FileReading {
  const whole = { skipped: reason, rejected: [], warnings: [], final: false, withheld: false }
  return { records: readingsOf((async function* () {})(), whole), whole }
}

/** Takes files apart in a process of its own, which a broken or hostile file can at worst end. */
const reader = new ApartReader()

/**
 * Reads a file into checked documents. `fileName` is its path within the archive, stored in the documents; `source`
 * says how the files of its folder map to the schema; `contents` are its bytes where they are at hand, or are not to
 * be found at its path. Throws only the errors of reading the file from disk, and ChangedWhileReadError.
 */
export async function readFile(
  absolutePath: string,
  fileName: string,
  source: Source | null,
  contents?: HashedBytes,
): Promise<FileReading> {
  const portions = openPortions(absolutePath, fileName, source, contents)
  // Reading begins now, and not when the first record is taken.
  const first = await portions.next()
  const begun = first.done ? [] : [first.value]
  const all = async function* (): AsyncGenerator<OpenedPortion> {
    // Taken out: it need not stay in memory with those that come after it.
    while (begun.length > 0) yield begun.pop()!
    yield* portions
  }
  const whole: FileReading['whole'] = { skipped: null, rejected: [], warnings: [], final: true, withheld: false }
  return { records: readingsOf(all(), whole), whole }
}

async function* readingsOf(
  portions: AsyncIterable<OpenedPortion>,
  whole: FileReading['whole'],
): AsyncGenerator<RecordReading> {
  let before = 0
  for await (const { records, skipped, rejected, notes, withheld = false, share, final } of portions) {
    whole.skipped ??= skipped
    appendAll(whole.rejected, rejected)
    whole.final &&= final
    whole.withheld ||= withheld
    for (const note of notes ?? []) whole.warnings.push({ kind: 'dropped', field: 'file', ...note })
    for (const [index, record] of records.entries()) {
      const { position } = record.extracted
      if (record.restricted !== null && position === null) {
        whole.skipped = record.restricted
        whole.withheld = true
      } else yield { ...readingOf(record), share: before + ((share - before) * (index + 1)) / records.length }
    }
    before = share
  }
}

function readingOf({ extracted, restricted, read }: OpenedRecord): Omit<RecordReading, 'share'> {
  const { position, fields } = extracted
  const reject = (rejected: Omit<Rejection, 'file'>[]): Omit<RecordReading, 'share'> => {
    return { document: null, rejected, warnings: [] }
  }
  if (restricted !== null) return reject([{ record: position, field: 'visibility', reason: restricted }])
  const { derivation, rejected } = read()
  if (derivation === null || rejected.length > 0) return reject(rejected)
  // What is merely absent is kept with the document for the quality report; it is nothing to stop at.
  const told = derivation.warnings.filter(({ kind }) => kind !== 'missing')
  return {
    document: { position, statedId: fields.id?.[0] ?? null, document: derivation.document },
    rejected: [],
    warnings: told.map((warning) => ({ record: position, ...warning })),
  }
}

/**
 * Opens the records of a file, each of which tells how it was read when it is; of a long list portion by portion, the
 * next one being read while one is at work. Errors as for readFile.
 */
export async function* openPortions(
  absolutePath: string,
  fileName: string,
  source: Source | null,
  contents?: HashedBytes,
): AsyncGenerator<OpenedPortion> {
  const path = source === null ? fileName : pathWithin(source, absolutePath)
  const ignored = source && ignoredReason(source, path)
  if (ignored) return yield { records: [], skipped: ignored, rejected: [], share: 1, final: true }
  const held = contents ?? (await hashed(await bytesOf(absolutePath)))
  const { bytes } = held
  const settings = source && { labels: source.labels, selectors: source.selectors }
  const open = (content: FileContent & { final: boolean }, share: number): OpenedPortion => {
    const records = content.records.map((record) => openRecord(record, fileName, source, path))
    return { ...content, records, share }
  }
  if (!(await isLongList(absolutePath, bytes)))
    return yield open(await readSafely(absolutePath, await bytes.whole(), settings), 1)
  let done = 0
  for await (const { content, length } of oneAhead(readPortions(absolutePath, held, settings))) {
    done += length
    yield open(content, done / bytes.length)
  }
}

/** The portions of a long list, read; `length`: bytes of each. */
async function* readPortions(
  path: string,
  held: HashedBytes,
  settings: ExtractSettings,
): AsyncGenerator<{ content: FileContent & { final: boolean }; length: number }, void> {
  for await (const portion of portionsOf(path, held))
    yield { content: await readPortion(path, portion, settings), length: portion.bytes.length }
}

/** Reads one portion of a list; one that cannot be read is rejected by its lines, and costs no other. */
async function readPortion(
  path: string,
  { bytes, linesBefore, lines }: Portion,
  settings: ExtractSettings,
): Promise<FileContent & { final: boolean }> {
  const content = await readSafely(path, bytes, settings, linesBefore)
  const reject = (reason: string): Omit<Rejection, 'file'> => {
    const first = linesBefore + 1
    return { record: first, field: null, reason: text.rejected.lines(first, linesBefore + lines, reason) }
  }
  const skipped = content.skipped === null ? [] : [reject(content.skipped)]
  const rejected = content.rejected.map((one) => (one.record === null ? reject(one.reason) : one))
  return { ...content, skipped: null, rejected: [...skipped, ...rejected] }
}

/** Reads a file or a portion; where its reader failed, that is what is rejected. Never throws. */
async function readSafely(
  path: string,
  bytes: Buffer,
  settings: ExtractSettings,
  linesBefore: number | null = null,
): Promise<FileContent & { final: boolean }> {
  try {
    const reading = reader.read(path, bytes, settings, linesBefore)
    // What deriving needs is loaded while the process that reads is starting, so that one has to be on its way.
    await Promise.resolve()
    loadWords()
    return { ...(await reading), final: true }
  } catch (error) {
    // Memory may have been short for other reasons than the file; work is its own.
    const isLasting = !(error instanceof ReadingFailedError) || error.why === 'fault' || error.why === 'slow'
    return { records: [], skipped: null, rejected: [failure(null, error)], final: isLasting }
  }
}

function openRecord(extracted: ExtractedRecord, fileName: string, source: Source | null, path: string): OpenedRecord {
  const failed = (error: unknown): ReadRecord => {
    return { extracted, derivation: null, rejected: [failure(extracted.position, error)], restricted: null }
  }
  try {
    // A title that a rule replaces may still tell date and speaker.
    const head = readHead(extracted, extracted.fields.title?.[0] ?? null)
    const fallbacks = source ? applySource(extracted, source, path) : {}
    noteRestriction(extracted, fileName)
    const restricted = restriction(extracted) ?? draft(extracted, fileName)
    const read = (): ReadRecord => {
      if (restricted !== null) return { extracted, derivation: null, rejected: [], restricted }
      try {
        const derivation = deriveDocument(extracted, head, fileName, fallbacks, chinaDay(Date.now()))
        const rejected = validateDocument(derivation.document, extracted.position)
        return { extracted, derivation, rejected, restricted }
      } catch (error) {
        return failed(error)
      }
    }
    return { extracted, restricted, read }
  } catch (error) {
    return { extracted, restricted: null, read: () => failed(error) }
  }
}

/** What the text says of itself counts beside what the metadata say: 主动公开 there does not make a secret public. */
function noteRestriction({ fields, provenance, paragraphs }: ExtractedRecord, fileName: string): void {
  const title = fields.title?.[0] ?? ''
  const found = restrictionInText(paragraphs, title) ?? restrictionInTitle(title)
  // Where a file lies says less than what states its visibility, in it or in its source.
  const kept = found === null && fields.visibility === undefined ? restrictionInPath(fileName) : null
  const said = found ?? kept
  if (said === null) return
  fields.visibility = [...(fields.visibility ?? []), said]
  provenance.visibility = { from: kept === null ? text.from.marking : text.from.path }
}

/** Why a record is kept back that is called a draft; not where it, or its source, states that it is public. */
function draft(extracted: ExtractedRecord, fileName: string): string | null {
  const noted = extracted.fields.visibility === undefined ? draftNoted(extracted, fileName) : null
  return noted && text.skipped.draft(noted)
}

/** A fault of ours in one record must not cost the others. */
function failure(record: number | null, error: unknown): Omit<Rejection, 'file'> {
  return { record, field: null, reason: reasonOf(error) }
}

function reasonOf(error: unknown): string {
  if (error instanceof ReadingFailedError) {
    if (error.why === 'slow') return text.rejected.slow(LIMITS.idleMs / 1000)
    if (error.why === 'memory') return text.rejected.memory
    if (error.why === 'crashed') return text.rejected.crashed(error.message)
  }
  return text.rejected.internal(error instanceof Error ? error.message : String(error))
}
