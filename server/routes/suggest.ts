import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { lastOf, newSearch } from '../params.js'
import { queryOf } from '../request.js'
import { t } from '../text.zh.js'
import { searchUrl } from '../urls.js'

/** A reader who types on and goes back meets the same beginnings again. */
const FRESH_SECONDS = 60

/** `/suggest`: completions of `q` as JSON; `label` names what is not simply a word, for the list on the page. */
export function suggest(archive: Archive): RequestHandler {
  return async (request, response) => {
    const query = lastOf(queryOf(request), 'q')
    const completions = await archive.suggest(query)
    response.set({ 'Cache-Control': `private, max-age=${FRESH_SECONDS}`, 'X-Robots-Tag': 'noindex' })
    response.json({
      query,
      suggestions: completions.map(({ text, kind }) => ({
        text,
        kind,
        label: t.suggest.kinds[kind],
        url: searchUrl(newSearch({ q: text })),
      })),
    })
  }
}
