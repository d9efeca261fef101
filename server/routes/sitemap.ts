import { Readable } from 'node:stream'
import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { HttpError } from '../errors.js'
import { originOf } from '../request.js'
import { sendParts } from '../send-parts.js'
import { t } from '../text.zh.js'
import { sitemapIndex, sitemapPart } from '../views/sitemap.js'

/** As many as the protocol allows in one file. */
const DOCUMENTS_IN_A_PART = 50_000

/** `/sitemap.xml`: where crawlers find all documents, which no list of results shows them. */
export function sitemap(archive: Archive, siteUrl: string | null): RequestHandler {
  return async (request, response) => {
    const { documents, updated } = await held(archive)
    const parts = Math.ceil(documents / DOCUMENTS_IN_A_PART)
    response.type('application/xml').send(sitemapIndex(parts, updated, originOf(request, siteUrl)))
  }
}

/** `/sitemap/{part}.xml`: the documents of one part, counted from 1. */
export function sitemapOfPart(archive: Archive, siteUrl: string | null): RequestHandler<{ part: string }> {
  return async (request, response) => {
    const { part } = request.params
    const first = (Number(part) - 1) * DOCUMENTS_IN_A_PART
    const { documents } = await held(archive)
    if (!/^[1-9]\d{0,5}$/.test(part) || first >= documents) {
      throw new HttpError(404, 'not_found', t.errors.notFound.message)
    }
    response.type('application/xml')
    if (request.method === 'HEAD') return void response.end()
    const some = archive.addresses(first, DOCUMENTS_IN_A_PART)
    await sendParts(response, Readable.from(sitemapPart(some, originOf(request, siteUrl))))
  }
}

async function held(archive: Archive): Promise<{ documents: number; updated: string }> {
  const state = await archive.state()
  return { documents: state?.documents ?? 0, updated: state?.updated ?? '' }
}
