import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { deadArchive, memoryArchive, sampleDocument } from '../testing/memory-archive.js'
import { htmlOf, serve } from '../testing/site.js'

const ORIGIN = 'https://archive.example'

async function feedAt(path: string, ...documents: Parameters<typeof sampleDocument>[0][]) {
  const archive = memoryArchive(documents.map((changes) => sampleDocument(changes)))
  const response = await (await serve(archive, ORIGIN))(path)
  return { archive, response, $: load(await response.text(), { xml: true }) }
}

describe('/search.atom', () => {
  it('gives the newest documents of a search with what was found in them', async () => {
    const q = encodeURIComponent('招商引资')
    const { archive, response, $ } = await feedAt(`/search.atom?q=${q}&year=2021&sort=oldest`, {})
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    expect(archive.lastSearch).toMatchObject({ q: '招商引资', sort: 'newest', perPage: 50 })
    expect($('feed > title').text()).toBe('招商引资，成文年份 2021 - 政言')
    expect($('feed > id').text()).toBe(`${ORIGIN}/search.atom?q=${q}&year=2021`)
    expect($('feed > link[rel=self]').attr('href')).toBe($('feed > id').text())
    expect($('feed > link[rel=alternate]').attr('href')).toBe(`${ORIGIN}/search?q=${q}&year=2021&sort=newest`)
    expect($('entry')).toHaveLength(1)
    expect($('entry > id').text()).toBe(`${ORIGIN}/d/675490773-2021-00278`)
    expect($('entry > title').text()).toBe('在招商引资工作会议上的讲话')
    expect($('entry > author > name').text()).toBe('党政办公室')
    expect($('entry > summary').text()).toContain('招商引资是头等大事。')
    // It is new when the archive has it, whenever it was published.
    expect($('entry > updated').text()).toBe('2024-05-05T22:00:00.000Z')
    expect($('feed > updated').text()).toBe('2024-05-05T22:00:00.000Z')
    expect($('entry > published').text()).toBe('2021-08-23T16:00:00.000Z')
  })

  it('holds as many as are asked for, and dates that go no further than a year', async () => {
    const { archive, $ } = await feedAt('/search.atom?per_page=3', { written: '1956', published: null, issuer: null })
    expect(archive.lastSearch).toMatchObject({ perPage: 3 })
    // Also where a page of results has as many unless it is told.
    expect((await feedAt('/search.atom?per_page=10')).archive.lastSearch).toMatchObject({ perPage: 10 })
    expect($('entry > published').text()).toBe('1955-12-31T16:00:00.000Z')
  })

  it('is a feed without entries where nothing is found, and tells a title as it stands, whatever that holds', async () => {
    expect((await feedAt('/search.atom?q=x')).$('feed > updated')).toHaveLength(1)
    const { $ } = await feedAt('/search.atom', { title: 'a]]><b>\u0001&' })
    expect($('entry > title').text()).toBe('a]]&gt;&lt;b&gt;&amp;')
    const asked = await feedAt('/search.atom?q=%EF%BF%BEx&issuer=%01y')
    expect(asked.$('feed > title').text()).toBe('x，发布机构 y - 政言')
  })
})

describe('/search.rss', () => {
  it('gives the same as RSS', async () => {
    const { response, $ } = await feedAt('/search.rss', {})
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    expect($('rss > channel > item > link').text()).toBe(`${ORIGIN}/d/675490773-2021-00278`)
  })
})

describe('feeds', () => {
  it('say what is wrong with a value, or with the engine', async () => {
    expect((await (await serve(memoryArchive([])))('/search.atom?year=abc')).status).toBe(400)
    expect((await (await serve(deadArchive()))('/search.rss')).status).toBe(503)
  })

  it('are named in the pages that they are feeds of, with the table', async () => {
    const site = await serve(memoryArchive([sampleDocument()]))
    const $ = load(await htmlOf(site('/search?q=%E6%8B%9B%E5%95%86&sort=oldest&page=1')))
    expect($('link[rel=alternate]').attr('href')).toBe('/search.atom?q=%E6%8B%9B%E5%95%86')
    expect(
      $('.exports a')
        .get()
        .map((link) => $(link).attr('href')),
    ).toEqual([
      '/search.csv?q=%E6%8B%9B%E5%95%86&sort=oldest',
      '/search.atom?q=%E6%8B%9B%E5%95%86',
      '/search.rss?q=%E6%8B%9B%E5%95%86',
    ])
    expect(load(await htmlOf(site('/')))('link[rel=alternate]').attr('href')).toBe('/search.atom')
    expect(load(await htmlOf(site('/search?q=absent')))('.exports')).toHaveLength(0)
  })
})
