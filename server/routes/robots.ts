import type { RequestHandler } from 'express'
import { FACETS } from '../../indexer/contract/fields.js'
import { originOf } from '../request.js'
import { sitemapUrl } from '../urls.js'

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
export function robots(siteUrl: string | null): RequestHandler {
  return (request, response) => {
    const lines = [...RULES, '', `Sitemap: ${originOf(request, siteUrl)}${sitemapUrl()}`]
    response.type('text/plain').send(`${lines.join('\n')}\n`)
  }
}
