import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Tombstone, Version } from '../../indexer/contract/document.js'
import { originalPath } from '../../indexer/contract/originals.js'
import { memoryArchive, sampleDocument } from '../testing/memory-archive.js'
import { htmlOf, serve } from '../testing/site.js'
import { original } from './original.js'

const ID = '675490773-2021-00278'
const page = `/d/${ID}`
const versions: Version[] = [
  {
    number: 1,
    since: '2024-05-06T01:00:00Z',
    until: '2025-01-02T01:00:00Z',
    title: '旧题',
    content_hash: 'b'.repeat(64),
  },
  { number: 2, since: '2025-01-02T01:00:00Z', until: null, title: '新题', content_hash: 'a'.repeat(64) },
]
const current = sampleDocument({ version: 2, versions, title: '新题' })
const earlier = sampleDocument({
  ...{ version: 1, versions, title: '旧题', paragraphs: ['旧的正文。'], outline: [] },
  content_hash: 'b'.repeat(64),
})
const tombstone: Tombstone = {
  ...{
    id: 'gone-1',
    title: '已撤的<b>通知</b>',
    issuer: '测试局',
    doc_number: '测发〔2021〕8号',
    index_number: 'gone/1',
  },
  ...{ written: '2021-08', published: null, added: '2024-05-06T01:00:00Z', left: '2025-03-04T01:00:00Z' },
  versions: [{ ...versions[0]!, until: null }],
}
const withdrawn: Tombstone = {
  ...{
    id: 'closed-1',
    title: null,
    issuer: null,
    doc_number: null,
    index_number: null,
    written: null,
    published: null,
  },
  ...{ added: null, left: '2025-03-04T01:00:00Z', versions: [], withdrawn: true },
}
const archive = memoryArchive([current], {}, { earlier: [earlier], tombstones: [tombstone, withdrawn] })

describe('versions of a document', () => {
  it('are listed on its page, which is the current one', async () => {
    const response = await (await serve(archive))(page)
    const html = await htmlOf(response)
    expect(html).toContain('历次版本')
    expect(html).toContain(`<a href="${page}?version=1" rel="nofollow">第 1 版</a>`)
    expect(html).toContain('2024年5月6日收录，至2025年1月2日为止')
    expect(html).toContain('<strong aria-current="true">第 2 版</strong>')
    expect(html).not.toContain('历史版本')
    expect(response.headers.get('x-robots-tag')).toBeNull()
  })

  it('are not spoken of where there is only one', async () => {
    const one = memoryArchive([sampleDocument({ versions: [{ ...versions[1]!, number: 1 }] })])
    expect(await htmlOf((await serve(one))(page))).not.toContain('历次版本')
  })

  it('can be read under an address that stays, marked as earlier, and kept out of search engines', async () => {
    const response = await (await serve(archive, 'https://x.gov.cn'))(`${page}?version=1`)
    const html = await htmlOf(response)
    expect(response.status).toBe(200)
    expect(html).toContain('旧的正文。')
    expect(html).toContain('这是本文件的第 1 版')
    expect(html).toContain(`<a href="${page}">查看现行版本</a>`)
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(html).not.toContain('rel="canonical"')
    expect(html).toContain(`href="${page}?version=1#p1"`)
    expect(html).toContain(`[A/OL]. （2021-08-24）`)
    expect(html).toContain(`https://x.gov.cn${page}?version=1`)
    expect(html).toContain('b'.repeat(64))
  })

  it('have paragraph links of their own, the current one too, since the next may count otherwise', async () => {
    const link = (number: number) => `<a class="para__link" href="${page}?version=${number}#p1"`
    expect(await htmlOf((await serve(archive))(page))).toContain(link(2))
    expect(await htmlOf((await serve(archive))(`${page}?version=1`))).toContain(link(1))
  })

  it('include the current one under its number', async () => {
    const html = await htmlOf((await serve(archive))(`${page}?version=2`))
    expect(html).toContain('招商引资是头等大事')
    expect(html).not.toContain('noindex')
  })

  it.each([
    ['3', 404, '只有 2 个版本'],
    ['x', 400, '应为从 1 开始的整数'],
    ['0', 400, '应为从 1 开始的整数'],
  ])('are answered for %s with %d', async (version, status, said) => {
    const get = await serve(archive)
    const response = await get(`${page}?version=${version}`)
    expect(response.status).toBe(status)
    const html = await htmlOf(response)
    expect(html).toContain(said)
    if (status === 404) expect(html).toContain(`<a class="button" href="${page}">查看现行版本</a>`)
    expect((await get(`/api/documents/${ID}?version=${version}`)).status).toBe(status)
  })

  it('are in the JSON', async () => {
    const get = await serve(archive)
    expect(await (await get(`/api/documents/${ID}`)).json()).toMatchObject({
      ...{ url: page, version: 2, versions, added: current.added, original: null },
    })
    expect(await (await get(`/api/documents/${ID}?version=1`)).json()).toMatchObject({
      ...{ url: `${page}?version=1`, version: 1, paragraphs: ['旧的正文。'] },
    })
  })
})

describe('a document that has left', () => {
  it('answers 410 and says what it was, when it left, and what can be done', async () => {
    const response = await (await serve(archive))('/d/gone-1')
    const html = await htmlOf(response)
    expect(response.status).toBe(410)
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(html).toContain('<h1>已撤的&lt;b&gt;通知&lt;/b&gt;</h1>')
    for (const said of ['gone/1', '测发〔2021〕8号', '测试局', '2025年3月4日', '2021年8月', 'b'.repeat(64)]) {
      expect(html).toContain(said)
    }
    expect(html).toContain('2024年5月6日收录，至2025年3月4日为止')
    expect(html).toContain(`href="/search?q=${encodeURIComponent(tombstone.title!)}"`)
  })

  it.each(['', '?version=1'])('answers 410 in JSON%s, without a text', async (query) => {
    const response = await (await serve(archive))(`/api/documents/gone-1${query}`)
    expect(response.status).toBe(410)
    const body = (await response.json()) as object
    expect(body).toMatchObject({ error: { code: 'document_gone' }, document: { id: 'gone-1', index_number: 'gone/1' } })
    expect(body).not.toHaveProperty('document.paragraphs')
  })

  it('says no more of one that is not for the public any more than that', async () => {
    const response = await (await serve(archive))('/d/closed-1')
    const html = await htmlOf(response)
    expect(response.status).toBe(410)
    expect(html).toContain('<h1>这份文件不再公开</h1>')
    expect(html).toContain('2025年3月4日')
    expect(html).not.toContain('其来源现已移除')
    expect(html).not.toContain('名称相近')
    const json = (await (await serve(archive))('/api/documents/closed-1')).json()
    expect(await json).toMatchObject({ document: { title: null, withdrawn: true } })
  })

  it('gives out its file no more', async () => {
    expect((await (await serve(archive))('/d/gone-1/original')).status).toBe(410)
  })
})

describe('/d/{id}/original', () => {
  // Below a folder whose name begins with a dot, as many homes have it.
  let dataDir: string
  const bytes = Buffer.from('<script>alert(1)</script>'.repeat(100))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const withFile = (name: string, hash = sha256) =>
    memoryArchive([sampleDocument({ original: { sha256: hash, size: bytes.length, name, shared: true } })])

  beforeAll(async () => {
    dataDir = path.join(await mkdtemp(path.join(tmpdir(), '.zhengyan-')), 'data')
    await mkdir(path.dirname(originalPath(dataDir, sha256)), { recursive: true })
    await writeFile(originalPath(dataDir, sha256), bytes)
  })
  afterAll(() => rm(path.dirname(dataDir), { recursive: true }))

  it('is the very file, to be saved under its own name and never shown', async () => {
    const response = await (await serve(withFile('讲话 "终稿".html'), null, dataDir))(`${page}/original`)
    expect(response.status).toBe(200)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; .*filename\*=UTF-8''%E8%AE%B2%E8%AF%9D%20%22%E7%BB%88%E7%A8%BF%22\.html$/,
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(response.headers.get('content-encoding')).toBeNull()
  })

  it('is given in parts, and not again to who has it', async () => {
    const get = await serve(withFile('a.pdf'), null, dataDir)
    const part = await get(`${page}/original`, { headers: { range: 'bytes=1-6' } })
    expect(part.status).toBe(206)
    expect(await part.text()).toBe('script')
    expect(part.headers.get('content-type')).toBe('application/pdf')
    const head = await get(`${page}/original`, { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe(String(bytes.length))
    const again = await get(`${page}/original`, {
      headers: { 'if-none-match': `"${sha256}"`, 'cache-control': 'max-age=0' },
    })
    expect(again.status).toBe(304)
  })

  it.each([
    [416, { range: 'bytes=99999999-' }, `bytes */${bytes.length}`],
    [412, { 'if-match': '"x"' }, null],
  ])(
    'answers with %i what it cannot give, on a page of ours',
    async (status, headers: Record<string, string>, range) => {
      const response = await (await serve(withFile('a.pdf'), null, dataDir))(`${page}/original`, { headers })
      expect(response.status).toBe(status)
      expect(response.headers.get('content-range')).toBe(range)
      expect(response.headers.get('content-type')).toContain('text/html')
      expect(response.headers.get('content-disposition')).toBeNull()
      expect(response.headers.get('content-security-policy')).toContain("style-src 'self'")
      expect(await htmlOf(response)).toContain('请重新下载')
    },
  )

  it('is no fault of ours where whoever asked has gone before it is sent', async () => {
    const next = vi.fn()
    const aborted = Object.assign(new Error('Request aborted'), { code: 'ECONNABORTED' })
    const sendFile = (_path: string, _options: object, done: (error: Error) => void): void => done(aborted)
    const response = { attachment: vi.fn(), set: vi.fn(), headersSent: false, sendFile }
    const request = { params: { id: sampleDocument().id }, originalUrl: `${page}/original` }
    await original(withFile('a.pdf'), dataDir)(request as never, response as never, next)
    expect(next).not.toHaveBeenCalled()
  })

  it('is linked from the page, with its name and size, and whether others are in it', async () => {
    const html = await htmlOf((await serve(withFile('汇编.jsonl'), null, dataDir))(page))
    expect(html).toContain(`href="${page}/original"`)
    expect(html).toContain('汇编.jsonl（2.4 KB）')
    expect(html).toContain('原件中还有其他文件')
  })

  it.each([
    ['none is kept', memoryArchive([sampleDocument()])],
    ['it is missing', withFile('a.txt', 'c'.repeat(64))],
  ])('says so where %s', async (_, held) => {
    const response = await (await serve(held, null, dataDir))(`${page}/original`)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-disposition')).toBeNull()
    expect(await htmlOf(response)).toContain('没有保存这份文件的原件')
  })
})
