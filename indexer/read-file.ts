import { readFile as readBytes } from 'node:fs/promises'
import { basename, relative, sep } from 'node:path'
import { ApartReader, ReadingFailedError } from './apart/reader.js'
import { LIMITS } from './apart/limits.js'
import { deriveDocument, type Derivation } from './derive/derive.js'
import { readHead } from './derive/head.js'
import { restrictionInText } from './derive/restriction-in-text.js'
import type { FieldWarning } from './derive/warning.js'
import type { ExtractedRecord, FileContent, Rejection, UnnumberedDocument } from './record.js'
import { loadWords } from './contract/tokenize.js'
import { applySource, ignoredReason } from './sources/apply-source.js'
import type { Source } from './sources/source.js'
import { text } from './text.zh.js'
import { validateDocument } from './validate.js'
import { restriction } from './visibility.js'

/** Grows with every change of how files are read: what an older reader read must be read again. */
export const READER_VERSION = 9

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
}

export interface FileReading {
  /**
   * The records that are for the public, in order. Each is worked out when it is taken, so that those of a long list are
   * not all in memory as documents, and is to be taken once.
   */
  records: Iterable<RecordReading>
  /** How many these are. */
  count: number
  /** Why the whole file was left out, or null. */
  skipped: string | null
  /** What is known to be left out before any record is taken: in any case what is not for the public. */
  rejected: Omit<Rejection, 'file'>[]
  warnings: (FieldWarning & { record: number | null })[]
  /** False where the same file may read otherwise another time: its reader ran out of memory, or crashed. */
  final: boolean
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

/** What a file that is not read at all gives. */
export function unread(reason: string): FileReading {
  return { records: [], count: 0, skipped: reason, rejected: [], warnings: [], final: false }
}

/** Takes files apart in a process of its own, which a broken or hostile file can at worst end. */
const reader = new ApartReader()

/**
 * Reads a file into checked documents. `fileName` is its path within the archive, stored in the documents; `source`
 * says how the files of its folder map to the schema; `contents` are its bytes where they are at hand, or are not to
 * be found at its path. Throws only the errors of reading the file from disk.
 */
export async function readFile(
  absolutePath: string,
  fileName: string,
  source: Source | null,
  contents?: Buffer,
): Promise<FileReading> {
  const { records, skipped, rejected, notes, final } = await openRecords(absolutePath, fileName, source, contents)
  const open = records.filter(({ restricted }) => restricted === null)
  const reading: FileReading = {
    ...{ records: readingsOf(open), count: open.length },
    ...{ skipped, rejected: [...rejected], warnings: [], final },
  }
  for (const note of notes ?? []) reading.warnings.push({ kind: 'dropped', field: 'file', ...note })
  for (const { extracted, restricted } of records) {
    if (restricted === null) continue
    if (extracted.position === null) reading.skipped = restricted
    else reading.rejected.push({ record: extracted.position, field: 'visibility', reason: restricted })
  }
  return reading
}

function* readingsOf(records: readonly OpenedRecord[]): Generator<RecordReading> {
  for (const { extracted, read } of records) {
    const { position, fields } = extracted
    const { derivation, rejected } = read()
    if (derivation === null || rejected.length > 0) yield { document: null, rejected, warnings: [] }
    else {
      // What is merely absent is kept with the document for the quality report; it is nothing to stop at.
      const told = derivation.warnings.filter(({ kind }) => kind !== 'missing')
      yield {
        document: { position, statedId: fields.id?.[0] ?? null, document: derivation.document },
        rejected: [],
        warnings: told.map((warning) => ({ record: position, ...warning })),
      }
    }
  }
}

/** The records of a file, each of which tells how it was read when it is; errors as for readFile. */
export async function openRecords(
  absolutePath: string,
  fileName: string,
  source: Source | null,
  contents?: Buffer,
): Promise<Omit<FileContent, 'records'> & { records: OpenedRecord[]; final: boolean }> {
  const path =
    source === null ? fileName : relative(source.root, absolutePath).split(sep).join('/') || basename(absolutePath)
  const ignored = source && ignoredReason(source, path)
  if (ignored) return { records: [], skipped: ignored, rejected: [], final: true }
  const bytes = contents ?? (await readBytes(absolutePath))
  const settings = source && { labels: source.labels, selectors: source.selectors }
  try {
    const reading = reader.read(absolutePath, bytes, settings)
    // What deriving needs is loaded while the process that reads is starting, so that one has to be on its way.
    await Promise.resolve()
    loadWords()
    const content = await reading
    const records = content.records.map((record) => openRecord(record, fileName, source, path))
    return { ...content, records, final: true }
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
    noteRestriction(extracted)
    const restricted = restriction(extracted)
    const read = (): ReadRecord => {
      if (restricted !== null) return { extracted, derivation: null, rejected: [], restricted }
      try {
        const today = new Date().toISOString().slice(0, 10)
        const derivation = deriveDocument(extracted, head, fileName, fallbacks, today)
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
function noteRestriction({ fields, provenance, paragraphs }: ExtractedRecord): void {
  const found = restrictionInText(paragraphs)
  if (found === null) return
  fields.visibility = [...(fields.visibility ?? []), found]
  provenance.visibility = { from: text.from.marking }
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
