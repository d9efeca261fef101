import { newSearch } from '../params.js'
import type { SearchRequest } from './types.js'

/** What the written date has no say in is left out by every condition on it. */
export interface Undated {
  total: number
  /** The same search without conditions on the date. */
  request: SearchRequest
}

/** No date is read from a year before this one: everything that has a date lies after it. */
const FIRST_YEAR = '1000'

/**
 * The documents that a condition on the date hides only because nothing says when they were written; null where there
 * is no such condition or no such document. `totalOf` runs a search and gives its total.
 */
export async function undatedBeside(
  asked: SearchRequest,
  totalOf: (request: SearchRequest) => Promise<number>,
): Promise<Undated | null> {
  if (!asked.from && !asked.to && asked.filters.year.length === 0) return null
  const filters = { ...asked.filters, year: newSearch().filters.year }
  const request = { ...asked, filters, from: null, to: null, page: 1 }
  const [all, dated] = await Promise.all([totalOf(request), totalOf({ ...request, from: FIRST_YEAR })])
  return all > dated ? { total: all - dated, request } : null
}
