import type { QueryNotice, SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'
import { searchUrl } from '../urls.js'

/** A sentence about how the query was read, and other ways to read it. */
export interface NoticeView {
  text: string
  links: { label: string; url: string }[]
  /** Good to know, and no reason to change the query. */
  quiet: boolean
}

/** All that is to be said, the quiet first; what of several words is the same is said once. */
export function noticeViews(notices: readonly QueryNotice[], request: SearchRequest): NoticeView[] {
  const synonyms = notices.filter((notice) => notice.kind === 'synonyms')
  const dates = notices.flatMap((notice) => (notice.kind === 'dated' ? [notice.of] : []))
  const quiet = [
    ...(synonyms.length > 0 ? [t.notices.synonyms(synonyms)] : []),
    ...(dates.length > 0 ? [t.notices.dated(dates)] : []),
  ]
  return [
    ...quiet.map((text) => ({ text, links: [], quiet: true })),
    ...notices.filter(isLoud).map((notice) => noticeView(notice, request)),
  ]
}

type LoudNotice = Exclude<QueryNotice, { kind: 'synonyms' | 'dated' }>

const isLoud = (notice: QueryNotice): notice is LoudNotice => notice.kind !== 'synonyms' && notice.kind !== 'dated'

function noticeView(notice: LoudNotice, request: SearchRequest): NoticeView {
  return { ...sentence(notice, request), quiet: false }
}

function sentence(notice: LoudNotice, request: SearchRequest): Omit<NoticeView, 'quiet'> {
  const link = (label: string, changes: Partial<SearchRequest>) => ({
    label,
    url: searchUrl({ ...request, page: 1, ...changes }),
  })
  /** The query as it was understood, written so that nothing is odd about it. */
  const rewritten = (q: string) => (q === '' ? [] : [link(t.notices.rewrite(q), { q })])
  switch (notice.kind) {
    case 'unbalanced-quote':
      return notice.phrase === ''
        ? { text: t.notices.strayQuote, links: rewritten(notice.rewrite) }
        : {
            text: t.notices.unbalancedQuote(notice.phrase),
            links: [...rewritten(notice.rewrite), link(t.notices.asWords, { q: withoutQuotes(request.q) })],
          }
    case 'empty-quotes':
      return { text: t.notices.emptyQuotes, links: rewritten(notice.rewrite) }
    case 'lone-operator':
      return { text: t.notices.loneOperator, links: rewritten(notice.rewrite) }
    case 'operators-in-exact':
      return { text: t.notices.operatorsInExact, links: [link(t.notices.asOperators, { mode: '' })] }
    case 'too-long':
      return { text: t.notices.tooLong(notice.limit), links: [] }
    case 'too-many':
      return { text: t.notices.tooMany(notice.limit), links: [] }
    case 'nothing-to-find':
      return { text: t.notices.nothingToFind, links: [] }
    case 'narrowed':
      return { text: t.notices.narrowed, links: [link(t.notices.ranked, { sort: '' })] }
    case 'earliest-first':
      return { text: t.notices.earliestFirst, links: [link(t.notices.inOrderOfTime, { sort: 'oldest' })] }
    case 'partial-match':
      return { text: t.notices.partialMatch(notice.missing), links: [] }
  }
}

const withoutQuotes = (q: string): string =>
  q
    .replace(/["“”„‟〝〞〟＂「」『』‘’]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * The search as links on the page carry it: of a query that was cut, only what was used, so that a page of a hundred
 * links stays small.
 */
export function linkedRequest(request: SearchRequest, notices: readonly QueryNotice[]): SearchRequest {
  const cut = notices.find((notice) => notice.kind === 'too-long')
  return cut ? { ...request, q: [...request.q].slice(0, cut.limit).join('').trim() } : request
}
