import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { hintsView } from './hints.js'

const request = newSearch({ q: '招商银资', from: '2020', page: 2 })

describe('hintsView', () => {
  it('links to what was meant, under the same filters, with its count', () => {
    const { meant } = hintsView(request, { correction: { q: '招商引资', total: 1529 }, related: [] }, 800)
    expect(meant).toMatchObject({ q: '招商引资', found: '（1,529 篇）', prominent: false })
    expect(decodeURIComponent(meant!.url)).toBe('/search?q=招商引资&from=2020')
  })

  it.each([
    [0, true],
    [3, true],
    [4, false],
  ])('shows it large where the query finds %i: %s', (total, prominent) => {
    const { meant } = hintsView(request, { correction: { q: '招商引资', total: 9 }, related: [] }, total)
    expect(meant!.prominent).toBe(prominent)
  })

  it('makes a new search of each related word', () => {
    const { meant, related } = hintsView(request, { correction: null, related: ['外资企业'] }, 12)
    expect(meant).toBeNull()
    expect(related.map(({ label, url }) => [label, decodeURIComponent(url)])).toEqual([
      ['外资企业', '/search?q=外资企业'],
    ])
  })
})
