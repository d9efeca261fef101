import type { SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'
import { searchUrl } from '../urls.js'

/** A page number, or a gap between two (`url` null, no number). */
export interface PagerItem {
  label: string
  /** For those who hear it. */
  name: string
  url: string | null
  current: boolean
  gap: boolean
}

export interface Pager {
  previous: string | null
  next: string | null
  items: PagerItem[]
  position: string
}

/** Page numbers shown on either side of the current one. */
const NEIGHBOURS = 2

/** Null where everything is on one page. */
export function pager(request: SearchRequest, total: number): Pager | null {
  return pagerOf(request.page, pageCount(request, total), (page) => searchUrl({ ...request, page }))
}

/** The same for any list: `page` is the one asked for, `url` gives the address of each. */
export function pagerOf(page: number, pages: number, url: (page: number) => string): Pager | null {
  if (pages <= 1) return null
  const current = Math.min(page, pages)
  const items: PagerItem[] = []
  let last = 0
  for (const shown of shownPages(current, pages)) {
    if (shown > last + 1) items.push({ label: '…', name: '', url: null, current: false, gap: true })
    items.push({
      label: String(shown),
      name: t.results.page(shown),
      url: url(shown),
      current: shown === page,
      gap: false,
    })
    last = shown
  }
  return {
    previous: page > 1 ? url(Math.min(page - 1, pages)) : null,
    next: page < pages ? url(page + 1) : null,
    items,
    position: page > pages ? t.results.pages(pages) : t.results.position(current, pages),
  }
}

export function pageCount(request: SearchRequest, total: number): number {
  return Math.ceil(total / request.perPage)
}

/** First, last, the current one and its neighbours; a gap of a single page is filled by that page. */
function shownPages(current: number, pages: number): number[] {
  const shown = new Set([1, pages])
  for (let page = current - NEIGHBOURS; page <= current + NEIGHBOURS; page++) {
    if (page >= 1 && page <= pages) shown.add(page)
  }
  if (shown.has(3)) shown.add(2)
  if (shown.has(pages - 2)) shown.add(pages - 1)
  return [...shown].sort((a, b) => a - b)
}
