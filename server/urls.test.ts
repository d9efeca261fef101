import { describe, expect, it } from 'vitest'
import { newSearch, parseVisit } from './params.js'
import { documentUrl, facetUrl, originalUrl, searchUrl, seriesUrl } from './urls.js'

describe('searchUrl', () => {
  it('leaves defaults out', () => {
    expect(searchUrl(newSearch())).toBe('/search')
  })

  it('writes names in one order, and under another path where asked', () => {
    const filters = { ...newSearch().filters, topic: ['A/B'], year: ['2020', '2021'] }
    const request = newSearch({ q: 'a b', mode: 'exact', filters, to: '2021', sort: 'oldest', page: 2, perPage: 20 })
    expect(searchUrl(request, '/api/search')).toBe(
      '/api/search?q=a+b&mode=exact&topic=A%2FB&year=2020&year=2021&to=2021&sort=oldest&page=2&per_page=20',
    )
  })
})

describe('documentUrl', () => {
  it('names a document, a paragraph of it, and what to mark', () => {
    expect(documentUrl('675490773-2021-00278')).toBe('/d/675490773-2021-00278')
    expect(documentUrl('a-1', 9)).toBe('/d/a-1#p9')
    expect(documentUrl('a-1', 9, '"a&b"')).toBe('/d/a-1?q=%22a%26b%22#p9')
  })

  it('is read by parseVisit', () => {
    const url = new URL(documentUrl('a-1', 9, '"a&b"', 2), 'https://x.gov.cn')
    expect(parseVisit(url.searchParams)).toEqual({ q: '"a&b"', version: 2, problem: null })
    expect(parseVisit(new URLSearchParams())).toEqual({ q: '', version: null, problem: null })
    for (const value of ['0', '-1', 'x', '1.5']) {
      expect(parseVisit(new URLSearchParams({ version: value }))).toMatchObject({ version: null, problem: { value } })
    }
  })

  it('has the original beside it', () => {
    expect(originalUrl('a-1')).toBe('/d/a-1/original')
    expect(originalUrl('a-1', 2)).toBe('/d/a-1/original?version=2')
  })
})

describe('seriesUrl and facetUrl', () => {
  it('encode their parts', () => {
    expect(seriesUrl({ code: '国发', year: 2021 })).toBe(`/w/${encodeURIComponent('国发')}/2021`)
    expect(seriesUrl({ code: '国令', year: null })).toBe(`/w/${encodeURIComponent('国令')}/-`)
    expect(facetUrl('topic', 'A/B')).toBe('/search?topic=A%2FB')
  })
})
