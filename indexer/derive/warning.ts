import type { Note } from '../contract/document.js'
import type { NoteKind } from '../contract/notes.js'

/** Something about a record that a clerk should look at; the record is in the archive all the same, and keeps it. */
export type FieldWarning = Note

/** Without a kind: the value was taken as it stands, and is doubtful. */
export type Warn = (field: string, message: string, kind?: NoteKind) => void
