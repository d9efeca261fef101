import { beforeAll, describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { searchUrl } from '../urls.js'
import { explain } from './explain.js'
import type { SearchRequest } from './types.js'
import { warmUp } from './words.js'

beforeAll(warmUp)

/** What was asked, by its address, with the totals it was given. */
async function explained(given: Partial<SearchRequest>, totals: Record<string, number> = {}) {
  const { filters } = newSearch()
  const request = newSearch({ ...given, filters: { ...filters, ...given.filters } })
  const { terms, relaxed } = await explain(request, (asked) =>
    Promise.resolve(totals[decodeURIComponent(searchUrl(asked))] ?? 0),
  )
  return {
    terms: terms.map(({ text, total, everywhere }) => [text, total, everywhere?.total ?? null]),
    relaxed: relaxed.map(({ relaxation, request, total }) => [
      relaxation.kind,
      decodeURIComponent(searchUrl(request)),
      total,
    ]),
  }
}

const filters = { ...newSearch().filters, year: ['2021'], issuer: ['党政办公室'] }

describe('explain', () => {
  it('asks for each thing typed by itself', async () => {
    expect(await explained({ q: '电梯 "火星 移民"' }, { '/search?q=电梯': 7 })).toEqual({
      terms: [
        ['电梯', 7, null],
        ['火星 移民', 0, null],
      ],
      relaxed: [['exactness', '/search?q=电梯+火星+移民', 0]],
    })
  })

  it('takes a single string apart into its words, without those that only ask', async () => {
    const { terms } = await explained({ q: '请问火星移民有哪些补贴', mode: 'exact' }, { '/search?q="补贴"': 5 })
    expect(terms.map(([text]) => text)).toEqual(expect.arrayContaining(['火星', '移民', '补贴']))
    expect(terms).toContainEqual(['补贴', 5, null])
    expect(terms.map(([text]) => text)).not.toContain('有哪些')
  })

  it('asks without conditions where a term has nothing within them', async () => {
    const { terms, relaxed } = await explained(
      { q: '电梯', filters, from: '2020' },
      { '/search?q=电梯': 7, '/search?q=电梯&year=2021&from=2020': 3 },
    )
    expect(terms).toEqual([['电梯', 0, 7]])
    expect(relaxed).toEqual([
      ['filter', '/search?q=电梯&year=2021&from=2020', 3],
      ['filter', '/search?q=电梯&issuer=党政办公室&from=2020', 0],
      ['from', '/search?q=电梯&issuer=党政办公室&year=2021', 0],
      ['all', '/search?q=电梯', 7],
    ])
  })

  it('leaves out a facet with all its values, each of which alone would only narrow the search', async () => {
    const years = Array.from({ length: 50 }, (_, index) => String(1970 + index))
    const { relaxed } = await explained({ q: '电梯', filters: { ...filters, year: years } })
    const all = `issuer=党政办公室&${years.map((year) => `year=${year}`).join('&')}`
    expect(relaxed.map(([kind, url]) => [kind, url])).toEqual([
      ['filter', `/search?q=电梯&${all.slice(all.indexOf('year'))}`],
      ['filter', '/search?q=电梯&issuer=党政办公室'],
      ['all', '/search?q=电梯'],
    ])
  })

  it('leaves out exclusions, exactness and scope', async () => {
    expect((await explained({ q: '电梯 -补贴' })).relaxed).toEqual([['excluded', '/search?q=电梯', 0]])
    expect((await explained({ q: '电梯', mode: 'exact', scope: 'title' })).relaxed).toEqual([
      ['exactness', '/search?q=电梯&scope=title', 0],
      ['scope', '/search?q=电梯&mode=exact', 0],
    ])
  })

  it('has nothing to ask of an empty query without conditions', async () => {
    expect(await explained({ q: '' })).toEqual({ terms: [], relaxed: [] })
  })
})
