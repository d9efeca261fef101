import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../archive.js'
import { deadArchive, memoryArchive, sampleDocument } from '../testing/memory-archive.js'
import { serve } from '../testing/site.js'

const ORIGIN = 'https://archive.example'

/** An archive that says that it holds so many documents. */
function archiveOf(documents: number): Archive {
  const archive = memoryArchive([sampleDocument()])
  const state = async () => {
    const held = await archive.state()
    return held && { ...held, documents }
  }
  return { ...archive, state }
}

async function locationsOf(archive: Archive, path: string): Promise<[string, string][]> {
  const response = await (await serve(archive, ORIGIN))(path)
  expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([200, 'application/xml'])
  const $ = load(await response.text(), { xml: true })
  return $('loc')
    .get()
    .map((loc) => [$(loc).text(), $(loc).next('lastmod').text()])
}

describe('/sitemap.xml', () => {
  it('lists the parts, each of as many documents as the protocol allows', async () => {
    const updated = '2026-01-02T03:04:05Z'
    expect(await locationsOf(archiveOf(50_001), '/sitemap.xml')).toEqual([
      [`${ORIGIN}/sitemap/1.xml`, updated],
      [`${ORIGIN}/sitemap/2.xml`, updated],
    ])
    expect(await locationsOf(archiveOf(50_000), '/sitemap.xml')).toHaveLength(1)
    expect(await locationsOf(memoryArchive([]), '/sitemap.xml')).toEqual([])
  })

  it('is named in robots.txt', async () => {
    expect(await (await (await serve(memoryArchive([]), ORIGIN))('/robots.txt')).text()).toContain(
      `\nSitemap: ${ORIGIN}/sitemap.xml\n`,
    )
  })
})

describe('/sitemap/{part}.xml', () => {
  it('gives the address of each document, and since when it says what it says', async () => {
    const documents = [sampleDocument({ id: 'a' }), sampleDocument({ id: 'b', added: null })]
    expect(await locationsOf(memoryArchive(documents), '/sitemap/1.xml')).toEqual([
      [`${ORIGIN}/d/a`, sampleDocument().added],
      [`${ORIGIN}/d/b`, ''],
    ])
  })

  it('is not there where there are no documents, or under no number', async () => {
    const get = await serve(archiveOf(50_000))
    for (const part of ['0', '2', '01', '-1', 'x', '1e0']) expect((await get(`/sitemap/${part}.xml`)).status).toBe(404)
    expect((await (await serve(memoryArchive([])))('/sitemap/1.xml')).status).toBe(404)
    expect((await (await serve(deadArchive()))('/sitemap/1.xml')).status).toBe(503)
  })
})
