import { dayRange, parseDate } from '../indexer/contract/dates.js'
import { FACETS, type FacetName } from '../indexer/contract/fields.js'
import { parseFilters, type Problem } from './filter-params.js'
import type { Mode, Scope, SearchRequest, Sort } from './search/types.js'
import { t } from './text.zh.js'

export const DEFAULT_PER_PAGE = 10
const MAX_PER_PAGE = 100
const MAX_PAGE = 1_000_000
export const MODES: readonly Mode[] = ['', 'exact']
export const SCOPES: readonly Scope[] = ['', 'title', 'text']
const SORTS: readonly Sort[] = ['', 'newest', 'oldest']

/** The request is always a usable one: what was wrong with it is left out of it and named in `problems`. */
export interface ParsedSearch {
  request: SearchRequest
  problems: Problem[]
  /** The dates as they were typed, to be put right in the form. */
  typed: { from: string; to: string }
}

/** How a document is to be shown: with the marks of a query, in one of its versions. */
export interface DocumentVisit {
  q: string
  /** Null for the current one. */
  version: number | null
  problem: Problem | null
}

/** A search with all defaults, except for what is given. */
export function newSearch(given: Partial<SearchRequest> = {}): SearchRequest {
  const filters = Object.fromEntries(FACETS.map(({ name }) => [name, []])) as unknown as Record<FacetName, string[]>
  const defaults = { q: '', mode: '', scope: '', filters, from: null, to: null, sort: '', page: 1 } as const
  return { ...defaults, perPage: DEFAULT_PER_PAGE, ...given }
}

/** Reads the parameters of `/search`, `/api/search` and whatever else shows a search. Unknown names are ignored. */
export function parseSearch(query: URLSearchParams): ParsedSearch {
  const problems: Problem[] = []
  const reject = (name: ValueName, value: string): null => {
    problems.push({ name, value, message: t.problems[name](value) })
    return null
  }
  const one = <T>(name: ValueName, fallback: T, parse: (value: string) => T | null): T => {
    const value = lastOf(query, name)
    return value ? (parse(value) ?? reject(name, value) ?? fallback) : fallback
  }
  const request = newSearch({
    q: lastOf(query, 'q'),
    mode: one<Mode>('mode', '', (value) => oneOf(MODES, value)),
    scope: one<Scope>('scope', '', (value) => oneOf(SCOPES, value)),
    from: one<string | null>('from', null, parseDate),
    to: one<string | null>('to', null, parseDate),
    sort: one<Sort>('sort', '', (value) => oneOf(SORTS, value)),
    page: one('page', 1, pageNumber),
    perPage: one('per_page', DEFAULT_PER_PAGE, (value) => wholeNumber(value, MAX_PER_PAGE)),
  })
  const facets = parseFilters(query)
  request.filters = facets.filters
  problems.push(...facets.problems)
  const { from, to } = request
  if (from && to && dayRange(from)[0] > dayRange(to)[1]) {
    problems.push({ name: 'from', value: from, message: t.dateOrder(from, to) })
    request.from = request.to = null
  }
  return { request, problems, typed: { from: lastOf(query, 'from'), to: lastOf(query, 'to') } }
}

/** Reads the parameters of `/d/{id}`, the inverse of `documentUrl`. */
export function parseVisit(query: URLSearchParams): DocumentVisit {
  const value = lastOf(query, 'version')
  const version = value ? wholeNumber(value, MAX_PAGE) : null
  const problem = value && version === null ? { name: 'version', value, message: t.versions.bad(value) } : null
  return { q: lastOf(query, 'q'), version, problem }
}

/** Control characters, and those that turn the direction of what follows them round: pasted, never written. */
const UNSEEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu

/** Of a name that has one value, the last one that says something: whoever adds `page=2` to an address wants that page. */
export function lastOf(query: URLSearchParams, name: string): string {
  const values = query.getAll(name).map((value) => value.replace(UNSEEN, ' ').trim())
  return values.findLast((value) => value !== '') ?? ''
}

type ValueName = keyof typeof t.problems

function oneOf<T extends string>(values: readonly T[], value: string): T | null {
  return values.find((known) => known === value) ?? null
}

/** The number of a page, from 1 on; null for anything else. */
export const pageNumber = (value: string): number | null => wholeNumber(value, MAX_PAGE)

function wholeNumber(value: string, max: number): number | null {
  const digits = value.normalize('NFKC')
  return /^\d{1,9}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= max ? Number(digits) : null
}
