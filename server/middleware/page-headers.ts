import type { RequestHandler } from 'express'

/** Pages may be kept but are asked for again each time: an answer may not be older than the archive. */
export const pageHeaders: RequestHandler = (request, response, next) => {
  response.set('Cache-Control', 'no-cache')
  if (/^\/(?:api\/|search\.)/.test(request.path)) response.set('X-Robots-Tag', 'noindex')
  next()
}
