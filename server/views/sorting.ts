import type { SearchRequest, Sort } from '../search/types.js'
import { t } from '../text.zh.js'
import { searchUrl } from '../urls.js'

export interface SortLink {
  label: string
  url: string
  current: boolean
}

/** The order a search comes in: its own wish, else relevance with a query and newest without. */
export function effectiveSort({ sort, q }: SearchRequest): keyof typeof t.sorts {
  return sort || (q ? 'relevance' : 'newest')
}

/** All orders the search can have; the default one has no parameter of its own. */
export function sortLinks(request: SearchRequest): SortLink[] {
  const orders: Sort[] = request.q ? ['', 'newest', 'oldest'] : ['', 'oldest']
  return orders.map((sort) => {
    const name = effectiveSort({ ...request, sort })
    return {
      label: t.sorts[name],
      url: searchUrl({ ...request, sort, page: 1 }),
      current: name === effectiveSort(request),
    }
  })
}
