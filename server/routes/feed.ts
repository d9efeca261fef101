import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { lastOf } from '../params.js'
import { originOf, queryOf, usableSearchOf } from '../request.js'
import type { FeedFormat } from '../urls.js'
import { feedOf } from '../views/feed.js'

/** What a feed holds unless `per_page` says otherwise. */
const ENTRIES = 50

/** `/search.atom` and `/search.rss`: the newest documents of a search. */
export function feed(archive: Archive, siteUrl: string | null, format: FeedFormat): RequestHandler {
  return async (request, response) => {
    const asked = usableSearchOf(request)
    const perPage = lastOf(queryOf(request), 'per_page') === '' ? ENTRIES : asked.perPage
    const [{ hits }, state] = await Promise.all([
      archive.search({ ...asked, sort: 'newest', perPage }),
      archive.state(),
    ])
    const arrivals = await archive.arrivals(hits.map(({ id }) => id))
    const content = {
      request: asked,
      hits,
      arrivals,
      updated: state?.updated ?? NEVER,
      origin: originOf(request, siteUrl),
    }
    const made = feedOf(content)
    response.type(TYPES[format]).send(format === 'atom' ? made.atom1() : made.rss2())
  }
}

/** An archive that never held anything. */
const NEVER = new Date(0).toISOString()

const TYPES: Record<FeedFormat, string> = { atom: 'application/atom+xml', rss: 'application/rss+xml' }
