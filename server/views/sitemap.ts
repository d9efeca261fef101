import Handlebars from 'handlebars'
import type { Address } from '../search/addresses.js'
import { documentUrl, sitemapUrl } from '../urls.js'

const xml = Handlebars.escapeExpression
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The index of the parts, all of them as new as the archive. */
export function sitemapIndex(parts: number, updated: string, origin: string): string {
  const all = Array.from({ length: parts }, (_, index) => entry('sitemap', origin + sitemapUrl(index + 1), updated))
  return `${HEAD}<sitemapindex ${NAMESPACE}>\n${all.join('')}</sitemapindex>\n`
}

/** One part: the addresses of documents, as they come. */
export async function* sitemapPart(documents: AsyncIterable<Address[]>, origin: string): AsyncGenerator<string> {
  yield `${HEAD}<urlset ${NAMESPACE}>\n`
  for await (const some of documents)
    yield some.map(({ id, changed }) => entry('url', origin + documentUrl(id), changed)).join('')
  yield '</urlset>\n'
}

function entry(name: string, url: string, changed: string | null): string {
  return `<${name}><loc>${xml(url)}</loc>${changed === null ? '' : `<lastmod>${xml(changed)}</lastmod>`}</${name}>\n`
}
