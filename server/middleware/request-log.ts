import type { RequestHandler } from 'express'
import type { Logger } from '../log.js'

/** One line a request, at level debug. The query stays out of the log: what people look for is theirs. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    const { method, path } = request
    response.on('finish', () => {
      log.debug(`${method} ${path} ${response.statusCode} ${(performance.now() - started).toFixed(0)} ms`)
    })
    next()
  }
}
