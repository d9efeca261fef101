import type { QueryNotice, SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'

/** One sentence a notice about how the query was read. */
export function noticeText(notice: QueryNotice): string {
  switch (notice.kind) {
    case 'unbalanced-quote':
      return notice.phrase === '' ? t.notices.strayQuote : t.notices.unbalancedQuote(notice.phrase)
    case 'too-long':
      return t.notices.tooLong(notice.limit)
    case 'nothing-to-find':
      return t.notices.nothingToFind
    case 'partial-match':
      return t.notices.partialMatch(notice.missing)
  }
}

/**
 * The search as links on the page carry it: of a query that was cut, only what was used, so that a page of a hundred
 * links stays small.
 */
export function linkedRequest(request: SearchRequest, notices: readonly QueryNotice[]): SearchRequest {
  const cut = notices.find((notice) => notice.kind === 'too-long')
  return cut ? { ...request, q: [...request.q].slice(0, cut.limit).join('').trim() } : request
}
