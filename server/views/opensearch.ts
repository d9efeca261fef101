import Handlebars from 'handlebars'
import { t } from '../text.zh.js'
import { searchTemplate } from '../urls.js'

const xml = Handlebars.escapeExpression

/** OpenSearch 1.1: how to search here. Browsers take the form of the site from it, and readers of feeds the feed. */
export function openSearchDescription(origin: string): string {
  const url = (type: string, path: string): string =>
    `<Url type="${type}" template="${xml(origin + searchTemplate(path))}"/>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${xml(t.site.name)}</ShortName>`,
    `<Description>${xml(t.site.tagline)}</Description>`,
    url('text/html', '/search'),
    url('application/atom+xml', '/search.atom'),
    `<Image width="32" height="32" type="image/svg+xml">${xml(`${origin}/static/favicon.svg`)}</Image>`,
    `<Language>${t.site.language}</Language>`,
    '<InputEncoding>UTF-8</InputEncoding>',
    '</OpenSearchDescription>',
    '',
  ].join('\n')
}
