import type { Request } from 'express'
import { parseSearch, type ParsedSearch } from './params.js'
import { searchUrl } from './urls.js'

/** The parameters of a request's address; unlike `request.query`, each value is a string and order is kept. */
export function queryOf(request: Request): URLSearchParams {
  const mark = request.originalUrl.indexOf('?')
  return new URLSearchParams(mark < 0 ? '' : request.originalUrl.slice(mark + 1))
}

export function searchOf(request: Request): ParsedSearch {
  return parseSearch(queryOf(request))
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
