import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { render } from '../render.js'
import { homeView } from '../views/home.js'

/** `/`: the search box and what the archive holds. */
export function home(archive: Archive): RequestHandler {
  return async (_request, response) => {
    const summary = await archive.summary()
    const indexing = summary.state?.documents ? false : (await archive.health()).indexing
    render(response, 'home', homeView(summary, indexing))
  }
}
