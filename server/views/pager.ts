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
  const pages = pageCount(request, total)
  if (pages <= 1) return null
  const url = (page: number): string => searchUrl({ ...request, page })
  const current = Math.min(request.page, pages)
  const items: PagerItem[] = []
  let last = 0
  for (const page of shownPages(current, pages)) {
    if (page > last + 1) items.push({ label: '…', name: '', url: null, current: false, gap: true })
    items.push({ label: String(page), name: t.results.page(page), url: url(page), current: page === request.page, gap: false })
    last = page
  }
  return {
    previous: request.page > 1 ? url(Math.min(request.page - 1, pages)) : null,
    next: request.page < pages ? url(request.page + 1) : null,
    items,
    position: t.results.position(current, pages),
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
