import { apart, identify } from './identity.js'
import type { UnnumberedDocument } from './record.js'

/** What a record's place in its file held when the file was last read, and what the id was given for. */
export interface FormerRecord {
  document: UnnumberedDocument
  owner: string
}

/**
 * Whether a record is the one that stood in its place of its file with another title: all else that it is known by is the
 * same, and there is enough of that, a number, or a date and the very text.
 */
export function isRetitled(
  document: UnnumberedDocument,
  statedId: string | null,
  position: number | null,
  former: FormerRecord,
): boolean {
  const before = identify({ ...document, title: former.document.title }, statedId)
  if (![before.key, apart(before, document.file, position).key].includes(former.owner)) return false
  if (document.doc_number !== null) return true
  return document.written !== null && document.content_hash === former.document.content_hash
}
