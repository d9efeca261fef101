import { FACETS } from '../../indexer/contract/fields.js'
import type { Health } from '../archive.js'
import type { Explanation } from '../search/explain.js'
import { isExact, parseQuery } from '../search/query.js'
import type { Occurrences, QueryNotice, SearchRequest, SearchResult } from '../search/types.js'
import type { Undated } from '../search/undated.js'
import { t } from '../text.zh.js'
import { advancedUrl, countedUrl, searchUrl } from '../urls.js'
import { NO_HINTS, type Hints } from '../vocabulary/hints.js'
import { chips, type Chip } from './chips.js'
import type { NotHeld } from './doc-number.js'
import { emptyNotice, type EmptyNotice } from './empty.js'
import { exportsView, feedLinks, type ExportsView } from './exports.js'
import { facetGroups, type FacetGroup } from './facets.js'
import { shorten, TITLE_LENGTH } from './format.js'
import { hintsView, type HintsView } from './hints.js'
import { hitViews, type HitView } from './hit.js'
import { linkedRequest, noticeViews, type NoticeView } from './notices.js'
import { page, type Page } from './page.js'
import { pageCount, pager, type Pager } from './pager.js'
import { readingOf } from './reading.js'
import { searchForm, type SearchForm } from './search-form.js'
import { sortLinks, type SortLink } from './sorting.js'
import { clearedUrl, termLine, zeroResults, type Suggestion, type TermLine, type ZeroResults } from './zero.js'

/** What the filter column shows as fields of its own. */
const SHOWN_FILTERS = [...FACETS.map(({ name }) => name), 'from', 'to']

export interface ResultsView extends Page {
  /** The one address of this search. */
  url: string
  /** Not seen on the screen, where the search box has the query; read out, and printed. */
  heading: string
  form: SearchForm
  /** The advanced form for this search. */
  advanced: string
  /** 共 N 篇, or 逐字匹配，共 N 篇. */
  total: string
  /** 其中 M 篇完整包含“…”, and the way there; `link` is null where there is nothing to go to. */
  whole: { text: string; link: string | null } | null
  /** Counts what was too much to be counted unasked. */
  countAll: string | null
  /** From exact to best match, and back; null where `whole` or `zero` says as much. */
  other: { label: string; url: string } | null
  /** The query in words, where it has operators. */
  reading: string | null
  notices: NoticeView[]
  /** The query was a number that no document bears. */
  notHeld: NotHeld | null
  hints: HintsView
  chips: Chip[]
  clear: string
  /** What the conditions on the date leave out for want of one, and the way to it. */
  undated: (Suggestion & { text: string }) | null
  facets: FacetGroup[]
  dates: { from: string; to: string }
  /** Whether there is anything to narrow, or to widen again. */
  filterable: boolean
  /** Empty where there is nothing to sort. */
  sorts: SortLink[]
  hits: HitView[]
  /** The number of the first hit, for `<ol start>`. */
  start: number
  pager: Pager | null
  /** Null where there is nothing to take along. */
  exports: ExportsView | null
  /** Of a partial match: how many documents have each term. */
  termCounts: TermLine[] | null
  zero: ZeroResults | null
  /** Takes the place of `zero` while the archive holds nothing. */
  empty: EmptyNotice | null
  /** A page number past the last one. */
  beyond: { text: string; last: Suggestion } | null
}

/** What is known beside the result itself. */
export interface Beside {
  /** Asked for where nothing was found: the archive may hold nothing at all. */
  health: Health | null
  notHeld: NotHeld | null
  occurrences: Occurrences
  /** Asked for where nothing was found; of a partial match, only its terms. */
  explanation: Explanation | null
  hints: Hints
  /** Of a search with conditions on the date. */
  undated: Undated | null
}

const NOTHING_BESIDE: Beside = {
  ...{ health: null, notHeld: null, occurrences: null, explanation: null, undated: null },
  hints: NO_HINTS,
}

export function resultsView(
  asked: SearchRequest,
  result: SearchResult,
  { health, notHeld, occurrences, explanation, hints, undated }: Beside = NOTHING_BESIDE,
): ResultsView {
  const request = linkedRequest(asked, result.notices)
  const empty = health?.documents === 0 ? emptyNotice(health.indexing, searchUrl(request)) : null
  const pages = pageCount(request, result.total)
  return {
    ...page(t.results.title(shorten(asked.q, TITLE_LENGTH), request.page), null, { feeds: feedLinks(request) }),
    url: searchUrl(request),
    heading: t.results.heading(request.q),
    form: searchForm(asked, SHOWN_FILTERS),
    advanced: advancedUrl(request),
    total: notHeld ? t.results.total(result.total) : totalLine(request, result, occurrences),
    whole: wholeLine(request, result),
    countAll: occurrences === 'many' ? countedUrl(request) : null,
    other: result.total > 0 && result.whole === null ? otherMode(request) : null,
    reading: notHeld ? null : readingOf(request),
    notices: noticeViews(noticesFor(result), request),
    notHeld: empty ? null : notHeld,
    hints: hintsView(request, hints, result.total),
    chips: chips(request),
    clear: clearedUrl(request),
    undated: undated && undatedLine(undated),
    facets: facetGroups(request, result.facets),
    dates: { from: request.from ?? '', to: request.to ?? '' },
    filterable: result.total > 0 || chips(request).length > 0,
    sorts: result.total > 0 ? sortLinks(request) : [],
    hits: hitViews(result.hits, request),
    start: (request.page - 1) * request.perPage + 1,
    pager: pager(request, result.total),
    exports: result.total > 0 ? exportsView(request) : null,
    termCounts: result.total > 0 && explanation ? explanation.terms.map(termLine) : null,
    zero: result.total === 0 && !empty && !notHeld && explanation ? zeroResults(request, explanation) : null,
    empty,
    beyond: result.total > 0 && request.page > pages ? beyondLine(request, pages) : null,
  }
}

/** Whether every match is one of the whole string, by its mode or because all of it stands in quotation marks. */
function isExactSearch({ q, mode }: SearchRequest): boolean {
  return isExact(parseQuery(q, mode))
}

function totalLine(request: SearchRequest, { total }: SearchResult, occurrences: Occurrences): string {
  if (!isExactSearch(request)) return t.results.total(total)
  const { exactness } = t
  const places =
    occurrences === 'many'
      ? exactness.many
      : occurrences === null || total === 0
        ? ''
        : ` ${exactness.occurrences(occurrences)}`
  return exactness.total(total) + places
}

/**
 * Where the filters leave nothing of a partial match, what it had has become beside the point; of a query without a word
 * to look for, `zero` says what it is.
 */
function noticesFor({ notices, total }: SearchResult): QueryNotice[] {
  if (notices.some(({ kind }) => kind === 'nothing-to-find')) return notices.filter(({ kind }) => kind === 'too-long')
  return total > 0 ? notices : notices.filter(({ kind }) => kind !== 'partial-match')
}

/** One click from exact to loose and back; a query with operators, or a number, is neither. */
function otherMode(request: SearchRequest): ResultsView['other'] {
  const { required, excluded } = parseQuery(request.q, request.mode)
  const isPlain = required.every((group) => group.length === 1 && !group[0]!.isNumber) && excluded.length === 0
  if (required.length === 0 || !isPlain) return null
  if (isExactSearch(request)) {
    const q = request.mode === 'exact' ? request.q : required.map(([unit]) => unit!.text).join(' ')
    return { label: t.exactness.toLoose, url: searchUrl({ ...request, q, mode: '', page: 1 }) }
  }
  return { label: t.exactness.toExact, url: searchUrl({ ...request, mode: 'exact', page: 1 }) }
}

/**
 * Only where it tells something: in exact mode the total says it, and nobody looks for words with spaces between them,
 * or for a question as it was asked.
 */
function wholeLine(request: SearchRequest, result: SearchResult): ResultsView['whole'] {
  const { whole, total, isQuestion, notices } = result
  if (whole === null || request.mode === 'exact') return null
  const isSaid = total === 0 || notices.some(({ kind }) => kind === 'partial-match')
  if (whole === 0 && (isQuestion || isSaid || /\s/u.test(request.q.trim()))) return null
  const link = whole > 0 && whole < total ? searchUrl({ ...request, mode: 'exact', page: 1 }) : null
  return { text: t.results.whole(whole, request.q), link }
}

function undatedLine({ total, request }: Undated): ResultsView['undated'] {
  return { text: t.results.undated(total), label: t.results.undatedLink, url: searchUrl(request) }
}

function beyondLine(request: SearchRequest, pages: number): ResultsView['beyond'] {
  const last = { label: t.results.beyondLink, url: searchUrl({ ...request, page: pages }) }
  return { text: t.results.beyond(request.page, pages), last }
}
