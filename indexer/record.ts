import type { DocumentContent } from './contract/document.js'

/** Where a value of a record came from, for `--explain`: a label in the file, a pattern of the path, a constant … */
export interface Provenance {
  /** For people, in the interface language: 元数据表“发布机构”, 路径“{year}”, source.yml constants … */
  from: string
}

/** The fields a source may state. Values are as found: cleaned of white space, not yet checked or put into form. */
export type RawField =
  | 'id'
  | 'title'
  | 'issuer'
  | 'doc_number'
  | 'index_number'
  | 'written'
  | 'published'
  | 'effective'
  | 'validity'
  | 'topics'
  | 'keywords'
  | 'speaker'
  | 'url'
  | 'visibility'

/** One record as an extractor read it from a file, before anything is derived or checked. */
export interface ExtractedRecord {
  /** Which record of the file: null for a file that is one record, else its line or position, from 1. */
  position: number | null
  fields: Partial<Record<RawField, string[]>>
  provenance: Partial<Record<RawField, Provenance>>
  /** Labels with a value that map to no field of the schema: reported, never silently dropped. */
  unknown: Record<string, string>
  paragraphs: string[]
  /** Headings that the file's own mark-up states (Markdown #, HTML h1…): paragraph index from 0, level from 1. */
  headings: { paragraph: number; level: number }[]
  /** Other values of a label that stands there more than once; absent where there are none. */
  unused?: { label: string; values: string[] }[]
  /** Values that stand in a row of metadata and belong to none of its labels; absent where there are none. */
  unplaced?: { label: string; values: string[] }[]
  /** Texts under a label of the text that say something else than the one that was taken; absent where there are none. */
  otherTexts?: { label: string; length: number; beginning: string }[]
  /** Sentences about parts that could not be read, such as scanned pages. */
  unreadable: string[]
}

/** A record or a file that is not in the archive, and why. `record` is the position within the file. */
export interface Rejection {
  file: string
  record: number | null
  field: string | null
  reason: string
}

/** A record that is the very same as one in the archive, and was merged into it. */
export interface MergedRecord {
  /** Id of the document that stands for both. */
  into: string
  /** Path within the archive of the file that it was found in. */
  file: string
  record: number | null
}

/** A part of a file that gave no record, or was read otherwise than it is written: told, and nothing to stop at. */
export interface PartNote {
  /** The position of the record that it is about; null for a part that holds records or none, such as a sheet. */
  record: number | null
  message: string
}

/** What one file gave: records, or a reason why it was skipped whole, and what of it was rejected. */
export interface FileContent {
  records: ExtractedRecord[]
  skipped: string | null
  rejected: Omit<Rejection, 'file'>[]
  /** Absent where there is nothing to tell. */
  notes?: PartNote[]
  /** Whether something that is none of the records was kept back, or not read, and may not be for the public. */
  withheld?: boolean
}

/** A record after derivation and validation, not yet numbered: `identity` gives its id (see identity.ts). */
export type UnnumberedDocument = Omit<DocumentContent, 'id'>
