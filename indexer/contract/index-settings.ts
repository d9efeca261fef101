import { createHash } from 'node:crypto'
import type { Settings } from 'meilisearch'
import { FACETS } from './fields.js'
import { RELATION_ATTRIBUTES } from './relations.js'
import { dictionaryVersion } from './words/dictionary.js'
import { generalDictionaryVersion } from './words/general-dictionary.js'

/** Names of the live indexes, and of the set that the next state of the archive is built in, aside. */
export const INDEXES = {
  documents: 'zhengyan_documents',
  passages: 'zhengyan_passages',
  history: 'zhengyan_history',
  quality: 'zhengyan_quality',
  archive: 'zhengyan_archive',
  words: 'zhengyan_words',
} as const
export const NEXT_INDEXES = {
  documents: 'zhengyan_documents_next',
  passages: 'zhengyan_passages_next',
  history: 'zhengyan_history_next',
  quality: 'zhengyan_quality_next',
  archive: 'zhengyan_archive_next',
  words: 'zhengyan_words_next',
} as const

export type IndexRole = keyof typeof INDEXES

/** More than any archive has: totals and facet counts are never cut. */
const NO_LIMIT = 100_000_000

const filterable = [...FACETS.map((facet) => facet.name), 'written_from', 'written_to']
const common: Settings = {
  sortableAttributes: ['written_from', 'written_to', 'id', 'doc'],
  typoTolerance: { enabled: false },
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
  /** Passages are sets of grams: nearness of words means nothing in them, and is half of the cost of indexing. */
  proximityPrecision: 'byAttribute',
  rankingRules: ['words', 'sort'],
  pagination: { maxTotalHits: NO_LIMIT },
  faceting: { maxValuesPerFacet: NO_LIMIT, sortFacetValuesBy: { '*': 'alpha' } },
}

export const INDEX_SETTINGS: Record<IndexRole, Settings> = {
  documents: {
    ...common,
    searchableAttributes: ['id'],
    filterableAttributes: [
      ...[...filterable, 'id', 'number_series', 'number_serial', 'index_key', 'revision'],
      // Looked up by equality alone: many values a document, of which no order and no search is needed.
      {
        attributePatterns: [...RELATION_ATTRIBUTES],
        features: { facetSearch: false, filter: { equality: true, comparison: false } },
      },
    ],
    sortableAttributes: ['number_serial', 'written_from', 'id'],
    prefixSearch: 'disabled',
  },
  passages: {
    ...common,
    searchableAttributes: ['grams'],
    filterableAttributes: [...filterable, 'doc', 'kind'],
    /** Without the grams: the engine would turn them into JSON for every hit, to throw them away then. */
    displayedAttributes: ['doc', 'kind', 'paragraph', 'offset', 'text', 'hit', 'signature'],
    /** A single character is searched as the beginning of the bigrams it begins. */
    prefixSearch: 'indexingTime',
  },
  /** Looked up by id, or by number, never searched: what has been said, or has left, is in no total. */
  history: {
    searchableAttributes: ['id'],
    filterableAttributes: ['id', 'number_series', 'number_serial', 'index_key'],
    prefixSearch: 'disabled',
    pagination: { maxTotalHits: NO_LIMIT },
  },
  /** What the quality report tells, filtered and counted by kind and by what it is about. */
  quality: {
    searchableAttributes: ['id'],
    filterableAttributes: ['id', 'kind', 'key', 'doc'],
    sortableAttributes: ['key', 'id'],
    rankingRules: ['sort'],
    prefixSearch: 'disabled',
    pagination: { maxTotalHits: NO_LIMIT },
    faceting: { maxValuesPerFacet: NO_LIMIT, sortFacetValuesBy: { '*': 'alpha' } },
  },
  archive: { searchableAttributes: ['id'], prefixSearch: 'disabled' },
  words: {
    ...common,
    searchableAttributes: ['grams', 'pinyin', 'initials'],
    filterableAttributes: ['id', 'kind', 'keys'],
    sortableAttributes: ['weight'],
    displayedAttributes: ['id', 'kind', 'text', 'run', 'documents', 'weight', 'pinyin', 'initials'],
    /** Pinyin is found by its beginning. */
    prefixSearch: 'indexingTime',
  },
}

/** To be raised with every change of normalisation, grams, passages or names that the settings do not show. */
const RECORD_FORMAT = 8

/**
 * What `ArchiveState.schema` is for the indexes that this version writes and reads, with the user dictionary as it is
 * now and the version of nodejieba, whose dictionary is the rest of it: words of the archive were cut and found by both.
 */
export function archiveSchema(): string {
  return createHash('sha256')
    .update(JSON.stringify([RECORD_FORMAT, INDEX_SETTINGS, dictionaryVersion(), generalDictionaryVersion()]))
    .digest('hex')
}
