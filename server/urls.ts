import type { DocNumber } from '../indexer/contract/doc-number.js'
import { FACETS, type FacetName } from '../indexer/contract/fields.js'
import { DEFAULT_PER_PAGE, newSearch } from './params.js'
import type { QualityRequest } from './search/quality.js'
import type { SearchRequest } from './search/types.js'

/** A parameter of the results page only: what it changes is no part of a search. */
export const COUNT_ALL = 'all'

/**
 * The only place that writes addresses of our own. `searchUrl` is the inverse of `parseSearch` in params.ts: defaults
 * are left out and names stand in one order, so that one search has one address.
 */
export function searchUrl(request: SearchRequest, path = '/search'): string {
  const query = searchParameters(request).toString()
  return query ? `${path}?${query}` : path
}

/** The advanced form for a search. */
export function advancedUrl(request: SearchRequest): string {
  return searchUrl({ ...request, page: 1 }, '/advanced')
}

/** Where a browser puts what was typed into its own search field. */
export function searchTemplate(path = '/search'): string {
  return `${path}?q={searchTerms}`
}

export type FeedFormat = 'atom' | 'rss'

/** All documents of a search as a table. */
export function exportUrl(request: SearchRequest): string {
  return searchUrl({ ...request, page: 1, perPage: DEFAULT_PER_PAGE }, '/search.csv')
}

/** The newest documents of a search as a feed. */
export function feedUrl(request: SearchRequest, format: FeedFormat): string {
  return searchUrl({ ...request, sort: '', page: 1, perPage: DEFAULT_PER_PAGE }, `/search.${format}`)
}

/** The same results, with all occurrences of an exact string counted however many there are. */
export function countedUrl(request: SearchRequest): string {
  return `${searchUrl(request)}&count=${COUNT_ALL}`
}

/** All documents with one value of a facet. */
export function facetUrl(name: FacetName, value: string): string {
  const request = newSearch()
  return searchUrl({ ...request, filters: { ...request.filters, [name]: [value] } })
}

/** The same as name and value pairs, for hidden fields of a form. */
export function searchParameters(request: SearchRequest): URLSearchParams {
  const query = new URLSearchParams()
  const add = (name: string, value: string | null): void => {
    if (value) query.append(name, value)
  }
  add('q', request.q)
  add('mode', request.mode)
  add('scope', request.scope)
  for (const { name } of FACETS) for (const value of request.filters[name]) add(name, value)
  add('from', request.from)
  add('to', request.to)
  add('sort', request.sort)
  if (request.page !== 1) add('page', String(request.page))
  if (request.perPage !== DEFAULT_PER_PAGE) add('per_page', String(request.perPage))
  return query
}

/** A document, or its n-th paragraph (from 1), with what to mark in it, as it is now or in an earlier version. */
export function documentUrl(
  id: string,
  paragraph: number | null = null,
  q = '',
  version: number | null = null,
): string {
  const query = new URLSearchParams({ ...(q ? { q } : {}), ...(version ? { version: String(version) } : {}) })
  return `/d/${encodeURIComponent(id)}${query.size > 0 ? `?${query.toString()}` : ''}${paragraph ? `#p${paragraph}` : ''}`
}

/** A part of the list of all documents for crawlers, counted from 1; null: the index of the parts. */
export function sitemapUrl(part: number | null = null): string {
  return part === null ? '/sitemap.xml' : `/sitemap/${part}.xml`
}

/** The file that a document was read from. */
export function originalUrl(id: string, version: number | null = null): string {
  return `/d/${encodeURIComponent(id)}/original${version ? `?version=${version}` : ''}`
}

/** The quality report: its overview, one kind of entries, those of one key. */
export function qualityUrl(request: Partial<QualityRequest> = {}): string {
  const query = new URLSearchParams()
  if (request.kind) query.set('kind', request.kind)
  if (request.key) query.set('key', request.key)
  if (request.page !== undefined && request.page !== 1) query.set('page', String(request.page))
  return query.size > 0 ? `/quality?${query.toString()}` : '/quality'
}

/** All numbers of one code and year: `/w/国发/2021`; of numbers without a year, `/w/国务院令/-`. */
export function seriesUrl({ code, year }: Pick<DocNumber, 'code' | 'year'>): string {
  return `/w/${encodeURIComponent(code)}/${year ?? '-'}`
}
