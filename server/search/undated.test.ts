import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { searchUrl } from '../urls.js'
import type { SearchRequest } from './types.js'
import { undatedBeside } from './undated.js'

async function undated(given: Partial<SearchRequest>, totals: Record<string, number>) {
  const found = await undatedBeside(newSearch(given), (asked) =>
    Promise.resolve(totals[decodeURIComponent(searchUrl(asked))] ?? 0),
  )
  return found && [found.total, decodeURIComponent(searchUrl(found.request))]
}

const filters = { ...newSearch().filters, issuer: ['甲局'], year: ['2021'] }

describe('undatedBeside', () => {
  it('counts what has no date and meets all other conditions', async () => {
    const totals = { '/search?q=电梯&issuer=甲局': 9, '/search?q=电梯&issuer=甲局&from=1000': 7 }
    const found = [2, '/search?q=电梯&issuer=甲局']
    expect(await undated({ q: '电梯', filters, page: 3 }, totals)).toEqual(found)
    expect(await undated({ q: '电梯', filters, from: '2020', to: '2021-05' }, totals)).toEqual(found)
  })

  it('says nothing where all have a date, or where the date is not asked about', async () => {
    const totals = { '/search?q=电梯': 7, '/search?q=电梯&from=1000': 7 }
    expect(await undated({ q: '电梯', to: '2021' }, totals)).toBeNull()
    expect(await undated({ q: '电梯' }, { '/search?q=电梯': 7 })).toBeNull()
  })
})
