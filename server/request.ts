import type { Request } from 'express'
import { HttpError } from './errors.js'
import { parseSearch, type ParsedSearch } from './params.js'
import type { SearchRequest } from './search/types.js'
import { searchUrl } from './urls.js'

/** The parameters of a request's address; unlike `request.query`, each value is a string and order is kept. */
export function queryOf(request: Request): URLSearchParams {
  const mark = request.originalUrl.indexOf('?')
  return new URLSearchParams(mark < 0 ? '' : request.originalUrl.slice(mark + 1))
}

export function searchOf(request: Request): ParsedSearch {
  return parseSearch(queryOf(request))
}

/** The search of an address that answers with something else than a page. Throws HttpError for what cannot be used. */
export function usableSearchOf(request: Request): SearchRequest {
  const { request: asked, problems } = searchOf(request)
  if (problems.length === 0) return asked
  throw new HttpError(400, 'invalid_parameter', problems.map(({ message }) => message).join(''))
}

/** The origin for absolute links: the configured one, else the one the reader's browser used. */
export function originOf(request: Request, siteUrl: string | null): string {
  return siteUrl ?? `${request.protocol}://${request.get('host') ?? ''}`
}

/**
 * The results that the reader came from, by the address the browser names; null where it was another page. Behind a
 * proxy the browser knows the site by `siteUrl` and not by the host that the request names.
 */
export function resultsBefore(request: Request, siteUrl: string | null): string | null {
  const referrer = request.get('referer') ?? ''
  if (!URL.canParse(referrer)) return null
  const { host, origin, pathname, searchParams } = new URL(referrer)
  const ours = host === request.get('host') || origin === siteUrl
  return ours && pathname === '/search' ? searchUrl(parseSearch(searchParams).request) : null
}
