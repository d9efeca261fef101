/** What a clerk should look at in a record that is in the archive all the same; kept with the document. */
export const NOTE_KINDS = [
  'published_before_written',
  'number_year',
  'missing',
  'unknown_label',
  'dropped',
  'doubtful',
  'damaged',
] as const

export type NoteKind = (typeof NOTE_KINDS)[number]
