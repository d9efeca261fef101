import type { RequestHandler } from 'express'
import { FINDING_KINDS, type FindingKind } from '../../indexer/contract/findings.js'
import type { Archive } from '../archive.js'
import { HttpError } from '../errors.js'
import { lastOf, pageNumber } from '../params.js'
import { render } from '../render.js'
import { queryOf } from '../request.js'
import type { QualityRequest } from '../search/quality.js'
import { t } from '../text.zh.js'
import { qualityView } from '../views/quality.js'

/** `/quality`: for staff, what in the archive should be checked. */
export function quality(archive: Archive): RequestHandler {
  return async (request, response) => {
    const asked = qualityRequest(queryOf(request))
    response.set('X-Robots-Tag', 'noindex')
    render(response, 'quality', qualityView(asked, await archive.quality(asked)))
  }
}

/** The inverse of `qualityUrl`. Throws HttpError 400 for a kind or a page that cannot be. */
function qualityRequest(query: URLSearchParams): QualityRequest {
  const kind = lastOf(query, 'kind') || null
  if (kind !== null && !isKind(kind)) throw new HttpError(400, 'invalid_parameter', t.quality.badKind(kind))
  const given = lastOf(query, 'page') || '1'
  const page = pageNumber(given)
  if (page === null) throw new HttpError(400, 'invalid_parameter', t.problems.page(given))
  return { kind, key: kind === null ? null : lastOf(query, 'key') || null, page }
}

const isKind = (value: string): value is FindingKind => (FINDING_KINDS as readonly string[]).includes(value)
