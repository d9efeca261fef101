import type { ArchiveDocument, DocumentContent } from './document.js'
import { bodiesIn } from './bodies.js'
import { withAncestors } from './topics.js'
import { dayRange } from './dates.js'
import { VALIDITIES } from './validity.js'

/** How the values of a facet are put in order. */
export type FacetOrder = 'count' | 'newest' | 'given'

export interface FacetDefinition {
  /** The name of the URL parameter, of the index attribute and of the JSON key: they are one. */
  name: 'issuer' | 'topic' | 'year' | 'validity'
  order: FacetOrder
  /** Values are paths; a filter on a class includes its subclasses. */
  hierarchical: boolean
  /** For order `given`: all values, in order. */
  values?: readonly string[]
  /** The values of a document, as strings. */
  of: (document: DocumentContent) => string[]
}

export type FacetName = FacetDefinition['name']

/**
 * The field table: every metadata field of a document, once. Index settings, URL parameters, facets, JSON, the
 * metadata table of the document page and exports are derived from it. Labels stand in the interface text under the
 * same names.
 */
export interface FieldDefinition {
  name: keyof ArchiveDocument
  /** Part of a hit of `/api/search`. */
  inHit: boolean
  /** Shown in the metadata table of the document page. */
  inTable: boolean
  /** A filter and a facet built on the field. */
  facet?: FacetDefinition
}

export const FIELDS: readonly FieldDefinition[] = [
  { name: 'title', inHit: true, inTable: true },
  {
    name: 'issuer',
    inHit: true,
    inTable: true,
    facet: {
      name: 'issuer',
      order: 'count',
      hierarchical: false,
      of: (document) => bodiesIn(document.issuer ?? ''),
    },
  },
  { name: 'bodies', inHit: false, inTable: true },
  { name: 'doc_number', inHit: true, inTable: true },
  { name: 'index_number', inHit: true, inTable: true },
  {
    name: 'topics',
    inHit: true,
    inTable: true,
    facet: { name: 'topic', order: 'count', hierarchical: true, of: (document) => withAncestors(document.topics) },
  },
  {
    name: 'written',
    inHit: true,
    inTable: true,
    facet: {
      name: 'year',
      order: 'newest',
      hierarchical: false,
      of: (document) => (document.written ? [document.written.slice(0, 4)] : []),
    },
  },
  { name: 'published', inHit: true, inTable: true },
  { name: 'effective', inHit: false, inTable: true },
  { name: 'added', inHit: false, inTable: true },
  {
    name: 'validity',
    inHit: true,
    inTable: true,
    facet: {
      name: 'validity',
      order: 'given',
      hierarchical: false,
      values: VALIDITIES,
      of: (document) => [document.validity],
    },
  },
  { name: 'speaker', inHit: false, inTable: true },
  { name: 'occasion', inHit: false, inTable: true },
  { name: 'place', inHit: false, inTable: true },
  { name: 'keywords', inHit: false, inTable: true },
  { name: 'url', inHit: false, inTable: true },
  { name: 'file', inHit: false, inTable: true },
]

export const FACETS: readonly FacetDefinition[] = FIELDS.flatMap((field) => (field.facet ? [field.facet] : []))

export const HIT_FIELDS = FIELDS.filter((field) => field.inHit).map((field) => field.name)

/** The attributes that filters and sorting work on, the same on a document's record and on each of its passages. */
export type FilterAttributes = Record<FacetName, string[]> & {
  /** First and last day the written date may mean, as 20210824; absent where there is no date. */
  written_from?: number
  written_to?: number
}

export function filterAttributes(document: DocumentContent): FilterAttributes {
  const attributes = Object.fromEntries(
    FACETS.map((facet) => [facet.name, facet.of(document)]),
  ) as unknown as FilterAttributes
  if (document.written) [attributes.written_from, attributes.written_to] = dayRange(document.written)
  return attributes
}
