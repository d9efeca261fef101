import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { effectiveSort, sortLinks } from './sorting.js'

const shown = (request: Parameters<typeof sortLinks>[0]) => sortLinks(request).map(({ url, current }) => [url, current])

describe('sorting', () => {
  it('is by relevance with a query and newest first without', () => {
    expect(effectiveSort(newSearch({ q: 'a' }))).toBe('relevance')
    expect(effectiveSort(newSearch())).toBe('newest')
    expect(effectiveSort(newSearch({ q: 'a', sort: 'oldest' }))).toBe('oldest')
  })

  it('offers every order once, the default one without a parameter', () => {
    expect(shown(newSearch({ q: 'a', sort: 'newest', page: 2 }))).toEqual([
      ['/search?q=a', false],
      ['/search?q=a&sort=newest', true],
      ['/search?q=a&sort=oldest', false],
    ])
    expect(shown(newSearch({ sort: 'newest' }))).toEqual([
      ['/search', true],
      ['/search?sort=oldest', false],
    ])
  })
})
