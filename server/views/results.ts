import { FACETS } from '../../indexer/contract/fields.js'
import type { Health } from '../archive.js'
import type { SearchRequest, SearchResult } from '../search/types.js'
import { t } from '../text.zh.js'
import { searchUrl } from '../urls.js'
import { chips, type Chip } from './chips.js'
import type { NotHeld } from './doc-number.js'
import { emptyNotice, type EmptyNotice } from './empty.js'
import { facetGroups, type FacetGroup } from './facets.js'
import { hitView, type HitView } from './hit.js'
import { linkedRequest, noticeView, type NoticeView } from './notices.js'
import { page, type Page } from './page.js'
import { pageCount, pager, type Pager } from './pager.js'
import { searchForm, type SearchForm } from './search-form.js'
import { sortLinks, type SortLink } from './sorting.js'
import { clearedUrl, zeroResults, type Suggestion, type ZeroResults } from './zero.js'

/** What the filter column shows as fields of its own. */
const SHOWN_FILTERS = [...FACETS.map(({ name }) => name), 'from', 'to']

export interface ResultsView extends Page {
  /** The one address of this search. */
  url: string
  form: SearchForm
  /** 共 N 篇, or 逐字匹配，共 N 篇. */
  total: string
  /** 其中 M 篇完整包含“…”, and the way there; `link` is null where there is nothing to go to. */
  whole: { text: string; link: string | null } | null
  /** From exact mode to best match. */
  loose: string | null
  notices: NoticeView[]
  /** The query was a number that no document bears. */
  notHeld: NotHeld | null
  chips: Chip[]
  clear: string
  facets: FacetGroup[]
  dates: { from: string; to: string }
  sorts: SortLink[]
  hits: HitView[]
  /** The number of the first hit, for `<ol start>`. */
  start: number
  pager: Pager | null
  zero: ZeroResults | null
  /** Takes the place of `zero` while the archive holds nothing. */
  empty: EmptyNotice | null
  /** A page number past the last one. */
  beyond: { text: string; last: Suggestion } | null
}

/** `health` is asked for where nothing was found: the archive may hold nothing at all. */
export function resultsView(
  asked: SearchRequest,
  result: SearchResult,
  health: Health | null,
  notHeld: NotHeld | null = null,
): ResultsView {
  const request = linkedRequest(asked, result.notices)
  const empty = health?.documents === 0 ? emptyNotice(health.indexing, searchUrl(request)) : null
  const pages = pageCount(request, result.total)
  return {
    ...page(t.results.title(asked.q), null),
    url: searchUrl(request),
    form: searchForm(asked, SHOWN_FILTERS),
    total: request.q && request.mode === 'exact' ? t.results.exactTotal(result.total) : t.results.total(result.total),
    whole: wholeLine(request, result),
    loose: request.q && request.mode === 'exact' ? searchUrl({ ...request, mode: '', page: 1 }) : null,
    notices: result.notices.map((notice) => noticeView(notice, request)),
    notHeld: empty ? null : notHeld,
    chips: chips(request),
    clear: clearedUrl(request),
    facets: facetGroups(request, result.facets),
    dates: { from: request.from ?? '', to: request.to ?? '' },
    sorts: sortLinks(request),
    hits: result.hits.map((hit) => hitView(hit, request)),
    start: (request.page - 1) * request.perPage + 1,
    pager: pager(request, result.total),
    zero: result.total === 0 && !empty && !notHeld ? zeroResults(request) : null,
    empty,
    beyond: result.total > 0 && request.page > pages ? beyondLine(request, pages) : null,
  }
}

/** Only where it tells something: in exact mode the total says it already. */
function wholeLine(request: SearchRequest, { whole }: SearchResult): ResultsView['whole'] {
  if (whole === null || request.mode === 'exact') return null
  const link = whole > 0 ? searchUrl({ ...request, mode: 'exact', page: 1 }) : null
  return { text: t.results.whole(whole, request.q), link }
}

function beyondLine(request: SearchRequest, pages: number): ResultsView['beyond'] {
  const last = { label: t.results.beyondLink, url: searchUrl({ ...request, page: pages }) }
  return { text: t.results.beyond(request.page, pages), last }
}
