import type { RequestHandler } from 'express'
import { LRUCache } from 'lru-cache'
import type { Archive } from '../archive.js'
import { print, render } from '../render.js'
import { queryOf, searchOf } from '../request.js'
import { lastOf, newSearch } from '../params.js'
import { askedNumber, type AskedNumber } from '../search/asked-number.js'
import { countTerms, explain, type Explanation } from '../search/explain.js'
import { editionOf } from '../search/per-generation.js'
import type { SearchRequest, SearchResult } from '../search/types.js'
import { undatedBeside } from '../search/undated.js'
import { COUNT_ALL, countedUrl, documentUrl, searchUrl } from '../urls.js'
import { docNumberView, notHeld, type NotHeld } from '../views/doc-number.js'
import { invalidView } from '../views/invalid.js'
import { linkedRequest } from '../views/notices.js'
import { resultsView, type ResultsView } from '../views/results.js'
import { mentionsOf } from './doc-number.js'

/** Characters of HTML, about two bytes each, that are kept. */
const REMEMBERED = 10_000_000

/** `/search`: a page of results, the document whose number was asked for, or what is wrong with the address. */
export function search(archive: Archive): RequestHandler {
  /** Pages with results, as they were printed. */
  const printed = new LRUCache<string, string>({ maxSize: REMEMBERED, sizeCalculation: ({ length }) => length })
  return async (request, response) => {
    const parsed = searchOf(request)
    const { problems, request: asked } = parsed
    if (problems.length > 0) {
      response.set('X-Robots-Tag', 'noindex')
      return render(response, 'invalid', invalidView(parsed), 400)
    }
    // Crawlers may leaf through the plain list, and through nothing that can be combined without end.
    const plain = searchUrl({ ...newSearch(), page: asked.page }) === searchUrl(asked)
    response.set('X-Robots-Tag', plain ? 'noindex, follow' : 'noindex, nofollow')
    const isThorough = lastOf(queryOf(request), 'count') === COUNT_ALL
    const state = await archive.state()
    const key = `${editionOf(state)} ${isThorough ? countedUrl(asked) : searchUrl(asked)}`
    const known = printed.get(key)
    if (known !== undefined) return response.type('html').send(known)
    const number = numberOf(asked)
    const holdings = number && (await archive.holdings(number))
    if (holdings?.holders.length === 1) return response.redirect(303, documentUrl(holdings.holders[0]!.id))
    if (holdings && holdings.holders.length > 1) {
      return render(response, 'doc-number', docNumberView(number!, holdings, 0))
    }
    const absent = holdings && number!.certain ? notHeld(number!, holdings, await mentionsOf(archive, number!)) : null
    const { total, view } = await resultsPage(archive, asked, absent, isThorough)
    const html = await print(response, 'results', view)
    // Why nothing is found depends on more than the archive.
    if (state !== null && total > 0) printed.set(key, html)
    response.type('html').send(html)
  }
}

/** The page of a search, and how many documents it finds; `absent`: the number that was asked for and is not held. */
async function resultsPage(
  archive: Archive,
  asked: SearchRequest,
  absent: NotHeld | null,
  isThorough: boolean,
): Promise<{ total: number; view: ResultsView }> {
  const searching = archive.search(asked)
  const [result, occurrences, hints, undated] = await Promise.all([
    searching,
    archive.occurrences(asked, isThorough),
    archive.hints(asked, searching),
    // What the words are found in is known by then.
    searching.then(() => undatedBeside(asked, (request) => archive.total(request))),
  ])
  const health = result.total === 0 ? await archive.health() : null
  const explanation = absent || health?.documents === 0 ? null : await explanationOf(archive, asked, result)
  const beside = { health, notHeld: absent, occurrences, explanation, hints, undated }
  return { total: result.total, view: resultsView(asked, result, beside) }
}

/** Why nothing was found; of a partial match, what each term would find. */
async function explanationOf(
  archive: Archive,
  asked: SearchRequest,
  result: SearchResult,
): Promise<Explanation | null> {
  const totalOf = (request: SearchRequest): Promise<number> => archive.total(request)
  const used = linkedRequest(asked, result.notices)
  if (result.total === 0) return explain(used, totalOf)
  const isPartial = result.notices.some(({ kind }) => kind === 'partial-match')
  return isPartial ? { terms: await countTerms(used, totalOf), relaxed: [] } : null
}

/** The number that a query without anything else is; with filters or in mode exact, it is what stands in texts. */
function numberOf(asked: SearchRequest): AskedNumber | null {
  const isAlone = searchUrl(newSearch({ q: asked.q, perPage: asked.perPage })) === searchUrl(asked)
  return isAlone ? askedNumber(asked.q) : null
}
