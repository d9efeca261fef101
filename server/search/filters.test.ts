import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { facetQueries, facetsFrom, filterOf } from './filters.js'
import type { SearchRequest } from './types.js'

const NONE = newSearch().filters
const filters = (some: Partial<SearchRequest['filters']>): SearchRequest['filters'] => ({ ...NONE, ...some })
const request = (some: Partial<SearchRequest['filters']>) => newSearch({ filters: filters(some) })

describe('filterOf', () => {
  it('is one part a name, OR within it', () => {
    expect(filterOf(request({ issuer: ['甲局', '乙局'], year: ['2021'] }))).toEqual([
      'issuer IN ["甲局", "乙局"]',
      'year IN ["2021"]',
    ])
    expect(filterOf(newSearch())).toEqual([])
  })

  it('leaves a facet out of its own count', () => {
    expect(filterOf(request({ issuer: ['甲局'], year: ['2021'] }), 'issuer')).toEqual(['year IN ["2021"]'])
  })

  it('quotes what would end a value', () => {
    expect(filterOf(request({ issuer: ['甲"局\\'] }))).toEqual(['issuer IN ["甲\\"局\\\\"]'])
  })

  it('takes partial dates at their widest', () => {
    expect(filterOf(newSearch({ from: '2021', to: '2021-02' }))).toEqual([
      'written_to >= 20210101',
      'written_from <= 20210228',
    ])
    expect(filterOf(newSearch({ to: '2020-02' }))).toEqual(['written_from <= 20200229'])
    expect(filterOf(newSearch({ from: '2021-08-24' }))).toEqual(['written_to >= 20210824'])
  })
})

describe('facetQueries', () => {
  it('counts each facet with a selection by itself, and no other', () => {
    const { names, queries } = facetQueries(request({ issuer: ['甲局'], topic: ['a/b'] }), ['doc IN ["x"]'])
    expect(names).toEqual(['issuer', 'topic'])
    expect(queries.map(({ facets }) => facets)).toEqual([['issuer'], ['topic']])
    expect(queries[0]!.filter).toEqual(['kind = title', 'doc IN ["x"]', 'topic IN ["a/b"]'])
    expect(facetQueries(newSearch(), []).queries).toEqual([])
  })
})

describe('facetsFrom', () => {
  const main = {
    hits: [],
    facetDistribution: {
      issuer: { 乙局: 2, 甲局: 2, 丙局: 9 },
      topic: { 农业: 1, '农业/其他': 1, 卫生: 3 },
      year: { '2019': 4, '2021': 1, '2020': 7 },
      validity: { 未标注: 9, 废止: 1, 有效: 1 },
    },
  }
  const values = (facets: ReturnType<typeof facetsFrom>, name: 'issuer' | 'topic' | 'year' | 'validity') =>
    facets[name].map(({ value, count }) => `${value} ${count}`)

  it('puts bodies and topics by count, years newest first, validities as given', () => {
    const facets = facetsFrom(newSearch(), main, [], [])
    expect(values(facets, 'issuer')).toEqual(['丙局 9', '乙局 2', '甲局 2'])
    expect(values(facets, 'topic')).toEqual(['卫生 3', '农业 1', '农业/其他 1'])
    expect(values(facets, 'year')).toEqual(['2021 1', '2020 7', '2019 4'])
    expect(values(facets, 'validity')).toEqual(['有效 1', '废止 1', '未标注 9'])
  })

  it('takes the values of a facet with a selection from its own count, and keeps what is selected though it has none', () => {
    const asked = request({ issuer: ['丁局', '甲局'] })
    const own = { hits: [], facetDistribution: { issuer: { 甲局: 5, 乙局: 6 } } }
    const facets = facetsFrom(asked, main, ['issuer'], [own])
    expect(facets.issuer).toEqual([
      { value: '乙局', count: 6, selected: false },
      { value: '甲局', count: 5, selected: true },
      { value: '丁局', count: 0, selected: true },
    ])
    expect(facets.year.every(({ selected }) => !selected)).toBe(true)
  })

  it('counts nothing of a value that only every object has', () => {
    const issuer = ['constructor', '__proto__']
    expect(facetsFrom(request({ issuer }), main, ['issuer'], [{ hits: [] }]).issuer.map(({ count }) => count)).toEqual([
      ...[0, 0],
    ])
  })

  it('has every facet, empty, where nothing was counted', () => {
    expect(facetsFrom(newSearch(), { hits: [] }, [], [])).toEqual({ issuer: [], topic: [], year: [], validity: [] })
    const asked = request({ year: ['2021'] })
    expect(facetsFrom(asked, { hits: [] }, [], []).year).toEqual([{ value: '2021', count: 0, selected: true }])
  })
})
