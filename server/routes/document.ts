import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { isEarlier, lookUp } from '../look-up.js'
import { newSearch, parseVisit } from '../params.js'
import { render } from '../render.js'
import { originOf, queryOf, resultsBefore } from '../request.js'
import { searchUrl } from '../urls.js'
import { documentView } from '../views/document.js'
import { goneView } from '../views/gone.js'

/**
 * `/d/{id}`: one document; `?q=` marks what the query finds in it, `?version=` shows what it said earlier. One that has
 * left answers 410 with what is known of it.
 */
export function document(archive: Archive, siteUrl: string | null): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const visit = parseVisit(queryOf(request))
    const found = await lookUp(archive, request.params.id, visit)
    const origin = originOf(request, siteUrl)
    if ('tombstone' in found) {
      response.set('X-Robots-Tag', 'noindex')
      render(response, 'gone', goneView(found.tombstone, origin), 410)
      return
    }
    const { q } = visit
    const shown = found.document
    if (isEarlier(shown)) response.set('X-Robots-Tag', 'noindex')
    const marks = q ? await archive.marks(q, [shown.title, ...shown.paragraphs]) : []
    const related = await archive.related(shown)
    const back = resultsBefore(request, siteUrl) ?? (q ? searchUrl(newSearch({ q })) : null)
    // The way back depends on where the reader came from.
    response.vary('Referer')
    render(response, 'document', documentView(shown, { q, marks, back, related, origin, now: new Date() }))
  }
}
