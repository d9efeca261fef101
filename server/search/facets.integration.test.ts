import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hardRecordFiles } from '../../e2e/support/hard-records.js'
import { openSampleArchiveWith, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { dayRange } from '../../indexer/contract/dates.js'
import type { DocumentContent } from '../../indexer/contract/document.js'
import { FACETS } from '../../indexer/contract/fields.js'
import { newSearch } from '../params.js'
import type { SearchRequest, SearchResult } from './types.js'

/** The sample, and what is hard to find. */
let sample: SampleArchive

beforeAll(async () => {
  sample = await openSampleArchiveWith(hardRecordFiles())
})

afterAll(() => sample.close())

const search = (request: Partial<SearchRequest>): Promise<SearchResult> =>
  sample.archive.search(newSearch({ perPage: 100, ...request }))
const ids = ({ hits }: SearchResult): string[] => hits.map(({ id }) => id)
const sorted = (values: string[]): string[] => values.toSorted()

const QUERIES = ['营商环境', '电梯 补贴', '老旧小区加装电梯有什么补贴', '招商引资', '"通知"', '安全 OR 消防', '']

/** What the facets should say: counted from the documents that the query alone finds. */
function expectedFacets(found: readonly string[], request: Partial<SearchRequest>) {
  const { filters, from, to } = newSearch(request)
  const documents = sample.documents.filter(({ id }) => found.includes(id))
  const passes = (document: DocumentContent, except: string | null): boolean => {
    const range = document.written ? dayRange(document.written) : null
    if (from && !(range && range[1] >= dayRange(from)[0])) return false
    if (to && !(range && range[0] <= dayRange(to)[1])) return false
    return FACETS.every(({ name, of }) => {
      const selected = filters[name]
      return name === except || selected.length === 0 || of(document).some((value) => selected.includes(value))
    })
  }
  const facets = FACETS.map(({ name, of }) => {
    const counts = new Map(filters[name].map((value) => [value, 0]))
    for (const document of documents.filter((one) => passes(one, name))) {
      for (const value of of(document)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [name, Object.fromEntries(counts)]
  })
  return {
    ids: sorted(documents.filter((one) => passes(one, null)).map(({ id }) => id)),
    facets: Object.fromEntries(facets) as Record<string, Record<string, number>>,
  }
}

async function expectFacets(q: string, request: Partial<SearchRequest>): Promise<SearchResult> {
  const found = ids(await search({ q }))
  const result = await search({ q, ...request })
  const facets = Object.fromEntries(
    Object.entries(result.facets).map(([name, values]) => [
      name,
      Object.fromEntries(values.map(({ value, count }) => [value, count])),
    ]),
  )
  expect({ ids: sorted(ids(result)), facets }).toEqual(expectedFacets(found, request))
  expect(result.total).toBe(result.hits.length)
  // Of a page that nobody has asked for, it is counted anew.
  expect(await sample.archive.total(newSearch({ q, ...request, perPage: 7 }))).toBe(result.total)
  return result
}

const filters = (some: Partial<SearchRequest['filters']>): SearchRequest['filters'] => ({
  ...newSearch().filters,
  ...some,
})

const SELECTIONS: Partial<SearchRequest>[] = [
  {},
  { filters: filters({ issuer: ['青梧区民政局', '青梧区财政局'] }) },
  { filters: filters({ year: ['2021', '2022', '1949'] }) },
  { filters: filters({ validity: ['废止', '已修改'] }) },
  { filters: filters({ topic: ['综合政务', '工业、交通/信息产业（含电信）'] }) },
  { filters: filters({ issuer: ['青梧区人民政府'], year: ['2021', '2023'], validity: ['有效'] }) },
  { filters: filters({ issuer: ['没有"这个\\机构'] }) },
  { filters: filters({ year: ['2020'] }), from: '2020-03' },
  { from: '2021', to: '2022-06' },
  { from: '2020-02-14', to: '2020-02-20' },
  { to: '2017' },
  { from: '2020', filters: filters({ validity: ['有效'] }), sort: 'newest' },
]

describe('facets', () => {
  it.each(QUERIES)('of %j count documents, each facet without its own selection', async (q) => {
    for (const selection of SELECTIONS) await expectFacets(q, selection)
  })

  it('find by a class what stands in its subclasses', async () => {
    const topic = '综合政务'
    const { facets, total } = await search({ filters: filters({ topic: [topic] }) })
    const inside = facets.topic.filter(({ value }) => value.startsWith(`${topic}/`))
    expect(inside.length).toBeGreaterThan(1)
    expect(facets.topic.find(({ value }) => value === topic)).toEqual({ value: topic, count: total, selected: true })
    for (const { value, count } of inside) {
      expect((await search({ filters: filters({ topic: [value] }) })).total).toBe(count)
    }
  })

  it('are there, all of them, when a selection leaves nothing', async () => {
    const { total, facets } = await search({ q: '电梯', filters: filters({ year: ['1949'] }) })
    expect(total).toBe(0)
    expect(facets.year).toContainEqual({ value: '1949', count: 0, selected: true })
    expect(facets.year.length).toBeGreaterThan(1)
  })

  it('take a date known to the month or year for any day in it', async () => {
    const found = async (from: string, to: string): Promise<string[]> => ids(await search({ from, to }))
    expect(await found('2020-02-14', '2020-02-14')).toContain('700900100-2020-00001')
    expect(await found('2020-02-14', '2020-02-14')).toContain('700900100-2020-00002')
    expect(await found('2020-03-01', '2020-03-31')).not.toContain('700900100-2020-00001')
    expect(await found('2020-03-01', '2020-03-31')).toContain('700900100-2020-00002')
  })
})
