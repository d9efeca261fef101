import { newSearch } from '../params.js'
import type { SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'
import { searchUrl } from '../urls.js'
import { chips, type Chip } from './chips.js'

export interface Suggestion {
  label: string
  url: string
}

/** What a reader can do when nothing was found. */
export interface ZeroResults {
  /** Each with the same search without it. */
  filters: Chip[]
  looser: Suggestion[]
  tips: string[]
}

export function zeroResults(request: SearchRequest): ZeroResults {
  const filters = chips(request)
  const changed = (changes: Partial<SearchRequest>): string => searchUrl({ ...request, page: 1, ...changes })
  const looser: Suggestion[] = []
  if (request.q && request.mode === 'exact') looser.push({ label: t.zero.best, url: changed({ mode: '' }) })
  if (request.q && request.scope) looser.push({ label: t.zero.everywhere, url: changed({ scope: '' }) })
  if (filters.length > 1) looser.push({ label: t.zero.clear, url: clearedUrl(request) })
  if (request.q) looser.push({ label: t.zero.browse, url: searchUrl(newSearch()) })
  return { filters, looser, tips: request.q ? t.zero.tips : [] }
}

/** The same query without any filter. */
export function clearedUrl(request: SearchRequest): string {
  return searchUrl({ ...newSearch(), q: request.q, mode: request.mode, scope: request.scope, sort: request.sort })
}
