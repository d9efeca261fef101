import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { HttpError } from '../errors.js'
import { t } from '../text.zh.js'
import { documentJson } from '../views/json.js'

/** `/api/documents/{id}`: one document as JSON. */
export function apiDocument(archive: Archive): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const found = await archive.document(request.params.id)
    if (!found) throw new HttpError(404, 'document_not_found', t.errors.noDocument.message)
    response.json(documentJson(found))
  }
}
