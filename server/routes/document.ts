import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { HttpError } from '../errors.js'
import { newSearch } from '../params.js'
import { render } from '../render.js'
import { originOf, queryOf, resultsBefore } from '../request.js'
import { t } from '../text.zh.js'
import { searchUrl } from '../urls.js'
import { documentView } from '../views/document.js'

/** `/d/{id}`: one document; `?q=` marks what the query finds in it. */
export function document(archive: Archive, siteUrl: string | null): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const found = await archive.document(request.params.id)
    if (!found) throw new HttpError(404, 'document_not_found', t.errors.noDocument.message)
    const q = queryOf(request).get('q')?.trim() ?? ''
    const marks = q ? await archive.marks(q, [found.title, ...found.paragraphs]) : []
    const related = await archive.related(found)
    const back = resultsBefore(request, siteUrl) ?? (q ? searchUrl(newSearch({ q })) : null)
    // The way back depends on where the reader came from.
    response.vary('Referer')
    render(
      response,
      'document',
      documentView(found, { q, marks, back, related, origin: originOf(request, siteUrl), now: new Date() }),
    )
  }
}
