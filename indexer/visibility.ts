import type { ExtractedRecord } from './record.js'
import { text } from './text.zh.js'
import { isOpenToAll, keepsBack } from './visibility-words.js'

/** A label that nobody knows may be about anything: only what can mean nothing else counts. */
const CLOSED_UNDER_ANY_LABEL = /^(?:依申请公开|不予公开|不公开)$/

/** Whether a value says of itself that something is not for the public: 依申请公开, 不公开. */
export const isClosed = (value: string): boolean => CLOSED_UNDER_ANY_LABEL.test(compacted(value))

/** Whether a value of visibility keeps something back, in whatever words. */
export function isClosedVisibility(value: string): boolean {
  const compact = compacted(value)
  return !isOpenToAll(compact) && keepsBack(compact)
}

/** Why a record is not for the public as far as it is stated; null where it may be read by anybody. */
export function restriction({ fields, unknown }: Pick<ExtractedRecord, 'fields' | 'unknown'>): string | null {
  for (const value of fields.visibility ?? []) {
    const compact = compacted(value)
    if (compact === '' || isOpenToAll(compact)) continue
    // What is not public must never be shown: what nobody understands is left to the operator.
    return keepsBack(compact) ? text.skipped.restricted(compact) : text.skipped.unclearVisibility(compact)
  }
  const closed = Object.values(unknown).find(isClosed)
  return closed === undefined ? null : text.skipped.restricted(compacted(closed))
}

const compacted = (value: string): string => value.normalize('NFKC').replace(/[\s()[\]〔〕【】]/g, '')
