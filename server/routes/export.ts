import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { RequestHandler } from 'express'
import type { Archive } from '../archive.js'
import { originOf, usableSearchOf } from '../request.js'
import type { SearchHit } from '../search/types.js'
import { sendParts } from '../send-parts.js'
import { t } from '../text.zh.js'
import { CSV_HEADINGS, csvRow } from '../views/csv.js'

/**
 * `/search.csv`: all documents of a search as a table (RFC 4180), as spreadsheets read it: in UTF-8 with a byte order
 * mark, and nothing in it that they would calculate. Where the archive changes meanwhile the transfer breaks off, since
 * half of the one state and half of the other is no list of anything.
 */
export function exportCsv(archive: Archive, siteUrl: string | null): RequestHandler {
  return async (request, response) => {
    const parts = archive.listing(usableSearchOf(request))
    // Whatever is wrong with the engine is known by then, while an error page can still be sent.
    const first = await parts.next()
    response.attachment(t.exports.fileName)
    response.type('text/csv')
    if (request.method === 'HEAD') return void response.end()
    const origin = originOf(request, siteUrl)
    const rows = Readable.from(rowsOf(first, parts, origin))
    const table = stringify({ bom: true, record_delimiter: 'windows', escape_formulas: true })
    await sendParts(response, rows, table)
  }
}

async function* rowsOf(
  first: IteratorResult<SearchHit[]>,
  rest: AsyncGenerator<SearchHit[]>,
  origin: string,
): AsyncGenerator<readonly string[]> {
  yield CSV_HEADINGS
  if (first.done === true) return
  for (const hit of first.value) yield csvRow(hit, origin)
  for await (const hits of rest) for (const hit of hits) yield csvRow(hit, origin)
}
