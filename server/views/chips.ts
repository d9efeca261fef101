import { FACETS } from '../../indexer/contract/fields.js'
import type { SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'
import { searchUrl } from '../urls.js'
import { formatDate, formatTopic } from './format.js'

/** One active filter, and the same search without it. */
export interface Chip {
  label: string
  value: string
  removeLabel: string
  removeUrl: string
}

/** Active filters in the order of the field table, then the dates. */
export function chips(request: SearchRequest): Chip[] {
  const without = (changes: Partial<SearchRequest>): string => searchUrl({ ...request, page: 1, ...changes })
  const filters = FACETS.flatMap(({ name, hierarchical }) =>
    request.filters[name].map((value) => {
      const rest = request.filters[name].filter((other) => other !== value)
      const removeUrl = without({ filters: { ...request.filters, [name]: rest } })
      return chip(t.facets[name], hierarchical ? formatTopic(value) : value, removeUrl)
    }),
  )
  if (request.from) filters.push(chip(t.results.chipFrom, formatDate(request.from), without({ from: null })))
  if (request.to) filters.push(chip(t.results.chipTo, formatDate(request.to), without({ to: null })))
  return filters
}

function chip(label: string, value: string, removeUrl: string): Chip {
  return { label, value, removeLabel: t.results.remove(`${label} ${value}`), removeUrl }
}
