import { describe, expect, it } from 'vitest'
import { askedTime } from './asked-time.js'
import { wideQueries } from './candidates.js'
import { parseQuery } from './query.js'
import type { Term } from './terms.js'

const term = (run: string, ...others: string[]): Term =>
  ({ run, variants: [], synonyms: others.map((other) => ({ run: other, share: 0.7 })) }) as unknown as Term

const filtersFor = (q: string, bodies: string[], terms = [term('gdp', '国内生产总值'), term('目标')]) => {
  const time = askedTime(parseQuery(q, ''), new Date('2024-05-06'))
  return wideQueries(terms, '', [], time, bodies).map(({ filter }) => (filter as string[]).slice(1))
}

describe('what is looked for of a year', () => {
  const OF_YEAR = 'year IN ["2023"]'
  const BY_BODIES = 'issuer IN ["国务院"]'

  it('is what was written then, and in each word for it what the bodies wrote that speak for all', () => {
    const filters = filtersFor('2023年 GDP 目标', ['国务院']).filter((filter) => filter.length > 0)
    expect(filters).toEqual([[OF_YEAR], ...Array.from({ length: 3 }, () => [OF_YEAR, BY_BODIES])])
  })

  it('is nothing by itself where no body stands out, or no year is asked for', () => {
    expect(filtersFor('2023年 GDP 目标', []).flat()).toEqual([OF_YEAR])
    expect(filtersFor('GDP 目标', ['国务院']).flat()).toEqual([])
  })
})
