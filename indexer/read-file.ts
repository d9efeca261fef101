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

export interface FileReading {
  documents: ReadDocument[]
  /** Why the whole file was left out, or null. */
  skipped: string | null
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

/** What a file that is not read at all gives. */
export function unread(reason: string): FileReading {
  return { documents: [], skipped: reason, rejected: [], warnings: [], final: false }
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
  const { records, skipped, rejected, notes, final } = await readRecords(absolutePath, fileName, source, contents)
  const reading: FileReading = { documents: [], skipped, rejected: [...rejected], warnings: [], final }
  for (const note of notes ?? []) reading.warnings.push({ kind: 'dropped', field: 'file', ...note })
  for (const record of records) {
    const { position, fields } = record.extracted
    const why = record.restricted
    if (why !== null && position === null) reading.skipped = why
    else if (why !== null) reading.rejected.push({ record: position, field: 'visibility', reason: why })
    else if (record.derivation === null || record.rejected.length > 0) reading.rejected.push(...record.rejected)
    else {
      reading.documents.push({ position, statedId: fields.id?.[0] ?? null, document: record.derivation.document })
      // What is merely absent is kept with the document for the quality report; it is nothing to stop at.
      for (const warning of record.derivation.warnings)
        if (warning.kind !== 'missing') reading.warnings.push({ record: position, ...warning })
    }
  }
  return reading
}

/** The records of a file with all that is known about how they were read; errors as for readFile. */
export async function readRecords(
  absolutePath: string,
  fileName: string,
  source: Source | null,
  contents?: Buffer,
): Promise<Omit<FileContent, 'records'> & { records: ReadRecord[]; final: boolean }> {
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
    const records = content.records.map((record) => readRecord(record, fileName, source, path))
    return { ...content, records, final: true }
  } catch (error) {
    // Memory may have been short for other reasons than the file; work is its own.
    const isLasting = !(error instanceof ReadingFailedError) || error.why === 'fault' || error.why === 'slow'
    return { records: [], skipped: null, rejected: [failure(null, error)], final: isLasting }
  }
}

function readRecord(extracted: ExtractedRecord, fileName: string, source: Source | null, path: string): ReadRecord {
  try {
    // A title that a rule replaces may still tell date and speaker.
    const head = readHead(extracted, extracted.fields.title?.[0] ?? null)
    const fallbacks = source ? applySource(extracted, source, path) : {}
    noteRestriction(extracted)
    const restricted = restriction(extracted)
    if (restricted !== null) return { extracted, derivation: null, rejected: [], restricted }
    const today = new Date().toISOString().slice(0, 10)
    const derivation = deriveDocument(extracted, head, fileName, fallbacks, today)
    return {
      extracted,
      derivation,
      rejected: validateDocument(derivation.document, extracted.position),
      restricted: null,
    }
  } catch (error) {
    return { extracted, derivation: null, rejected: [failure(extracted.position, error)], restricted: null }
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
