import { NOTE_KINDS } from './notes.js'

/** Everything the quality report tells of, in the order in which it does. */
export const FINDING_KINDS = [
  ...NOTE_KINDS,
  'code_body',
  'duplicate_title',
  'near_duplicate',
  'merged',
  'rejected',
] as const

export type FindingKind = (typeof FINDING_KINDS)[number]

/** One entry of the quality report, as a record of the `quality` index. */
export interface Finding {
  /** Hash of everything else: an entry that stays the same keeps its record. */
  id: string
  kind: FindingKind
  /** What it is about within its kind: a field, a label, an organisation code, the title or group of duplicates. */
  key: string
  /** Id of the document; null for a record that is not in the archive. */
  doc: string | null
  title: string
  issuer: string | null
  /** Path within the archive of the file that it is about. */
  file: string
  message: string
}
