import type { RawField } from '../record.js'

/** Every field that a source may state, in the order of the metadata table. */
export const RAW_FIELDS: readonly RawField[] = [
  'id',
  'title',
  'issuer',
  'doc_number',
  'index_number',
  'topics',
  'written',
  'published',
  'effective',
  'validity',
  'keywords',
  'speaker',
  'url',
  'visibility',
]
