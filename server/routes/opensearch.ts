import type { RequestHandler } from 'express'
import { originOf } from '../request.js'
import { openSearchDescription } from '../views/opensearch.js'

/** `/opensearch.xml`: by which a browser offers this site among its search engines. */
export function openSearch(siteUrl: string | null): RequestHandler {
  return (request, response) => {
    response.type('application/opensearchdescription+xml').send(openSearchDescription(originOf(request, siteUrl)))
  }
}
