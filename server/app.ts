import { fileURLToPath } from 'node:url'
import compression from 'compression'
import express, { type Express } from 'express'
import type { Archive } from './archive.js'
import type { Config } from './config.js'
import { createLogger } from './log.js'
import { errorHandler, notFound } from './middleware/errors.js'
import { pageHeaders } from './middleware/page-headers.js'
import { readOnly } from './middleware/methods.js'
import { requestLog } from './middleware/request-log.js'
import { securityHeaders } from './middleware/security.js'
import { staticFiles } from './middleware/static-files.js'
import { setUpViews } from './render.js'
import { advanced } from './routes/advanced.js'
import { apiDocument } from './routes/api-document.js'
import { apiSearch } from './routes/api-search.js'
import { docNumber, numberSeries } from './routes/doc-number.js'
import { document } from './routes/document.js'
import { exportCsv } from './routes/export.js'
import { feed } from './routes/feed.js'
import { health } from './routes/health.js'
import { help } from './routes/help.js'
import { home } from './routes/home.js'
import { openSearch } from './routes/opensearch.js'
import { original } from './routes/original.js'
import { quality } from './routes/quality.js'
import { robots } from './routes/robots.js'
import { search } from './routes/search.js'
import { sitemap, sitemapOfPart } from './routes/sitemap.js'
import { suggest } from './routes/suggest.js'

const folder = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url))

/** The site over an archive. It listens nowhere: see listen.ts. */
export function createApp(
  archive: Archive,
  { siteUrl, logLevel, dataDir }: Pick<Config, 'siteUrl' | 'logLevel' | 'dataDir'>,
): Express {
  const log = createLogger(logLevel)
  const files = staticFiles(folder('static'))
  const app = express()
  app.disable('x-powered-by')
  setUpViews(app, folder('views'), files.url)

  app.use(requestLog(log))
  app.use(securityHeaders(siteUrl?.startsWith('https:') ?? false))
  app.use(compression())
  app.use(readOnly)
  app.use('/static', files.serve)
  app.use(pageHeaders)

  app.get('/', home(archive))
  app.get('/search', search(archive))
  app.get('/advanced', advanced)
  app.get('/search.csv', exportCsv(archive, siteUrl))
  app.get('/search.atom', feed(archive, siteUrl, 'atom'))
  app.get('/search.rss', feed(archive, siteUrl, 'rss'))
  app.get('/opensearch.xml', openSearch(siteUrl))
  app.get('/suggest', suggest(archive))
  app.get('/d/:id', document(archive, siteUrl))
  app.get('/d/:id/original', original(archive, dataDir))
  app.get('/w/:code/:year', numberSeries(archive))
  app.get('/w/:code/:year/:number', docNumber(archive))
  app.get('/quality', quality(archive))
  app.get('/help', help)
  app.get('/health', health(archive))
  app.get('/robots.txt', robots(siteUrl))
  app.get('/sitemap.xml', sitemap(archive, siteUrl))
  app.get('/sitemap/:part.xml', sitemapOfPart(archive, siteUrl))
  app.get('/api/search', apiSearch(archive))
  app.get('/api/documents/:id', apiDocument(archive))

  app.use(notFound)
  app.use(errorHandler(log))
  return app
}
