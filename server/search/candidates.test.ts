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
  const IN_ITS_YEARS = 'year IN ["2023", "2024"]'
  const BY_BODIES = 'issuer IN ["国务院"]'

  it('is what was written then, and in each word for it what the bodies wrote that are asked for, then and in the next', () => {
    const filters = filtersFor('2023年 GDP 目标', ['国务院']).filter((filter) => filter.length > 0)
    expect(filters).toEqual([[OF_YEAR], ...Array.from({ length: 3 }, () => [IN_ITS_YEARS, BY_BODIES])])
  })

  it('is only what was written then where no body is asked for', () => {
    expect(filtersFor('2023年 GDP 目标', []).flat()).toEqual([OF_YEAR])
  })
})

describe('what is looked for of a place', () => {
  const askFor = (q: string, terms: Term[]) =>
    wideQueries(terms, '', [], askedTime(parseQuery(q, ''), new Date('2024-05-06')), ['浙江省人民政府']).filter(
      ({ filter }) => (filter as string[]).includes('issuer IN ["浙江省人民政府"]'),
    )

  it('is what its bodies wrote, who need not name it, nor the year', () => {
    const withPlace = askFor('浙江2021年 财政收入', [term('浙江'), term('2021年'), term('财政收入')])
    const without = askFor('2021年 财政收入', [term('财政收入')])
    expect(withPlace.map(({ q }) => q)).toEqual(without.map(({ q }) => q))
  })

  it('is the place where nothing else is asked for', () => {
    expect(askFor('浙江', [term('浙江')])).toHaveLength(1)
  })
})
