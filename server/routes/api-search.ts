import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { usableSearchOf } from '../request.js'
import { undatedBeside } from '../search/undated.js'
import { searchJson } from '../views/json.js'

/** `/api/search`: the results page as JSON. */
export function apiSearch(archive: Archive): RequestHandler {
  return async (request, response) => {
    const asked = usableSearchOf(request)
    const searching = archive.search(asked)
    const [result, occurrences, undated] = await Promise.all([
      searching,
      archive.occurrences(asked),
      // What the words are found in is known by then.
      searching.then(() => undatedBeside(asked, (other) => archive.total(other))),
    ])
    response.json(searchJson(asked, result, { occurrences, undated }))
  }
}
