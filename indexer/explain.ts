import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import type { Derivation } from './derive/derive.js'
import { ENRICHED_FIELDS, type EnrichedField } from './derive/enrich.js'
import { RAW_FIELDS } from './sources/raw-fields.js'
import { contentsOf } from './contents.js'
import { discover, MissingPathError, type DiscoveredFile } from './discover.js'
import { ignoredFile } from './ignored-file.js'
import { archiveFormat } from './packed/open.js'
import type { PartNote, RawField, UnnumberedDocument } from './record.js'
import { openPortions, type ReadRecord } from './read-file.js'
import { text } from './text.zh.js'
import type { FieldWarning } from './derive/warning.js'
import { appendAll } from './append-all.js'

/** One field of a record: its value as it goes into the archive ('' for none) and where it came from. */
export interface ExplainedField {
  field: RawField | EnrichedField
  value: string
  from: string
}

export interface ExplainedRecord {
  position: number | null
  fields: ExplainedField[]
  /** Labels with values that no field takes. */
  unknown: Record<string, string>
  paragraphs: number
  /** The headings, indented by level. */
  outline: string[]
  /** Documents that the text refers to, by title and number. */
  references: string[]
  rejected: { field: string | null; reason: string }[]
  warnings: FieldWarning[]
}

export interface Explanation {
  records: ExplainedRecord[]
  skipped: string | null
  rejected: { record: number | null; field: string | null; reason: string }[]
  /** What else is to be told of its parts. */
  notes: PartNote[]
}

/** How a file is read, and its name within the archive; `--explain --json` prints it as it is. */
export interface ExplainedFile extends Explanation {
  file: string
}

/**
 * What `--explain` shows of a file; of one in an archive, by the archive's path and its name within; of all that an
 * archive holds. Throws MissingPathError.
 */
export async function explainPath(file: string, sources: string[]): Promise<ExplainedFile[]> {
  const absolute = path.resolve(file)
  let onDisk = absolute
  while (!existsSync(onDisk) && path.dirname(onDisk) !== onDisk) onDisk = path.dirname(onDisk)
  const { files } = await discover([archiveFormat(onDisk) === null ? file : onDisk], sources)
  const wanted = path.join(await realpath(onDisk), path.relative(onDisk, absolute))
  const found = files.filter((one) => one.path === wanted || one.path.startsWith(`${wanted}/`))
  if (found.length === 0) throw new MissingPathError(absolute)
  const explained: ExplainedFile[] = []
  for (const one of found) explained.push({ file: one.name, ...(await explainFile(one)) })
  return explained
}

/** How each field of each record of a file was found. */
export async function explainFile(file: DiscoveredFile): Promise<Explanation> {
  const ignored = ignoredFile(file.name)
  if (ignored !== null) return { records: [], skipped: ignored, rejected: [], notes: [] }
  const contents = await contentsOf(file)
  if ('refused' in contents) return { records: [], skipped: contents.refused, rejected: [], notes: [] }
  if ('unreachable' in contents) {
    const reason = contents.unreachable
    return { records: [], skipped: null, rejected: [{ record: null, field: 'file', reason }], notes: [] }
  }
  const explanation: Explanation = { records: [], skipped: null, rejected: [], notes: [] }
  for await (const portion of openPortions(file.path, file.name, file.source, contents)) {
    for (const record of portion.records) explanation.records.push(explainRecord(record.read()))
    explanation.skipped ??= portion.skipped
    appendAll(explanation.rejected, portion.rejected)
    appendAll(explanation.notes, portion.notes ?? [])
  }
  return explanation
}

function explainRecord({ extracted, derivation, rejected, restricted }: ReadRecord): ExplainedRecord {
  const document = derivation?.document ?? null
  return {
    position: extracted.position,
    fields: [
      ...RAW_FIELDS.map((field) => ({
        field,
        value:
          document === null
            ? (extracted.fields[field] ?? []).join('；')
            : valueOf(document, field, extracted.fields[field]),
        from: derivation?.from[field] ?? extracted.provenance[field]?.from ?? text.from.notStated,
      })),
      ...(document === null ? [] : enrichedFields(document, derivation?.from ?? {})),
    ],
    unknown: extracted.unknown,
    paragraphs: extracted.paragraphs.length,
    outline: (document?.outline ?? []).map(
      ({ level, paragraph }) => '  '.repeat(level - 1) + extracted.paragraphs[paragraph - 1]!.slice(0, 60),
    ),
    references: (document?.references ?? []).map(({ title, number }) =>
      [title && `《${title}》`, number].filter(Boolean).join(' '),
    ),
    rejected: restricted === null ? rejected : [{ field: 'visibility', reason: restricted }],
    warnings: derivation?.warnings ?? [],
  }
}

/** What only derivation gives, where it does. */
function enrichedFields(document: UnnumberedDocument, from: Derivation['from']): ExplainedField[] {
  return ENRICHED_FIELDS.map((field) => ({
    field,
    value: [document[field] ?? []].flat().join('；'),
    from: from[field] ?? text.from.notStated,
  }))
}

/** `id` and `visibility` are not stored in a document: they are shown as stated. */
function valueOf(document: UnnumberedDocument, field: RawField, stated: string[] | undefined): string {
  const value = field === 'id' || field === 'visibility' ? (stated ?? null) : document[field]
  return Array.isArray(value) ? value.join('；') : (value ?? '')
}
