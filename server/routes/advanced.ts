import type { RequestHandler } from 'express'
import { lastOf } from '../params.js'
import { render } from '../render.js'
import { queryOf, searchOf } from '../request.js'
import { advancedQuery, FIELD_NAMES, type AdvancedQuery } from '../search/advanced-query.js'
import { parseQuery } from '../search/query.js'
import { t } from '../text.zh.js'
import { searchUrl } from '../urls.js'
import { advancedView } from '../views/advanced.js'

/** `/advanced`: a form with a field for each thing that a query can say; filled in, it leads to the results. */
export const advanced: RequestHandler = (request, response) => {
  const { request: asked } = searchOf(request)
  const query = queryOf(request)
  response.set('X-Robots-Tag', 'noindex')
  if (!FIELD_NAMES.some((name) => query.has(name))) return render(response, 'advanced', advancedView(asked))
  const typed = Object.fromEntries(FIELD_NAMES.map((name) => [name, lastOf(query, name)])) as unknown as AdvancedQuery
  const q = advancedQuery(typed)
  if (parseQuery(q, '').required.length > 0) {
    return response.redirect(303, searchUrl({ ...asked, q, mode: '', page: 1 }))
  }
  const problem = typed.none === '' ? t.advanced.nothing : t.advanced.onlyExcluded
  render(response, 'advanced', advancedView(asked, typed, problem), 400)
}
