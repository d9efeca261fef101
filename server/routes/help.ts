import type { RequestHandler } from 'express'
import { render } from '../render.js'
import { t } from '../text.zh.js'
import { page } from '../views/page.js'
import { simpleSearchForm } from '../views/search-form.js'

/** `/help`: how to search and how to cite. */
export const help: RequestHandler = (_request, response) => {
  render(response, 'help', page(t.help.title, simpleSearchForm()))
}
