import type { ExtractedRecord } from '../../record.js'
import { text as unread } from '../../text.unread.zh.js'

const PICTURE = /^word\/media\/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|webp)$/i
/** Not the sheets of charts, nor formulas. */
const EMBEDDED = /^word\/embeddings\/[^/]+\.(?:docx?|docm|pdf|wps|ofd)$/i
/** With fewer characters for each of its pictures than this a document may be one that was scanned into it. */
const FEW = 100

export const picturesIn = (names: readonly string[]): number => names.filter((name) => PICTURE.test(name)).length

/** Tells of what is in a document and is no text that could be read: pages as pictures, other documents. */
export function noteUnread(record: ExtractedRecord, names: readonly string[]): void {
  const pictures = picturesIn(names)
  const length = record.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
  if (length < pictures * FEW) record.unreadable.push(unread.pictures(pictures, length))
  const embedded = names.filter((name) => EMBEDDED.test(name)).length
  if (embedded > 0) record.unreadable.push(unread.embedded(embedded))
}
