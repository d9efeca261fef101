import { FACETS } from '../../indexer/contract/fields.js'
import { newSearch } from '../params.js'
import type { Explanation, Relaxed, TermCount } from '../search/explain.js'
import { parseQuery } from '../search/query.js'
import type { SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'
import { searchUrl } from '../urls.js'
import { formatDate, formatTopic } from './format.js'

/** Of the values of a facet that is left out, so many are named. */
const NAMED_VALUES = 3

export interface Suggestion {
  label: string
  url: string
}

/** A term and how many documents have it; `url` is null where there are none. */
export interface TermLine {
  term: string
  count: string
  url: string | null
}

/** Why nothing was found, and what a reader can do. */
export interface ZeroResults {
  heading: string
  /** Where nothing could be looked for: what was typed instead. */
  reason: string | null
  terms: TermLine[]
  /** The same search with something left out, as far as that finds anything. */
  relaxed: Suggestion[]
  /** What was left out in vain. */
  inVain: string | null
  more: Suggestion[]
  tips: string[]
}

export function zeroResults(request: SearchRequest, explanation: Explanation): ZeroResults {
  const { required, excluded } = parseQuery(request.q, request.mode)
  const isEmpty = request.q.trim() !== '' && required.length === 0
  return isEmpty ? nothingAsked(excluded.map(({ text }) => text)) : nothingFound(request, explanation)
}

const browse = (): Suggestion => ({ label: t.zero.browse, url: searchUrl(newSearch()) })

/** Only operators, marks or exclusions were typed: whether a word is well chosen is no question. */
function nothingAsked(excluded: readonly string[]): ZeroResults {
  const { heading, reason, onlyExcluded, tips } = t.zero.nothing
  const nothing = { terms: [], relaxed: [], inVain: null }
  return { ...nothing, heading, reason: excluded.length > 0 ? onlyExcluded(excluded) : reason, tips, more: [browse()] }
}

function nothingFound(request: SearchRequest, { terms, relaxed }: Explanation): ZeroResults {
  const vain = relaxed.filter(({ total }) => total === 0).map((one) => label(one, request))
  return {
    heading: t.zero.heading,
    reason: null,
    terms: terms.map(termLine),
    relaxed: relaxed
      .filter(({ total }) => total > 0)
      .map((one) => ({ label: t.zero.withCount(label(one, request), one.total), url: searchUrl(one.request) })),
    inVain: vain.length > 0 ? t.zero.inVain(vain) : null,
    more: request.q ? [browse()] : [],
    tips: request.q ? t.zero.tips : [],
  }
}

export function termLine({ text, request, total, everywhere }: TermCount): TermLine {
  const term = t.zero.term(text)
  if (total > 0) return { term, count: t.zero.found(total), url: searchUrl(request) }
  if (everywhere && everywhere.total > 0) {
    return { term, count: t.zero.foundElsewhere(everywhere.total), url: searchUrl(everywhere.request) }
  }
  return { term, count: t.zero.absent, url: null }
}

function label({ relaxation }: Relaxed, request: SearchRequest): string {
  const { kind } = relaxation
  if (kind !== 'filter') {
    const dates = { from: formatDate(request.from ?? ''), to: formatDate(request.to ?? '') }
    return kind === 'from' || kind === 'to' ? t.zero.dropDate[kind](dates[kind]) : t.zero.relax[kind]
  }
  const { name, values } = relaxation
  const isPath = FACETS.find((facet) => facet.name === name)?.hierarchical ?? false
  const named = values.slice(0, NAMED_VALUES).map((value) => (isPath ? formatTopic(value) : value))
  return t.zero.dropFilter(t.facets[name], named, values.length)
}

/** The same query without any filter. */
export function clearedUrl(request: SearchRequest): string {
  return searchUrl({ ...newSearch(), q: request.q, mode: request.mode, scope: request.scope, sort: request.sort })
}
