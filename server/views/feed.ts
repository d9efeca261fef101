import { Feed } from 'feed'
import Handlebars from 'handlebars'
import type { Arrival } from '../archive.js'
import { DEFAULT_PER_PAGE } from '../params.js'
import type { SearchHit, SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'
import { documentUrl, feedUrl, searchUrl } from '../urls.js'
import { chips } from './chips.js'
import { shorten, TITLE_LENGTH } from './format.js'

/** Archives are kept in China, where there is one time. */
const MIDNIGHT = 'T00:00:00+08:00'

/** What a feed is made of: a search, what it found, and when that came into the archive, of which `updated` is the last. */
export interface FeedContent {
  request: SearchRequest
  hits: readonly SearchHit[]
  arrivals: ReadonlyMap<string, Arrival>
  /** When the archive was last changed, ISO 8601. */
  updated: string
  /** Where the site is, for absolute links. */
  origin: string
}

/**
 * The documents of a search, as they are to be given out in RSS 2.0 or Atom (RFC 4287). An entry is as old as the archive's
 * present text of it: one that was corrected comes up again.
 */
export function feedOf({ request, hits, arrivals, updated, origin }: FeedContent): Feed {
  const changedOf = ({ id }: SearchHit): Date => new Date(arrivals.get(id)?.changed ?? updated)
  const feed = new Feed({
    id: origin + feedUrl(request, 'atom'),
    title: printable(feedTitle(request)),
    description: t.exports.feedDescription,
    link: origin + searchUrl({ ...request, sort: 'newest', page: 1, perPage: DEFAULT_PER_PAGE }),
    feedLinks: { atom: origin + feedUrl(request, 'atom'), rss: origin + feedUrl(request, 'rss') },
    language: t.site.language,
    generator: t.site.name,
    author: { name: t.site.name },
    updated: hits.length > 0 ? new Date(Math.max(...hits.map((hit) => changedOf(hit).getTime()))) : new Date(updated),
  })
  for (const hit of hits) {
    const published = hit.published ?? hit.written
    feed.addItem({
      title: html(hit.title),
      link: origin + documentUrl(hit.id),
      date: changedOf(hit),
      ...(published ? { published: new Date(firstDay(published) + MIDNIGHT) } : {}),
      description: summaryOf(hit),
      ...(hit.issuer ? { author: [{ name: printable(hit.issuer) }] } : {}),
      category: hit.topics.map(printable).map((topic) => ({ name: topic, term: topic })),
    })
  }
  return feed
}

/** The search in words: what a reader of many feeds tells them apart by. */
export function feedTitle(request: SearchRequest): string {
  const conditions = chips(request).map(({ label, value }) => `${label} ${value}`)
  const search = t.exports.conditions([t.results.title(shorten(request.q, TITLE_LENGTH)), ...conditions])
  return `${search}${t.site.titleSeparator}${t.site.name}`
}

/** What was found in it, a line each; of a plain list, its number. */
function summaryOf({ snippets, doc_number }: SearchHit): string {
  return snippets.length > 0 ? snippets.map(({ text }) => html(text)).join('<br>') : html(doc_number ?? '')
}

/** The first day that a date may mean. */
const firstDay = (date: string): string => `${date}-01-01`.slice(0, '2021-08-24'.length)

/** A text as readers of feeds take it in titles and summaries. */
const html = (text: string): string => Handlebars.escapeExpression(printable(text))

/** Without the characters that XML 1.0 has no way to write. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
