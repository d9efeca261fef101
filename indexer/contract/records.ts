import type { ArchiveDocument, DocumentContent, Original, Tombstone } from './document.js'
import { HIT_FIELDS, type FilterAttributes } from './fields.js'
import type { NumberAttributes } from './number-keys.js'
import type { RelationAttributes } from './relations.js'

/** What a search result shows of a document; carried by every passage, so that one engine query gives a page. */
export type HitMetadata = Pick<
  ArchiveDocument,
  'id' | 'title' | 'issuer' | 'doc_number' | 'index_number' | 'written' | 'published' | 'validity' | 'topics'
>

/** A document in the `documents` index: everything, with the attributes that filters need. */
export interface DocumentRecord
  extends ArchiveDocument, Omit<FilterAttributes, 'issuer' | 'validity'>, NumberAttributes, RelationAttributes {
  /** SHA-256 over the content: with equal revisions, the passages are the same. */
  revision: string
  /** SHA-256 over all that this record holds: with equal stamps, nothing needs to be written. */
  stamp: string
  /** How many passages belong to it, to be checked before an index goes live. */
  passages: number
  /** Normalised words that it may be looked for by; what the archive's vocabulary is made of. */
  words: string[]
}

/** An earlier version of a document in the `history` index. */
export interface VersionRecord {
  /** `{document id}_{number}`, which no document has for its id. */
  id: string
  kind: 'version'
  stamp: string
  content: DocumentContent
  original: Original | null
}

/** A document that has left, in the `history` index, under the id that it had. */
export interface TombstoneRecord extends Tombstone, NumberAttributes {
  kind: 'tombstone'
  stamp: string
}

export type HistoryRecord = VersionRecord | TombstoneRecord

/** Key of an earlier version's record. */
export function versionKey(id: string, number: number): string {
  return `${id}_${number}`
}

/** Whether a passage is the document's title line (title, numbers, body) or part of its text. */
export type PassageKind = 'title' | 'text'

/** A passage in the `passages` index: about 400 characters of one document, and the unit of matching. */
export interface PassageRecord extends FilterAttributes {
  /** `{document id}_{n}`. */
  id: string
  /** The document's id: results are distinct by it. */
  doc: string
  kind: PassageKind
  /** Number of the first paragraph of the passage, from 1; 0 for the title line. */
  paragraph: number
  /** Offset in that paragraph at which the passage begins, in UTF-16 code units (a long paragraph is cut). */
  offset: number
  /** The original text, a line a paragraph. */
  text: string
  /** Space-separated tokens of `grams.ts`: the only searchable attribute. */
  grams: string
  hit: HitMetadata
  /**
   * Of the title line only: the MinHash signature of the text. A page of results asks for it, and the engine takes long
   * to give a part of the documents' own records, which hold whole texts.
   */
  signature?: string
}

/** The fields of the title line, in order. */
export const TITLE_FIELDS = ['title', 'doc_number', 'index_number', 'issuer', 'speaker'] as const

/** What a reader may look a document up by besides its text: title, numbers, body, speaker. */
export function titleLines(document: Pick<DocumentContent, (typeof TITLE_FIELDS)[number]>): string[] {
  return TITLE_FIELDS.map((name) => document[name]).filter((line) => line !== null)
}

export function hitMetadata(document: DocumentContent): HitMetadata {
  const names = HIT_FIELDS.concat('id') as (keyof DocumentContent)[]
  return Object.fromEntries(names.map((name) => [name, document[name]])) as unknown as HitMetadata
}

/** The one record of the `archive` index: what state of the archive the indexes beside it hold. */
export interface ArchiveState {
  id: 'archive'
  /** Grows by one with every published state; what the server has cached of an older one is dropped. */
  generation: number
  documents: number
  passages: number
  /** When this state was published, ISO 8601. */
  updated: string
  /** Earlier versions and documents that have left. */
  history: number
  /**
   * SHA-256 over all ids, what the documents say and have said, their files, and which have left, but not over when:
   * two states with the same digest are the same archive.
   */
  digest: string
  /** SHA-256 over the same with all times. */
  dated: string
  /** SHA-256 over everything else that decides what the indexes hold: settings, grams, normalisation, dictionary. */
  schema: string
}
