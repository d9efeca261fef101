import type { DocNumber } from '../../indexer/contract/doc-number.js'
import { mentionsSearch, type AskedNumber } from '../search/asked-number.js'
import type { HeldSeries, NumberedHit, NumberHoldings } from '../search/numbers.js'
import { t } from '../text.zh.js'
import { documentUrl, searchUrl, seriesUrl } from '../urls.js'
import { hitSummary, type HitSummary } from './hit.js'
import { page, type Page } from './page.js'
import { simpleSearchForm } from './search-form.js'

export interface NumberLink {
  label: string
  url: string
}

/** What is said about a number that no document bears. */
export interface NotHeld {
  heading: string
  hint: string
  /** Where one bore it and has left: what is known of it. */
  departed: NumberLink[]
  neighbours: (NumberLink & { title: string })[]
  series: NumberLink | null
  /** Where there is no series: that of the nearest year. */
  nearest: NumberLink | null
  /** Documents that speak of it. */
  mentions: NumberLink | null
  noMentions: string | null
}

/** `mentions`: number of documents whose text has the number. */
export function notHeld({ text, number }: AskedNumber, holdings: NumberHoldings, mentions: number): NotHeld {
  const { departed, lower, higher, inSeries, nearest } = holdings
  const series = number && inSeries > 0 ? t.docNumber.series(number.code, number.year) : null
  return {
    heading: t.docNumber.none(text),
    hint: departed.length > 0 ? t.docNumber.departedHint : t.docNumber.noneHint,
    departed: departed.map(({ id, title }) => ({ label: title ?? id, url: documentUrl(id) })),
    neighbours: [...lower.toReversed(), ...higher].map((hit) => ({
      label: hit.doc_number ?? '',
      title: hit.title,
      url: documentUrl(hit.id),
    })),
    series: series === null ? null : { label: t.docNumber.inSeries(series, inSeries), url: seriesUrl(number!) },
    nearest: nearestLink(nearest),
    mentions:
      mentions > 0
        ? {
            label: t.docNumber.mentions(text, mentions),
            url: searchUrl(mentionsSearch({ text })),
          }
        : null,
    noMentions: mentions > 0 || departed.length > 0 ? null : t.docNumber.noMentions(text),
  }
}

function nearestLink(nearest: HeldSeries | null): NumberLink | null {
  if (nearest === null) return null
  const series = t.docNumber.series(nearest.code, nearest.year)
  return { label: t.docNumber.nearest(series, nearest.total), url: seriesUrl(nearest) }
}

export interface DocNumberView extends Page {
  heading: string
  hint: string
  hits: HitSummary[]
  notHeld: NotHeld | null
}

/** The page of a number that several documents bear, or none. */
export function docNumberView(asked: AskedNumber, holdings: NumberHoldings, mentions: number): DocNumberView {
  const several = holdings.holders.length > 0
  const heading = several ? t.docNumber.several(asked.text) : t.docNumber.none(asked.text)
  return {
    ...page(heading, simpleSearchForm()),
    heading,
    hint: several ? t.docNumber.severalHint : t.docNumber.noneHint,
    hits: holdings.holders.map((hit) => hitSummary(hit)),
    notHeld: several ? null : notHeld(asked, holdings, mentions),
  }
}

export interface SeriesView extends Page {
  heading: string
  hint: string
  gaps: string | null
  /** Where nothing is held: the series of the nearest year. */
  nearest: NumberLink | null
  hits: HitSummary[]
}

/** How many missing numbers are named one by one; more of them say that the archive holds a selection. */
const MOST_GAPS = 60

/** All that is held of one code and year, and what is missing between. */
export function seriesView(
  series: Pick<DocNumber, 'code' | 'year'>,
  hits: readonly NumberedHit[],
  nearest: HeldSeries | null,
): SeriesView {
  const name = t.docNumber.series(series.code, series.year)
  const serials = new Set(hits.map(({ number_serial }) => number_serial))
  const [first = 0, last = 0] = [hits[0]?.number_serial, hits.at(-1)?.number_serial]
  const missing = last - first - serials.size + 1
  const heading = hits.length > 0 ? t.docNumber.seriesHeading(name) : t.docNumber.noSeries(name)
  return {
    ...page(heading, simpleSearchForm()),
    heading,
    hint: hits.length > 0 ? t.docNumber.seriesTotal(hits.length, first, last) : '',
    gaps: missing > 0 && missing <= MOST_GAPS ? t.docNumber.gaps(gapsIn(serials, first, last)) : null,
    nearest: nearestLink(nearest),
    hits: hits.map((hit) => hitSummary(hit)),
  }
}

/** 5、9—12、17 */
function gapsIn(serials: ReadonlySet<number>, first: number, last: number): string {
  const gaps: [number, number][] = []
  for (let serial = first; serial <= last; serial++) {
    if (serials.has(serial)) continue
    const open = gaps.at(-1)
    if (open?.[1] === serial - 1) open[1] = serial
    else gaps.push([serial, serial])
  }
  return gaps.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join(t.docNumber.gapSeparator)
}
