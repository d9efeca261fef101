import type { Validity } from '../contract/validity.js'
import type { ExtractedRecord } from '../record.js'
import { text } from '../text.zh.js'
import { readValidity } from './validity.js'
import { validityNote } from './validity-note.js'
import type { Warn } from './warning.js'

/**
 * The validity that a record states, else the one that its title, or the name of a file that is one record, says in
 * brackets (`isNoted`), else the fallback of its source. What none of them states stays 未标注, and so does what cannot
 * be understood: validity is never guessed.
 */
export function documentValidity(
  { fields, position }: ExtractedRecord,
  fallback: string | undefined,
  title: string,
  fileName: string,
  warn: Warn,
): { value: Validity; isNoted: boolean } {
  const read = (value: string | undefined): Validity | null => {
    const known = value === undefined ? null : readValidity(value)
    if (value !== undefined && known === null) warn('validity', text.warnings.validity(value), 'dropped')
    return known
  }
  const stated = read(fields.validity?.[0])
  const noted = validityNote(title, position === null ? fileName : null)
  if (stated !== null && noted !== null && noted !== stated) warn('validity', text.warnings.validityNote(stated, noted))
  return { value: stated ?? noted ?? read(fallback) ?? '未标注', isNoted: stated === null && noted !== null }
}
