import type { RequestHandler } from 'express'
import { formatDocNumber, parseDocNumber } from '../../indexer/contract/doc-number.js'
import { readYear } from '../../indexer/contract/numerals.js'
import type { Archive } from '../archive.js'
import { HttpError } from '../errors.js'
import { render } from '../render.js'
import { mentionsSearch, type AskedNumber } from '../search/asked-number.js'
import { t } from '../text.zh.js'
import { documentUrl } from '../urls.js'
import { docNumberView, seriesView } from '../views/doc-number.js'

/** No code has so many characters; the archive is asked for the code in each of two hundred years. */
const LONGEST_CODE = 100

/** `/w/{code}/{year}/{number}`: a document number as an address. */
export function docNumber(archive: Archive): RequestHandler<{ code: string; year: string; number: string }> {
  return async (request, response) => {
    const { code, year, number } = request.params
    const serial = number.replace(/^第|号$/g, '')
    const parsed = parseDocNumber(year === '-' ? `${code}第${serial}号` : `${code}〔${year}〕${serial}号`)
    if (!parsed || code.length > LONGEST_CODE)
      throw new HttpError(400, 'bad_document_number', t.docNumber.malformed(`${code}/${year}/${number}`))
    const asked = { text: formatDocNumber(parsed), certain: true, number: parsed, key: null }
    const holdings = await archive.holdings(asked)
    const { holders, departed } = holdings
    if (holders.length === 1) return response.redirect(302, documentUrl(holders[0]!.id))
    response.set('X-Robots-Tag', 'noindex')
    const mentions = holders.length > 0 ? 0 : await mentionsOf(archive, asked)
    const absent = departed.length > 0 ? 410 : 404
    render(response, 'doc-number', docNumberView(asked, holdings, mentions), holders.length > 0 ? 200 : absent)
  }
}

/** `/w/{code}/{year}`: all that is held of a series; `-` for the year of numbers that have none. */
export function numberSeries(archive: Archive): RequestHandler<{ code: string; year: string }> {
  return async (request, response) => {
    const { code, year } = request.params
    const series = { code, year: year === '-' ? null : readYear(year.normalize('NFKC')) }
    if ((year !== '-' && series.year === null) || code.length > LONGEST_CODE) {
      throw new HttpError(400, 'bad_series', t.docNumber.malformedSeries(`${code}/${year}`))
    }
    const hits = await archive.series(series)
    const nearest = hits.length > 0 ? null : await archive.nearestSeries(series)
    render(response, 'number-series', seriesView(series, hits, nearest), hits.length > 0 ? 200 : 404)
  }
}

/** How many documents have the number in their text. */
export function mentionsOf(archive: Archive, asked: AskedNumber): Promise<number> {
  return archive.total(mentionsSearch(asked))
}
