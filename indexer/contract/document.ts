import { z } from 'zod'
import { NOTE_KINDS } from './notes.js'
import { text } from './text.zh.js'
import { VALIDITIES } from './validity.js'

/** A calendar date known to the year, the month or the day: `2021`, `2021-08`, `2021-08-24`. */
const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, text.document.badDate)

/** A heading of the text: its depth (1 to 4) and the paragraph (counted from 1) that it is. */
const outlineEntry = z.object({
  level: z.number().int().min(1).max(4),
  paragraph: z.number().int().min(1),
})

/** Another document that the text names, by its title in 《…》, by its number in standard form, or by both. */
export const reference = z.object({
  title: z.string().min(1).nullable(),
  number: z.string().min(1).nullable(),
  /** The first paragraph that names it, from 1. */
  paragraph: z.number().int().min(1),
})

/** Something about the record that a clerk should look at; `field` is a field's name, or the label of the source. */
export const note = z.object({ kind: z.enum(NOTE_KINDS), field: z.string(), message: z.string() })

/**
 * What a document says, as it was read from its file: all that is searched.
 * `paragraphs[n - 1]` is what `#p{n}` points at; `derived` names the fields that no source stated.
 */
export const documentContent = z.object({
  id: z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, text.document.badId),
  title: z.string().min(1, text.document.noTitle),
  issuer: z.string().min(1).nullable(),
  /** Where each issuing body stands: regions from the outermost to the innermost, then the body: 青梧区/民政局. */
  bodies: z.array(z.string().min(1)),
  doc_number: z.string().min(1).nullable(),
  /** The document number split, the year null where it has none (orders); null where there is no number. */
  doc_number_parts: z
    .object({ code: z.string().min(1), year: z.number().int().nullable(), number: z.number().int() })
    .nullable(),
  index_number: z.string().min(1).nullable(),
  written: partialDate.nullable(),
  published: partialDate.nullable(),
  effective: partialDate.nullable(),
  validity: z.enum(VALIDITIES),
  topics: z.array(z.string().min(1)),
  keywords: z.array(z.string().min(1)),
  speaker: z.string().min(1).nullable(),
  /** The meeting or ceremony that a speech was given at, without 在…上. */
  occasion: z.string().min(1).nullable(),
  place: z.string().min(1).nullable(),
  url: z.url({ protocol: /^https?$/, error: text.document.badUrl }).nullable(),
  /** Path of the file within its source folder, the folder's own name first. */
  file: z.string().min(1),
  paragraphs: z.array(z.string().min(1)).min(1, text.document.noText),
  outline: z.array(outlineEntry),
  derived: z.array(z.string()),
  references: z.array(reference),
  /** MinHash signature of the text in base64 (see minhash.ts); '' where the text is too short to compare. */
  signature: z.string(),
  notes: z.array(note),
  /** SHA-256 over the paragraphs joined by line feeds, in hex. */
  content_hash: z.string().regex(/^[0-9a-f]{64}$/),
})

export type DocumentContent = z.infer<typeof documentContent>

/** One version that a document has had: what it said from one change of its source to the next. */
export interface Version {
  /** From 1; a number once given stays with its text. */
  number: number
  /** When it was first seen, ISO 8601; null where an archive of an older version of this program did not note it. */
  since: string | null
  /** When another one took its place; null for the current version. */
  until: string | null
  title: string
  content_hash: string
}

/** The file that a document was read from, as it is kept in the archive. */
export interface Original {
  /** SHA-256 of its bytes, hex; also where it is kept. */
  sha256: string
  /** In bytes. */
  size: number
  /** The name it is given out under. */
  name: string
  /** The file holds other records too. */
  shared: boolean
}

/** One document of the archive, as it is stored, shown and given out as JSON. */
export interface ArchiveDocument extends DocumentContent {
  /** When the archive first held it, ISO 8601; null where that was not noted. */
  added: string | null
  /** Which of the versions this is. */
  version: number
  /** All versions, the oldest first. */
  versions: Version[]
  original: Original | null
}

/** What is left of a document whose record is gone: enough to tell which one a link or a citation meant. */
export interface Tombstone extends Pick<
  DocumentContent,
  'id' | 'issuer' | 'doc_number' | 'index_number' | 'written' | 'published'
> {
  /** Null, as is all else but the id and when it left, of one that was withdrawn. */
  title: string | null
  /** It left because it is not for the public any more. */
  withdrawn?: true
  added: string | null
  /** When it left, ISO 8601. */
  left: string
  versions: Version[]
}

export type OutlineEntry = z.infer<typeof outlineEntry>
export type Reference = z.infer<typeof reference>
export type Note = z.infer<typeof note>

/** What a document that was stored before there were these fields has in them, until its file is read again. */
export const NOT_ENRICHED = {
  bodies: [],
  doc_number_parts: null,
  occasion: null,
  place: null,
  references: [],
  signature: '',
  notes: [],
} satisfies Partial<DocumentContent>
