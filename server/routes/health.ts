import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'

/** `/health`: 200 when pages can be served, 503 when not. */
export function health(archive: Archive): RequestHandler {
  return async (_request, response) => {
    const { status, documents, indexing } = await archive.health()
    response.set('Cache-Control', 'no-store')
    response.status(status === 'down' ? 503 : 200).json({ status, documents, indexing })
  }
}
