import type { ArchiveDocument } from '../../indexer/contract/document.js'
import { fieldName } from '../../indexer/contract/field-name.js'
import type { NoteKind } from '../../indexer/contract/notes.js'
import { t } from '../text.zh.js'

/** Of what a clerk should look at, that which makes something on the page doubtful; the rest is about what is not on it. */
const DOUBTS: readonly NoteKind[] = ['published_before_written', 'number_year', 'doubtful', 'damaged']

/** A sentence for each value of the page that a reader should not rely on unseen. */
export function doubts({ notes }: Pick<ArchiveDocument, 'notes'>): string[] {
  return notes
    .filter(({ kind }) => DOUBTS.includes(kind))
    .map(({ field, message }) => sentence(fieldName(field), message))
}

/** What is said of several fields names them itself: 发布日期 2021-08-20 早于成文日期 2021-08-24. */
function sentence(label: string, message: string): string {
  return message.startsWith(label) ? message : t.document.doubt(label, message)
}
