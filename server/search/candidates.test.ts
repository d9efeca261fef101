import { describe, expect, it } from 'vitest'
import { askedTime } from './asked-time.js'
import { wideQueries } from './candidates.js'
import { parseQuery } from './query.js'
import type { Term } from './terms.js'

const term = (run: string, ...others: string[]): Term =>
  ({ run, variants: [], synonyms: others.map((other) => ({ run: other, share: 0.7 })) }) as unknown as Term

const readingOf = (q: string, terms: Term[], asks = false) => ({
  terms,
  time: askedTime(parseQuery(q, ''), new Date('2024-05-06')),
  asks,
})

const filtersFor = (q: string, bodies: string[], terms = [term('gdp', '国内生产总值'), term('目标')], asks = false) =>
  wideQueries(readingOf(q, terms, asks), '', [], bodies).map(({ filter }) => (filter as string[]).slice(1))

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
    wideQueries(readingOf(q, terms), '', [], ['浙江省人民政府']).filter(({ filter }) =>
      (filter as string[]).includes('issuer IN ["浙江省人民政府"]'),
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

describe('what is looked for to answer a question', () => {
  const inForce = (q: string, asks: boolean): number =>
    filtersFor(q, [], [term('国家主席'), term('产生')], asks)
      .flat()
      .filter((filter) => filter.startsWith('validity')).length

  it('is what rules in force say, led by each of its words, where it is of today', () => {
    expect(inForce('国家主席怎么产生', true)).toBe(2)
    expect(inForce('国家主席 产生', false)).toBe(0)
    expect(inForce('2018年国家主席怎么产生', true)).toBe(0)
  })
})
