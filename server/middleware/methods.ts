import type { RequestHandler } from 'express'
import { HttpError } from '../errors.js'
import { t } from '../text.zh.js'

/** The site is read-only. */
export const readOnly: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  response.set('Allow', 'GET, HEAD')
  next(new HttpError(405, 'method_not_allowed', t.errors.method.message))
}
