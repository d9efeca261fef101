import type { RequestHandler } from 'express'
import { formatDocNumber, parseDocNumber } from '../../indexer/contract/doc-number.js'
import type { Archive } from '../archive.js'
import { HttpError } from '../errors.js'
import { render } from '../render.js'
import { t } from '../text.zh.js'
import { documentUrl } from '../urls.js'
import { docNumberView } from '../views/doc-number.js'

/** `/w/{code}/{year}/{number}`: a document number as an address. */
export function docNumber(archive: Archive): RequestHandler<{ code: string; year: string; number: string }> {
  return async (request, response) => {
    const { code, year, number } = request.params
    const parsed = parseDocNumber(`${code}〔${year}〕${number.replace(/号$/, '')}号`)
    if (!parsed) throw new HttpError(400, 'bad_document_number', t.docNumber.malformed(`${code}/${year}/${number}`))
    const standard = formatDocNumber(parsed)
    const holders = await archive.withDocNumber(standard)
    if (holders.length === 1) return response.redirect(302, documentUrl(holders[0]!.id))
    response.set('X-Robots-Tag', 'noindex')
    render(response, 'doc-number', docNumberView(standard, holders), holders.length > 0 ? 200 : 404)
  }
}
