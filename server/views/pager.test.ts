import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { pager } from './pager.js'

const shown = (page: number, total: number): string =>
  pager(newSearch({ q: 'a', page }), total)!
    .items.map(({ label, current }) => (current ? `[${label}]` : label))
    .join(' ')

describe('pager', () => {
  it('is absent where everything is on one page', () => {
    expect(pager(newSearch(), 10)).toBeNull()
    expect(pager(newSearch(), 0)).toBeNull()
  })

  it('shows first, last and neighbours, and no gap of a single page', () => {
    expect(shown(1, 20)).toBe('[1] 2')
    expect(shown(1, 100)).toBe('[1] 2 3 … 10')
    expect(shown(4, 100)).toBe('1 2 3 [4] 5 6 … 10')
    expect(shown(5, 100)).toBe('1 2 3 4 [5] 6 7 … 10')
    expect(shown(50, 1000)).toBe('1 … 48 49 [50] 51 52 … 100')
    expect(shown(100, 1000)).toBe('1 … 98 99 [100]')
  })

  it('keeps the search in its links', () => {
    const { previous, next, items, position } = pager(newSearch({ q: 'a', page: 2, perPage: 20 }), 50)!
    expect(previous).toBe('/search?q=a&per_page=20')
    expect(next).toBe('/search?q=a&page=3&per_page=20')
    expect(items[1]).toMatchObject({ name: '第 2 页', current: true })
    expect(position).toBe('第 2 页，共 3 页')
  })

  it('leads back from past the end', () => {
    expect(pager(newSearch({ page: 99 }), 50)).toMatchObject({ previous: '/search?page=5', next: null })
  })
})
