import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { render } from '../render.js'
import { searchOf } from '../request.js'
import { newSearch } from '../params.js'
import { searchUrl } from '../urls.js'
import { invalidView } from '../views/invalid.js'
import { resultsView } from '../views/results.js'

/** `/search`: a page of results, or what is wrong with the address. */
export function search(archive: Archive): RequestHandler {
  return async (request, response) => {
    const parsed = searchOf(request)
    const { problems, request: asked } = parsed
    if (problems.length > 0) {
      response.set('X-Robots-Tag', 'noindex')
      return render(response, 'invalid', invalidView(parsed), 400)
    }
    // Crawlers may leaf through the plain list, and through nothing that can be combined without end.
    const plain = searchUrl({ ...newSearch(), page: asked.page }) === searchUrl(asked)
    response.set('X-Robots-Tag', plain ? 'noindex, follow' : 'noindex, nofollow')
    const result = await archive.search(asked)
    const holdings = result.total === 0 ? await archive.health() : null
    render(response, 'results', resultsView(asked, result, holdings))
  }
}
