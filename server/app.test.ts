import { describe, expect, it } from 'vitest'
import { deadArchive, memoryArchive, sampleDocument } from './testing/memory-archive.js'
import { htmlOf, serve } from './testing/site.js'

const document = sampleDocument()
const pages = ['/', '/search', `/d/${document.id}`, '/help']

describe('every page', () => {
  it.each(pages)('%s allows nothing from elsewhere and nothing inline', async (path) => {
    const response = await (await serve(memoryArchive([document])))(path)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('x-powered-by')).toBeNull()
    const html = await htmlOf(response)
    expect(html).not.toMatch(/ style=| on[a-z]+=|<style|<script(?![^>]* src=)/)
    expect(html).toMatch(/<a class="skip" href="#main">/)
    expect(html.match(/<h1/g)).toHaveLength(1)
  })

  it.each([...pages, '/health', '/api/search', '/robots.txt'])(
    '%s answers HEAD as GET, without a body',
    async (path) => {
      const get = await serve(memoryArchive([document]))
      const [head, full] = await Promise.all([get(path, { method: 'HEAD' }), get(path)])
      expect(head.status).toBe(full.status)
      expect(head.headers.get('content-type')).toBe(full.headers.get('content-type'))
      expect(await head.text()).toBe('')
    },
  )

  it('is compressed, and asked for again each time', async () => {
    const response = await (await serve(memoryArchive([document])))('/search')
    expect(response.headers.get('content-encoding')).toMatch(/gzip|br/)
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })

  it('promises a secure address only where the site has one', async () => {
    const header = 'strict-transport-security'
    const plain = await serve(memoryArchive([]), 'http://archive.example')
    const secure = await serve(memoryArchive([]), 'https://archive.example')
    expect((await plain('/help')).headers.get(header)).toBeNull()
    expect((await secure('/help')).headers.get(header)).toContain('max-age')
  })
})

describe('errors', () => {
  it('give a page with its status and a way on', async () => {
    const get = await serve(memoryArchive([]))
    const missing = await get('/nothing')
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain('没有这个页面')
    const broken = await get('/d/%E0%A4%A')
    expect(broken.status).toBe(400)
    expect(await broken.text()).toContain('无法识别这个地址')
    const posted = await get('/search', { method: 'POST' })
    expect(posted.status).toBe(405)
    expect(posted.headers.get('allow')).toBe('GET, HEAD')
  })

  it.each(['/', '/search?q=a', '/d/a-1', '/w/a/2021/5'])('say at %s that the engine does not answer', async (path) => {
    const response = await (await serve(deadArchive()))(path)
    const html = await htmlOf(response)
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('5')
    expect(html).toContain('检索服务暂时不可用')
    expect(html).toContain(`href="${path}">重试`)
    expect(html).not.toContain('ECONNREFUSED')
  })

  it.each([
    [416, { range: 'bytes=99999999-' }, '请求的范围超出了文件的长度'],
    [412, { 'if-match': '"x"' }, '与请求所指的版本不同'],
  ])('say with %i what of a file cannot be given', async (status, headers: Record<string, string>, sentence) => {
    const response = await (await serve(memoryArchive([])))('/static/base.css', { headers })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('last-modified')).toBeNull()
    expect(/^bytes \*\/\d+$/.test(response.headers.get('content-range') ?? '')).toBe(status === 416)
    expect(await htmlOf(response)).toContain(sentence)
  })

  it('tell nothing of what went wrong inside', async () => {
    const archive = memoryArchive([])
    archive.search = () => Promise.reject(new Error('secret detail'))
    const get = await serve(archive)
    const page = await get('/search')
    const html = await htmlOf(page)
    expect(page.status).toBe(500)
    expect(html).toContain('网站出了问题')
    expect(html).not.toMatch(/secret|at .*\.ts/)
    const api = await get('/api/search')
    expect(api.status).toBe(500)
    expect(await api.json()).toMatchObject({ error: { code: 'internal_error' } })
  })
})

describe('/static', () => {
  it('keeps a file for good under the address that pages use, and asks again under the plain one', async () => {
    const get = await serve(memoryArchive([]))
    const html = await htmlOf(get('/help'))
    const url = /href="(\/static\/base\.css\?v=[0-9a-f]{12})"/.exec(html)?.[1] ?? ''
    const kept = await get(url)
    expect(kept.status).toBe(200)
    expect(kept.headers.get('cache-control')).toContain('immutable')
    const plain = await get('/static/base.css')
    expect(plain.headers.get('cache-control')).toBe('no-cache')
    const again = await get('/static/base.css', {
      headers: { 'if-none-match': plain.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    })
    expect(again.status).toBe(304)
  })

  it.each(['/static/', '/static/nothing.css', '/static/..%2fpackage.json'])('has no %s', async (path) => {
    const response = await (await serve(memoryArchive([])))(path)
    expect([400, 403, 404]).toContain(response.status)
    expect(await htmlOf(response)).not.toContain('"dependencies"')
  })
})
