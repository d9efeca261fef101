import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { lookUp } from '../look-up.js'
import { parseVisit } from '../params.js'
import { queryOf } from '../request.js'
import { documentJson, tombstoneJson } from '../views/json.js'

/** `/api/documents/{id}`: one document as JSON, with `?version=` as it was; 410 and what is known of one that has left. */
export function apiDocument(archive: Archive): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const found = await lookUp(archive, request.params.id, parseVisit(queryOf(request)))
    if ('tombstone' in found) response.status(410).json(tombstoneJson(found.tombstone))
    else response.json(documentJson(found.document))
  }
}
