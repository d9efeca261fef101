import { answerIn } from '../answer.js'
import { isTextMeaning, labelMeaning, type ExtraLabels, type TextMeaning, type ValidityFlag } from '../labels.js'
import { isUnpublished } from '../publication-state.js'
import type { ExtractedRecord, RawField } from '../record.js'
import { text } from '../text.zh.js'

/** A record with nothing in it yet. */
export function emptyRecord(position: number | null): ExtractedRecord {
  return { position, fields: {}, provenance: {}, unknown: {}, paragraphs: [], headings: [], unreadable: [] }
}

/** True where a string holds nothing to read: white space and invisible characters only. */
export function isBlank(value: string): boolean {
  return !/[^\s\u200b-\u200f\u2060\ufeff]/.test(value)
}

const isAddress = (value: string): boolean => /^(https?:\/\/|www\.)\S+$/i.test(value.trim())

/**
 * Sets the field that a label names, the first label that gives a value counting; `from` says where it was found.
 * Flags of validity become its values. What no one knows goes to `unknown`. Returns the meaning where it is one that
 * the caller must deal with (text of the record), else null.
 */
export function setByLabel(
  record: ExtractedRecord,
  label: string,
  found: string[],
  from: string,
  extra?: ExtraLabels,
): TextMeaning | null {
  const values = found.map((value) => value.trim()).filter((value) => !isBlank(value))
  if (values.length === 0) return null
  const meaning = labelMeaning(label, extra)
  if (isTextMeaning(meaning)) return meaning
  const unpublished = values.find((value) => isUnpublished(label, value, extra))
  if (unpublished !== undefined)
    addVisibility(record, text.unpublished(label.trim().replace(/[:：]$/, ''), unpublished), from)
  else if (meaning === null) record.unknown[label.trim()] = values.join('；')
  else if (meaning === 'address') setAddress(record, label, values, from)
  else if (meaning === 'open') addField(record, 'visibility', values.map(openAnswer), from)
  else if (meaning === 'in_force' || meaning === 'expired' || meaning === 'abolished')
    setFlag(record, meaning, label, values[0]!, from)
  else if (meaning !== 'ignored') addField(record, meaning, values, from)
  return null
}

/** Fields that may have several values have those of all labels that stand for them. */
const MANY: ReadonlySet<RawField> = new Set(['topics', 'keywords', 'visibility'])

function addField(record: ExtractedRecord, field: RawField, values: string[], from: string): void {
  const before = MANY.has(field) ? record.fields[field] : undefined
  if (before) record.fields[field] = [...new Set([...before, ...values])]
  else setField(record, field, values, from)
}

/** Notes what else than a label says of a record's visibility; `from` says where it was found. */
export function addVisibility(record: ExtractedRecord, value: string, from: string): void {
  addField(record, 'visibility', [value], from)
}

function setAddress(record: ExtractedRecord, label: string, values: string[], from: string): void {
  const addresses = values.filter(isAddress)
  if (addresses.length > 0) setField(record, 'url', addresses, from)
  else record.unknown[label.trim()] = values.join('；')
}

/**
 * 废止 is the stronger statement: it stands whichever comes first. That something is not expired or not abolished states
 * nothing; a flag that says neither yes nor no is told.
 */
function setFlag(record: ExtractedRecord, flag: ValidityFlag, label: string, value: string, from: string): void {
  const answer = answerIn(value)
  if (answer === false && flag !== 'in_force') return
  if (answer === null) record.unknown[label.trim()] = value
  else if (flag === 'abolished') overrideField(record, 'validity', ['废止'], from)
  else setField(record, 'validity', [flag === 'in_force' && answer ? '有效' : '失效'], from)
}

/** 是 or 否 for what a program answers the question whether a record is open: 1, false. Others use words of visibility. */
function openAnswer(value: string): string {
  const answer = answerIn(value)
  return answer === null ? value : answer ? '是' : '否'
}

/** Sets a field unless it has a value. */
export function setField(record: ExtractedRecord, field: RawField, values: string[], from: string): void {
  if (record.fields[field] === undefined) overrideField(record, field, values, from)
}

/** Sets a field whatever it had. */
export function overrideField(record: ExtractedRecord, field: RawField, values: string[], from: string): void {
  record.fields[field] = values
  record.provenance[field] = { from }
}

/** Appends lines as paragraphs: trimmed, empty ones left out, nothing else changed. */
export function addParagraphs(record: ExtractedRecord, lines: Iterable<string>): void {
  for (const line of lines) if (!isBlank(line)) record.paragraphs.push(line.trim())
}

export const labelFrom = (label: string): string => text.from.label(label.replace(/[\s:：]/g, ''))
