import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FACETS } from '../indexer/contract/fields.js'
import { newSearch, parseSearch } from './params.js'
import { searchUrl } from './urls.js'

const parse = (query: string) => parseSearch(new URLSearchParams(query))

describe('parseSearch', () => {
  it('reads an empty query as the default search', () => {
    expect(parse('')).toEqual({ request: newSearch(), problems: [], typed: { from: '', to: '' } })
  })

  it('trims the query and keeps 10,000 characters of it', () => {
    const q = '电'.repeat(10_000)
    expect(parse(`q=%20${encodeURIComponent(q)}%20`).request.q).toBe(q)
  })

  it.each([
    ['2021', '2021'],
    ['2021-08', '2021-08'],
    ['2021-08-24', '2021-08-24'],
    ['2021年8月', '2021-08'],
    ['20210824', '2021-08-24'],
    [' ２０２１-０８ ', '2021-08'],
  ])('reads the date %s as %s', (typed, read) => {
    expect(parse(`from=${typed}&to=${typed}`)).toMatchObject({ request: { from: read, to: read }, problems: [] })
  })

  it('takes the last of what has one value, as whoever adds it to an address means it', () => {
    const { request } = parseSearch(new URLSearchParams('q=甲&page=1&sort=&page=2&q=乙&q='))
    expect(request).toMatchObject({ q: '乙', page: 2, sort: '' })
  })

  it('leaves out of a query what nobody writes: control characters, and what turns the direction of a line', () => {
    expect(parse('q=%00').request.q).toBe('')
    expect(parse('q=电梯%00%0A补贴').request.q).toBe('电梯 补贴')
    expect(parse('q=%E2%80%AE电梯').request.q).toBe('电梯')
  })

  it('takes years in full width', () => {
    const { request, problems } = parseSearch(new URLSearchParams('year=２０２１&year=2021'))
    expect([request.filters.year, problems]).toEqual([['2021'], []])
  })

  it('reads repeated facet values, sorted and once each, and ignores empty ones and unknown names', () => {
    const { request, problems } = parse('issuer=乙&issuer=甲&issuer=乙&issuer=&year=2021&colour=red')
    expect(request).toEqual(
      newSearch({ filters: { issuer: ['乙', '甲'].sort(), topic: [], year: ['2021'], validity: [] } }),
    )
    expect(problems).toEqual([])
  })

  it('reads a topic as a path however its levels are joined', () => {
    const { request } = parse(`topic=${encodeURIComponent('卫生、体育\\医药管理')}`)
    expect(request.filters.topic).toEqual(['卫生、体育/医药管理'])
  })

  it.each([
    ['page', '-1'],
    ['page', '0'],
    ['page', '1.5'],
    ['page', '99999999999999999999'],
    ['per_page', '1000'],
    ['from', '昨天'],
    ['to', '2021-02-30'],
    ['sort', 'foo'],
    ['mode', 'loose'],
    ['scope', 'all'],
    ['year', '去年'],
    ['validity', '好'],
  ])('names %s=%s as a problem and keeps the rest', (name, value) => {
    const { request, problems } = parse(`q=电梯&issuer=甲&${name}=${value}`)
    expect(problems).toEqual([{ name, value, message: expect.stringContaining(`“${value}”`) as string }])
    expect(problems[0]!.message).toMatch(/应为|请写成/)
    expect(request.q).toBe('电梯')
    expect(request.filters.issuer).toEqual(['甲'])
  })

  it('takes fifty values of a facet, and names one problem where there are more, or more text than anyone chooses', () => {
    const years = (total: number) => Array.from({ length: total }, (_, index) => `year=${1000 + index}`).join('&')
    expect(parse(years(50))).toMatchObject({ problems: [], request: { filters: { year: { length: 50 } } } })
    const { request, problems } = parse(`${years(2000)}&issuer=甲`)
    expect(problems).toMatchObject([{ name: 'year', value: '2000' }])
    expect(problems[0]!.message).toContain('至多 50 项')
    expect(request.filters).toMatchObject({ year: [], issuer: ['甲'] })
    expect(parse(`issuer=${'甲'.repeat(2001)}`).problems).toMatchObject([{ name: 'issuer' }])
    expect(parse('year=a&'.repeat(2000)).problems).toHaveLength(1)
  })

  it('takes a topic as deep as a source has it, and none without end', () => {
    expect(parse('topic=A/B/C').request.filters.topic).toEqual(['A/B/C'])
    const { request, problems } = parse(`topic=${'a/'.repeat(9)}`)
    expect(problems).toMatchObject([{ name: 'topic', message: expect.stringContaining('层级太多') as string }])
    expect(request.filters.topic).toEqual([])
  })

  it('names a range whose end lies before its beginning, and keeps what was typed', () => {
    const { request, problems, typed } = parse('from=2022&to=2021年8月')
    expect(problems).toEqual([{ name: 'from', value: '2022', message: expect.stringContaining('晚于') as string }])
    expect(request).toMatchObject({ from: null, to: null })
    expect(typed).toEqual({ from: '2022', to: '2021年8月' })
  })

  it('takes a range within one year or month for a range', () => {
    expect(parse('from=2021-08&to=2021').problems).toEqual([])
    expect(parse('from=2021&to=2021-01').problems).toEqual([])
  })
})

/** Text as an address can carry it: well-formed UTF-16 without white space around it. */
const text = fc.string({ unit: 'binary', maxLength: 30 }).map((value) => value.trim())
const values = fc.uniqueArray(
  text.filter((value) => value !== '' && !/[/\\>]/.test(value)),
  { maxLength: 4 },
)
const date = fc.constantFrom(null, '2019', '2021-08', '2021-08-24')

const search = fc
  .record({
    // What is never meant is left out of a query, and stands in no address of ours.
    q: text.map((q) => parseSearch(new URLSearchParams({ q })).request.q),
    mode: fc.constantFrom('' as const, 'exact' as const),
    scope: fc.constantFrom('' as const, 'title' as const, 'text' as const),
    issuer: values,
    topic: values,
    year: fc.uniqueArray(fc.integer({ min: 1000, max: 2999 }).map(String), { maxLength: 3 }),
    validity: fc.subarray([...FACETS.find(({ name }) => name === 'validity')!.values!]),
    from: date,
    to: date,
    sort: fc.constantFrom('' as const, 'newest' as const, 'oldest' as const),
    page: fc.integer({ min: 1, max: 1_000_000 }),
    perPage: fc.integer({ min: 1, max: 100 }),
  })
  .filter(({ from, to }) => !from || !to || from <= to)
  .map(({ issuer, topic, year, validity, ...rest }) => ({
    ...rest,
    filters: { issuer: issuer.sort(), topic: topic.sort(), year: year.sort(), validity: validity.sort() },
  }))

const parseUrl = (url: string) => parseSearch(new URL(url, 'http://localhost').searchParams)

describe('parseSearch and searchUrl', () => {
  it('are inverse to each other', () => {
    fc.assert(
      fc.property(search, (request) => {
        expect(parseUrl(searchUrl(request))).toMatchObject({ request, problems: [] })
      }),
    )
  })

  it('give every query string one address, at which they stay', () => {
    const name = fc.constantFrom(
      'q',
      'mode',
      'scope',
      'issuer',
      'topic',
      'year',
      'validity',
      'from',
      'to',
      'sort',
      'page',
    )
    const anything = fc.oneof(text, fc.constantFrom('exact', '2021', '2021年8月', 'newest', '2', '-1', '有效', 'A/B'))
    fc.assert(
      fc.property(fc.array(fc.tuple(name, anything), { maxLength: 12 }), (pairs) => {
        const first = parseSearch(new URLSearchParams(pairs)).request
        const url = searchUrl(first)
        const second = parseUrl(url)
        expect(second).toMatchObject({ request: first, problems: [] })
        expect(searchUrl(second.request)).toBe(url)
      }),
    )
  })
})
