import { dayRange } from '../contract/dates.js'
import { fieldName } from '../contract/field-name.js'
import type { UnnumberedDocument } from '../record.js'
import { text } from '../text.zh.js'
import type { Warn } from './warning.js'

/** Titles of the kinds of documents that bear a number. */
const NUMBERED = /的(通知|意见|决定|批复|通报|函|实施意见|指导意见|请示)$/
/** Stands before what they are about; looked for by itself, since one expression for both takes long on some titles. */
const ABOUT = '关于'

/** Tells what in a document's metadata does not fit together, and what is missing that should be there. */
export function checkDocument(document: UnnumberedDocument, warn: Warn): void {
  const { written, published, doc_number_parts: parts, title } = document
  if (written && published && dayRange(published)[1] < dayRange(written)[0])
    warn('published', text.warnings.publishedBefore(published, written), 'published_before_written')
  if (parts?.year && written && String(parts.year) !== written.slice(0, 4))
    warn('doc_number', text.warnings.numberYear(parts.year, written), 'number_year')
  for (const field of ['issuer', 'written'] as const)
    if (document[field] === null) warn(field, text.warnings.missing(fieldName(field)), 'missing')
  if (document.doc_number === null && isNumbered(title))
    warn('doc_number', text.warnings.missing(fieldName('doc_number')), 'missing')
}

function isNumbered(title: string): boolean {
  const about = title.indexOf(ABOUT)
  return about >= 0 && (NUMBERED.exec(title)?.index ?? 0) > about + ABOUT.length
}
