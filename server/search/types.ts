import type { FacetName } from '../../indexer/contract/fields.js'
import type { HitMetadata } from '../../indexer/contract/records.js'

export type Mode = '' | 'exact'
export type Scope = '' | 'title' | 'text'
export type Sort = '' | 'newest' | 'oldest'

/** What `/search`, `/api/search`, feeds and exports are asked, parsed and checked. */
export interface SearchRequest {
  q: string
  mode: Mode
  scope: Scope
  /** Values of each facet filter: OR within one name, AND between names. */
  filters: Record<FacetName, string[]>
  /** Written-date range, as partial ISO dates (`2021`, `2021-08`, `2021-08-24`), both ends included. */
  from: string | null
  to: string | null
  sort: Sort
  /** From 1. */
  page: number
  /** 1 to 100. */
  perPage: number
}

/** Start and end offset, in UTF-16 code units. */
export type Mark = [start: number, end: number]

export interface Snippet {
  /** Number of the paragraph, from 1: the link is `#p{paragraph}`. */
  paragraph: number
  text: string
  marks: Mark[]
}

export interface SearchHit extends HitMetadata {
  titleMarks: Mark[]
  snippets: Snippet[]
  /** The id of an earlier hit of the same page with nearly the same text. */
  sameAs: string | null
}

export interface FacetValue {
  value: string
  count: number
  selected: boolean
}

/** Something to tell the reader about how the query was read; the words stand in the interface text. */
export type QueryNotice =
  /** A quotation mark without its partner: what followed it was taken as a phrase; `rewrite` is the query so read. */
  | { kind: 'unbalanced-quote'; phrase: string; rewrite: string }
  /** Quotation marks around nothing. */
  | { kind: 'empty-quotes'; rewrite: string }
  /** An operator with nothing to work on, or two that cannot work together. */
  | { kind: 'lone-operator'; rewrite: string }
  /** In mode exact, operators are text. */
  | { kind: 'operators-in-exact' }
  /** Only the first `limit` characters were used. */
  | { kind: 'too-long'; limit: number }
  /** Only the first `limit` things of those typed apart were looked for. */
  | { kind: 'too-many'; limit: number }
  /** The query holds nothing to search for (punctuation, exclusions only). */
  | { kind: 'nothing-to-find' }
  /** No document has all words; these have most of them. */
  | { kind: 'partial-match'; missing: string[] }
  /** In order of time, a question finds only what has most of it. */
  | { kind: 'narrowed' }
  /** Asked when something was first said: the oldest documents that say it come first. */
  | { kind: 'earliest-first' }
  /** A word was looked for in other words, too. */
  | { kind: 'synonyms'; of: string; others: string[] }
  /** A time, typed apart: what was written then counts as naming it. */
  | { kind: 'dated'; of: string }

/** How often the phrases of an exact query occur; null for any other query, 'many' where nobody waits for the count. */
export type Occurrences = number | 'many' | null

export interface SearchResult {
  /** Exact number of documents. */
  total: number
  hits: SearchHit[]
  /** Counts are exact numbers of documents; a facet's own selection does not narrow its own values. */
  facets: Record<FacetName, FacetValue[]>
  notices: QueryNotice[]
  /** Number of documents that contain the whole query as one string; null where the question does not arise. */
  whole: number | null
  /** A question in a sentence, or for the newest: nobody expects that it stands anywhere as it was typed. */
  isQuestion: boolean
  /** What is marked in the texts: strings as the reader typed them. */
  terms: string[]
  tookMs: number
}
