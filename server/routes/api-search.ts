import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { HttpError } from '../errors.js'
import { searchOf } from '../request.js'
import { undatedBeside } from '../search/undated.js'
import { searchJson } from '../views/json.js'

/** `/api/search`: the results page as JSON. */
export function apiSearch(archive: Archive): RequestHandler {
  return async (request, response) => {
    const { request: asked, problems } = searchOf(request)
    if (problems.length > 0) {
      throw new HttpError(400, 'invalid_parameter', problems.map(({ message }) => message).join(''))
    }
    const [result, occurrences, undated] = await Promise.all([
      archive.search(asked),
      archive.occurrences(asked),
      undatedBeside(asked, (other) => archive.total(other)),
    ])
    response.json(searchJson(asked, result, { occurrences, undated }))
  }
}
