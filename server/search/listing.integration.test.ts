import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, temporaryFolder, writeFiles } from '../../e2e/support/folder.js'
import { openSampleArchive, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { ArchiveChangedError } from '../errors.js'
import { newSearch } from '../params.js'
import type { SearchRequest } from './types.js'

let sample: SampleArchive
let folder: string

beforeAll(async () => {
  folder = await temporaryFolder()
  sample = await openSampleArchive([folder])
})

afterAll(async () => {
  await sample.close()
  await removeFolder(folder)
})

async function listed(request: SearchRequest, atATime?: number): Promise<string[]> {
  const ids: string[] = []
  for await (const hits of sample.archive.listing(request, atATime)) ids.push(...hits.map(({ id }) => id))
  return ids
}

async function paged(request: SearchRequest): Promise<string[]> {
  const { total } = await sample.archive.search(request)
  const ids: string[] = []
  for (let page = 1; ids.length < total; page++) {
    const { hits } = await sample.archive.search({ ...request, page, perPage: 100 })
    ids.push(...hits.map(({ id }) => id))
  }
  return ids
}

describe('listing', () => {
  it.each<[string, Partial<SearchRequest>]>([
    ['everything', {}],
    ['everything, the oldest first', { sort: 'oldest' }],
    ['a word', { q: '通知' }],
    ['a question', { q: '老旧小区加装电梯有什么补贴' }],
    ['a word in order of time', { q: '安全', sort: 'newest' }],
    ['a word within dates', { q: '安全', from: '2020', to: '2023' }],
    ['an exact string', { q: '营商环境', mode: 'exact' }],
    ['nothing', { q: '青梧区没有的词组', mode: 'exact' }],
    ['what cannot be looked for', { q: '-通知' }],
  ])('gives for %s what the pages of results give, in the same order', async (_what, changes) => {
    const request = newSearch(changes)
    expect(await listed(request)).toEqual(await paged(request))
  })

  it.each([1, 7, 1000])('leaves none out and gives none twice, %i at a time', async (atATime) => {
    for (const request of [
      newSearch({ q: '通知 会议' }),
      newSearch({ sort: 'oldest', filters: { ...newSearch().filters, year: ['2021'] } }),
    ]) {
      const all = await paged(request)
      expect(all.length).toBeGreaterThan(5)
      expect(await listed(request, atATime)).toEqual(all)
    }
  })

  it('ends with an error where another state of the archive is published meanwhile', async () => {
    const parts = sample.archive.listing(newSearch(), 5)
    expect((await parts.next()).value).toHaveLength(5)
    await writeFiles(folder, { 'new.md': '---\ntitle: 关于新文件的通知\n---\n\n这是后来的一份文件。\n' })
    await sample.update()
    await expect(parts.next()).rejects.toThrow(ArchiveChangedError)
  })

  it('says when documents came into the archive', async () => {
    const [id] = await listed(newSearch())
    const arrivals = await sample.archive.arrivals([id!, 'absent'])
    expect([...arrivals.keys()]).toEqual([id])
    expect(Date.parse(arrivals.get(id!)!.changed!)).toBeLessThanOrEqual(Date.now())
    expect(await sample.archive.arrivals([])).toEqual(new Map())
  })
})

describe('addresses', () => {
  it('are those of all documents, in whatever portions they are asked for', async () => {
    const read = async (first: number, total: number, atATime?: number) => {
      const all = []
      for await (const some of sample.archive.addresses(first, total, atATime)) all.push(...some)
      return all
    }
    const all = await read(0, 50_000)
    expect(all.map(({ id }) => id)).toEqual((await listed(newSearch())).sort())
    expect(all.every(({ changed }) => changed !== null && !Number.isNaN(Date.parse(changed)))).toBe(true)
    expect(await read(10, 25, 10)).toEqual(all.slice(10, 35))
  })
})
