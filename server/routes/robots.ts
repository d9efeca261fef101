import type { RequestHandler } from 'express'
import { FACETS } from '../../indexer/contract/fields.js'

const COMBINABLE = ['q', 'mode', 'scope', ...FACETS.map(({ name }) => name), 'from', 'to', 'sort', 'per_page']

const RULES = [
  'User-agent: *',
  'Disallow: /api/',
  'Disallow: /quality',
  'Disallow: /suggest',
  'Disallow: /search.csv',
  'Disallow: /advanced?',
  ...COMBINABLE.map((name) => `Disallow: /search?*${name}=`),
]

/** `/robots.txt`: documents and the plain list are open, combinations of filters are not. */
export const robots: RequestHandler = (_request, response) => {
  response.type('text/plain').send(`${RULES.join('\n')}\n`)
}
