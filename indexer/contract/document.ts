import { z } from 'zod'
import { text } from './text.zh.js'
import { VALIDITIES } from './validity.js'

/** A calendar date known to the year, the month or the day: `2021`, `2021-08`, `2021-08-24`. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, text.document.badDate)

/** A heading of the text: its depth (1 to 4) and the paragraph (counted from 1) that it is. */
export const outlineEntry = z.object({
  level: z.number().int().min(1).max(4),
  paragraph: z.number().int().min(1),
})

/**
 * One document of the archive, as it is stored, shown and given out as JSON.
 * `paragraphs[n - 1]` is what `#p{n}` points at; `derived` names the fields that no source stated.
 */
export const archiveDocument = z.object({
  id: z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, text.document.badId),
  title: z.string().min(1, text.document.noTitle),
  issuer: z.string().min(1).nullable(),
  doc_number: z.string().min(1).nullable(),
  index_number: z.string().min(1).nullable(),
  written: partialDate.nullable(),
  published: partialDate.nullable(),
  effective: partialDate.nullable(),
  validity: z.enum(VALIDITIES),
  topics: z.array(z.string().min(1)),
  keywords: z.array(z.string().min(1)),
  speaker: z.string().min(1).nullable(),
  url: z.url({ protocol: /^https?$/, error: text.document.badUrl }).nullable(),
  /** Path of the file within its source folder, the folder's own name first. */
  file: z.string().min(1),
  paragraphs: z.array(z.string().min(1)).min(1, text.document.noText),
  outline: z.array(outlineEntry),
  derived: z.array(z.string()),
  /** SHA-256 over the paragraphs joined by line feeds, in hex. */
  content_hash: z.string().regex(/^[0-9a-f]{64}$/),
})

export type ArchiveDocument = z.infer<typeof archiveDocument>
export type OutlineEntry = z.infer<typeof outlineEntry>
