import type { ExtractedRecord, RawField } from '../record.js'
import type { Fallbacks } from '../sources/apply-source.js'
import { text } from '../text.zh.js'
import type { Warn } from './warning.js'

/** Characters (UTF-16 code units) of a value, for each field: several times what is met in records. */
const LONGEST: Record<RawField, number> = {
  ...{ id: 200, title: 500, issuer: 1000, doc_number: 200, index_number: 200, speaker: 200, url: 2000 },
  ...{ written: 64, published: 64, effective: 64, validity: 64, topics: 500, keywords: 2000, visibility: 64 },
}
/** Of these a part is worth something; a part of a date or an address would be another one. */
const CUT: ReadonlySet<RawField> = new Set(['title', 'issuer', 'speaker', 'topics', 'keywords'])
/** Values of one field. */
const MOST_VALUES = 100
/** Characters that are shown of what is left out. */
const SHOWN = 60

/** Nothing that is read has so many invisible characters in a row. */
const INVISIBLE_RUN = /\p{Cf}{64,}/gu

/**
 * Cuts the values of a record's fields to a length that no real one has, so that nothing derived from them costs more
 * than a text is worth; `warn` is told what is left out. What is white or invisible is taken out of long ones before.
 */
export function limitFields(fields: ExtractedRecord['fields'], warn: Warn): ExtractedRecord['fields'] {
  const limited: ExtractedRecord['fields'] = {}
  for (const [field, values] of Object.entries(fields) as [RawField, string[]][]) {
    const kept = limitValues(field, values, warn)
    if (kept.length > 0 || values.length === 0) limited[field] = kept
  }
  return limited
}

/** The same for what a source gives where neither the file nor its text does. */
export function limitFallbacks(fallbacks: Fallbacks, warn: Warn): Fallbacks {
  const limited: Fallbacks = {}
  for (const [field, { values, from }] of Object.entries(fallbacks) as [RawField, Fallbacks[RawField] & object][])
    limited[field] = { values: limitValues(field, values, warn), from }
  return limited
}

function limitValues(field: RawField, values: string[], warn: Warn): string[] {
  if (values.length > MOST_VALUES) {
    const rest = values.slice(MOST_VALUES)
    warn(field, text.warnings.manyValues(MOST_VALUES, rest.length, rest.join('；').slice(0, SHOWN)), 'dropped')
  }
  return values.slice(0, MOST_VALUES).flatMap((value) => limitValue(field, value, warn) ?? [])
}

/** One value of a field as long as it may be; null where it is longer and no part of it is worth anything. */
export function limitValue(field: RawField, value: string, warn: Warn): string | null {
  const longest = LONGEST[field]
  if (value.length <= longest) return value
  // The first of several white characters stays: lines part values.
  const dense = value
    .replace(/\p{Cf}+/gu, '')
    .replace(/(\s)\s+/g, '$1')
    .trim()
  if (dense.length <= longest) return dense
  // No half of a surrogate pair.
  const kept = CUT.has(field) ? dense.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '') : ''
  const rest = dense.slice(kept.length)
  warn(field, text.warnings.longValue(longest, rest.length, rest.slice(0, SHOWN)), 'dropped')
  return kept === '' ? null : kept
}

/** Paragraphs without long runs of invisible characters, which are no text and make some expressions take very long. */
export function withoutInvisibleRuns(paragraphs: string[], warn: Warn): string[] {
  let dropped = 0
  const visible = paragraphs.map((paragraph) =>
    paragraph.replace(INVISIBLE_RUN, (run) => {
      dropped += run.length
      return ''
    }),
  )
  if (dropped > 0) warn('paragraphs', text.warnings.invisible(dropped), 'dropped')
  return dropped > 0 ? visible : paragraphs
}
