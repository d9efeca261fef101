import type { ExtractedRecord, FileContent } from '../record.js'
import { isBlank } from './fields.js'

/** Breaks of lines and pages within a value, and what parts fields and records in old exports. */
const BREAKS = /[\v\f\x1c-\x1f\x85]/g
/** Characters that no text has, no XML may have, and nobody sees; an escape in JSON gives them. */
const CONTROLS = /[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff]/g
// Halves of characters are looked for with the `u` flag: whole ones have none.
const ANY = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\ufffe\uffff\p{Cs}]/u

const clean = (value: string): string =>
  ANY.test(value)
    ? value
        .replace(CONTROLS, '')
        .replace(BREAKS, ' ')
        .replace(/\p{Cs}/gu, '\ufffd')
    : value

/** Takes control characters out of what was read, and paragraphs of nothing else. */
export function withoutControls(content: FileContent): FileContent {
  for (const record of content.records) {
    for (const values of Object.values(record.fields))
      for (const [place, value] of values.entries()) values[place] = clean(value)
    for (const [label, value] of Object.entries(record.unknown)) record.unknown[label] = clean(value)
    cleanParagraphs(record)
  }
  return content
}

function cleanParagraphs(record: ExtractedRecord): void {
  if (!record.paragraphs.some((paragraph) => ANY.test(paragraph))) return
  const cleaned = record.paragraphs.map((paragraph) => clean(paragraph).trim())
  const places: number[] = []
  let count = 0
  for (const paragraph of cleaned) places.push(isBlank(paragraph) ? -1 : count++)
  record.paragraphs = cleaned.filter((_, index) => places[index]! >= 0)
  record.headings = record.headings
    .filter(({ paragraph }) => places[paragraph]! >= 0)
    .map(({ paragraph, level }) => ({ paragraph: places[paragraph]!, level }))
}
