import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { formatDocNumber, isNoDocNumber, parseDocNumber } from '../contract/doc-number.js'
import { parseTopic } from '../contract/topics.js'
import type { ExtractedRecord, RawField, UnnumberedDocument } from '../record.js'
import type { Fallbacks } from '../sources/apply-source.js'
import { text as unread } from '../text.unread.zh.js'
import { text } from '../text.zh.js'
import { closingKeywords } from './closing-keywords.js'
import { checkDocument } from './checks.js'
import { readDate, writtenDate } from './dates.js'
import { documentValidity } from './document-validity.js'
import { effectiveIn } from './effective.js'
import { enrich, type CoreDocument, type EnrichedField } from './enrich.js'
import type { Head } from './head.js'
import { issuerIn } from './issuer.js'
import { keywordsOf } from './keywords.js'
import { limitFallbacks, limitFields, limitValue, withoutInvisibleRuns } from './limit-fields.js'
import { joinName } from './names.js'
import { outlineOf } from './outline.js'
import { signatureDate } from './signature.js'
import { documentNumbersIn } from './several-documents.js'
import { titleLines } from './title-lines.js'
import type { FieldWarning, Warn } from './warning.js'

export interface Derivation {
  document: UnnumberedDocument
  warnings: FieldWarning[]
  /** Where each value that no source stated came from, by field. */
  from: Partial<Record<RawField | EnrichedField, string>>
}

/**
 * Turns an extracted record into a document: values put into form, gaps filled from the text, the outline found.
 * `head` is what its first lines say; `fileName` is the archive path; `today` (ISO) is what dates ahead are measured by. Not yet checked by the schema.
 */
export function deriveDocument(
  extracted: ExtractedRecord,
  head: Head,
  fileName: string,
  sourceFallbacks: Fallbacks,
  today: string,
): Derivation {
  const warnings: FieldWarning[] = []
  const warn: Warn = (field, message, kind = 'doubtful') => warnings.push({ kind, field, message })
  const record = {
    ...extracted,
    fields: limitFields(extracted.fields, warn),
    paragraphs: withoutInvisibleRuns(extracted.paragraphs, warn),
  }
  const fallbacks = limitFallbacks(sourceFallbacks, warn)
  const from: Derivation['from'] = {}
  const stated = (field: RawField): string[] | undefined => record.fields[field]
  const single = (field: RawField): string | null => {
    const [first, ...others] = stated(field) ?? []
    if (others.length > 0) warn(field, text.warnings.more(others.join('；')), 'dropped')
    return first ?? null
  }
  /** The first of the ways to a value that gives one; the ways after the stated one are noted. */
  const firstOf = (field: RawField, ...ways: [value: string | null | undefined, from: string][]): string | null => {
    const own = single(field)
    if (own !== null) return own
    const fallback = fallbacks[field]
    for (const [value, origin] of [
      ...ways,
      [fallback?.values[0], fallback?.from ?? ''] as [string | undefined, string],
    ]) {
      if (value === null || value === undefined) continue
      from[field] = origin
      return value
    }
    return null
  }

  const title = firstOf('title', [
    titleLines(record)[0],
    record.headings.length > 0 ? text.from.heading : text.from.firstLine,
  ])
  if (title === null) {
    from.title = text.from.fileName
    warn('title', text.warnings.textTitle)
  }
  const number = docNumber(
    stated('doc_number') ? single('doc_number') : firstOf('doc_number', [head.docNumber, text.from.lines]),
    warn,
  )
  const issuer = stated('issuer') ? null : issuerIn(record, title, number)
  const issuerFrom = issuer?.from ?? (stated('issuer') ? undefined : fallbacks.issuer?.from)
  if (issuerFrom !== undefined) from.issuer = issuerFrom
  const closing = stated('keywords') ? null : closingKeywords(record.paragraphs)
  const statedKeywords = keywords(stated('keywords') ?? (closing ? [closing] : (fallbacks.keywords?.values ?? [])))
  if (statedKeywords.length === 0) from.keywords = text.from.words
  else if (closing) from.keywords = text.from.closing
  const writtenOn = written(record, head, fallbacks, from, today, warn)
  const publishedOn = readDate('published', stated('published') ?? fallbacks.published?.values, today, warn)
  const inForce = stated('effective') ? null : effectiveIn(record.paragraphs, [writtenOn, publishedOn])
  if (inForce !== null) from.effective = text.from.inForce
  const validity = documentValidity(record, fallbacks.validity?.values[0], title ?? '', fileName, warn)
  if (validity.isNoted) from.validity = text.from.validityNote
  const core: CoreDocument = {
    title: squeeze(title ?? limitValue('title', posix.parse(fileName).name, warn)!),
    issuer: joinBodies(stated('issuer') ?? issuer?.names ?? fallbacks.issuer?.values),
    doc_number: number,
    index_number: single('index_number')?.replace(/\s/g, '') ?? null,
    written: writtenOn,
    published: publishedOn,
    effective: inForce ?? readDate('effective', stated('effective') ?? fallbacks.effective?.values, today, warn),
    validity: validity.value,
    topics: topics(stated('topics') ?? fallbacks.topics?.values ?? []),
    keywords: statedKeywords.length > 0 ? statedKeywords : keywordsOf(title ?? '', record.paragraphs),
    speaker: nonEmpty(joinName(firstOf('speaker', [head.speaker, text.from.lines]) ?? '')),
    url: address(single('url'), warn),
    file: fileName,
    paragraphs: record.paragraphs,
    outline: outlineOf(record, head.end),
    derived: [],
    content_hash: createHash('sha256').update(record.paragraphs.join('\n')).digest('hex'),
  }
  const document = enrich(core, record.paragraphs.slice(0, head.end), from)
  document.derived = Object.keys(from).filter((field) => fallbacks[field as RawField]?.from !== from[field as RawField])
  const damaged = record.paragraphs.reduce((count, paragraph) => count + paragraph.split('\ufffd').length - 1, 0)
  if (damaged > 0) warn('paragraphs', text.warnings.replaced(damaged), 'damaged')
  const several = documentNumbersIn(record.paragraphs)
  if (several.length > 0) warn('paragraphs', unread.severalDocuments(several), 'doubtful')
  for (const message of record.unreadable) warn('paragraphs', message, 'damaged')
  for (const { label, values } of record.unused ?? []) warn(label, text.warnings.more(values.join('；')), 'dropped')
  for (const { label, length, beginning } of record.otherTexts ?? [])
    warn(label, text.warnings.otherText(length, beginning), 'dropped')
  for (const { label, values } of record.unplaced ?? [])
    warn(label, text.warnings.unplaced(values.join('；')), 'dropped')
  for (const [label, value] of Object.entries(record.unknown))
    warn(label, text.warnings.unknownLabel(value), 'unknown_label')
  checkDocument(document, warn)
  document.notes = warnings
  return { document, warnings, from }
}

const squeeze = (value: string): string => value.replace(/\s+/g, ' ').trim()
const nonEmpty = (value: string): string | null => (value === '' ? null : value)

/** Several bodies are joined by 、, however the source set them apart; 党 政 办 is one body with its letters spaced. */
function joinBodies(values: string[] | undefined): string | null {
  if (!values) return null
  const bodies = values.flatMap((value) => {
    const words = value.trim().split(/\s+/)
    return words.every((word) => [...word].length === 1) ? [words.join('')] : words
  })
  return nonEmpty(bodies.join('、'))
}

function docNumber(value: string | null, warn: Warn): string | null {
  if (value === null || isNoDocNumber(value)) return null
  const parsed = parseDocNumber(value)
  if (!parsed && !/^[\p{Script=Han}()（）]+第?\s*\d+\s*号$/u.test(value.normalize('NFKC')))
    warn('doc_number', text.warnings.docNumber(value))
  // Orders stay as they are written: 主席令第四十七号 is how they are cited.
  return parsed && parsed.year !== null ? formatDocNumber(parsed) : squeeze(value)
}

function written(
  record: ExtractedRecord,
  head: Head,
  fallbacks: Fallbacks,
  from: Derivation['from'],
  today: string,
  warn: Warn,
): string | null {
  const stated = readDate('written', record.fields.written, today, warn)
  const signature = head.date === null ? signatureDate(record.paragraphs) : null
  const { date, derived } = writtenDate(stated, head.date ?? signature, warn)
  if (derived) from.written = signature === null ? text.from.lines : text.from.signature
  if (date !== null) return date
  if (fallbacks.written) from.written = fallbacks.written.from
  return readDate('written', fallbacks.written?.values, today, warn)
}

function topics(values: string[]): string[] {
  return [...new Set(values.flatMap((value) => value.split(/[;；|\n]/)).flatMap((value) => parseTopic(value) ?? []))]
}

function keywords(values: string[]): string[] {
  return [...new Set(values.flatMap((value) => value.split(/[\s、,，;；]+/)).filter((word) => word !== ''))]
}

function address(value: string | null, warn: Warn): string | null {
  if (value === null) return null
  const full = /^www\./i.test(value) ? `http://${value}` : value
  if (/^https?:\/\//i.test(full) && URL.canParse(full)) return full
  warn('url', text.warnings.url(value), 'dropped')
  return null
}
