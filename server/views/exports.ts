import type { SearchRequest } from '../search/types.js'
import { exportUrl, feedUrl } from '../urls.js'
import type { FeedLink } from './page.js'
import { feedTitle } from './feed.js'

/** What results can be taken along as. */
export interface ExportsView {
  csv: string
  atom: string
  rss: string
}

export function exportsView(request: SearchRequest): ExportsView {
  return { csv: exportUrl(request), atom: feedUrl(request, 'atom'), rss: feedUrl(request, 'rss') }
}

/** For feed readers that look for it in the page. */
export function feedLinks(request: SearchRequest): FeedLink[] {
  return [{ type: 'application/atom+xml', title: feedTitle(request), url: feedUrl(request, 'atom') }]
}
