import { beforeAll, describe, expect, it } from 'vitest'
import type { QueryNotice, SearchRequest } from '../search/types.js'
import { warmUp } from '../search/words.js'
import { memoryArchive, sampleDocument } from '../testing/memory-archive.js'
import { htmlOf, serve } from '../testing/site.js'

beforeAll(warmUp)

const q = encodeURIComponent('招商引资')
const many = Array.from({ length: 25 }, (_, index) => sampleDocument({ id: `d-${index}` }))

describe('/search', () => {
  it('shows hits with marks and a link to the matched paragraph', async () => {
    const get = await serve(memoryArchive([sampleDocument()]))
    const response = await get(`/search?q=${q}`)
    const html = await htmlOf(response)
    expect(response.status).toBe(200)
    expect(html).toContain('共 1 篇')
    expect(html).toContain('在<mark>招商引资</mark>工作会议上的讲话')
    expect(html).toContain(`href="/d/675490773-2021-00278?q=${q}#p5"`)
    expect(html).toContain('<mark>招商引资</mark>是头等大事。<mark>招商引资</mark>要抓实。')
    expect(html).toContain('value="招商引资"')
  })

  it.each([
    ['count=all', true],
    ['count=&count=all', true],
    ['count=few', false],
  ])('counts all occurrences where the last count says so: %s', async (count, expected) => {
    const asked: unknown[] = []
    const archive = memoryArchive([sampleDocument()])
    archive.occurrences = (_request, thorough) => (asked.push(thorough), Promise.resolve(5))
    await (
      await serve(archive)
    )(`/search?q=${q}&mode=exact&${count}`)
    expect(asked).toEqual([expected])
  })

  it('says how many have no date where dates are asked for', async () => {
    const archive = memoryArchive(many)
    const dated = { ...archive, total: ({ from }: SearchRequest) => Promise.resolve(from === null ? 25 : 22) }
    const html = await htmlOf((await serve(dated))(`/search?q=${q}&from=2020&year=2021`))
    expect(html).toContain('另有 3 篇没有注明成文日期，未列在内。')
    expect(html).toContain(`<a data-live href="/search?q=${q}" rel="nofollow">不限日期</a>`)
    expect(await htmlOf((await serve(dated))(`/search?q=${q}`))).not.toContain('没有注明成文日期')
  })

  it('asks the archive for what the address says', async () => {
    const archive = memoryArchive([sampleDocument()])
    const get = await serve(archive)
    await get(`/search?q=${q}&mode=exact&scope=text&year=2021&year=2020&from=2021年8月&sort=oldest&page=2&per_page=50`)
    expect(archive.lastSearch).toEqual({
      q: '招商引资',
      mode: 'exact',
      scope: 'text',
      filters: { issuer: [], topic: [], year: ['2020', '2021'], validity: [] },
      from: '2021-08',
      to: null,
      sort: 'oldest',
      page: 2,
      perPage: 50,
    })
  })

  it('prints a page once in each published state of the archive', async () => {
    const archive = memoryArchive([sampleDocument()])
    let state = await archive.state()
    let printed = 0
    const get = await serve({
      ...archive,
      state: () => Promise.resolve(state),
      search: (request) => (printed++, archive.search(request)),
    })
    const first = await get(`/search?q=${q}`)
    const again = await get(`/search?q=${q}&page=1`)
    expect(printed).toBe(1)
    expect(await again.text()).toBe(await first.text())
    expect(again.headers.get('content-type')).toBe('text/html; charset=utf-8')
    state = { ...state!, generation: 2 }
    await get(`/search?q=${q}`)
    await get(`/search?q=${q}&count=all`)
    expect(printed).toBe(3)
    // Nothing found, or nothing published: the next answer may be another.
    for (const query of ['空', '空']) await get(`/search?q=${query}`)
    state = null
    for (const query of [q, q]) await get(`/search?q=${query}`)
    expect(printed).toBe(7)
  })

  it('shows active filters as chosen boxes and as chips that remove them', async () => {
    const get = await serve(memoryArchive([sampleDocument()]))
    const html = await htmlOf(get(`/search?q=${q}&year=2021&from=2020`))
    expect(html).toMatch(/name="year" value="2021" checked/)
    expect(html).toContain(`href="/search?q=${q}&amp;from=2020"`)
    expect(html).toContain(`href="/search?q=${q}&amp;year=2021"`)
    expect(html).toContain('清除全部条件')
  })

  it('pages through the results', async () => {
    const get = await serve(memoryArchive(many))
    const html = await htmlOf(get(`/search?q=${q}&page=2`))
    expect(html).toContain('第 2 页，共 3 页')
    // In a history or a list of open pages, one page of results is not like the other.
    expect(html).toContain('<title>招商引资（第 2 页） - 政言</title>')
    expect(html).toMatch(new RegExp(`href="/search\\?q=${q}&amp;page=3" rel="next"`))
    expect(html).toMatch(new RegExp(`href="/search\\?q=${q}" rel="prev"`))
    expect(html).toContain('start="11"')
  })

  it('leads back from past the last page', async () => {
    const html = await htmlOf((await serve(memoryArchive(many)))('/search?page=9'))
    expect(html).toContain('没有第 9 页，结果共 3 页。')
    expect(html).toContain('href="/search?page=3"')
  })

  it('says what can be done when nothing was found', async () => {
    const get = await serve(memoryArchive([sampleDocument()]))
    const html = await htmlOf(get(`/search?q=${encodeURIComponent('火星')}&mode=exact&year=2021`))
    expect(html).toContain('逐字匹配，共 0 篇')
    expect(html).toContain('没有找到符合条件的文件')
    expect(html).toContain('移除条件：成文年份 2021')
    expect(html).toContain('“火星”：没有任何文件包含')
    expect(html).toContain('去掉条件“成文年份 2021”')
    expect(html).toContain('改用最佳匹配')
  })

  it('says once what is wrong with a query that asks for nothing', async () => {
    const notices = [{ kind: 'lone-operator' as const, rewrite: '' }, { kind: 'nothing-to-find' as const }]
    const html = await htmlOf((await serve(memoryArchive([sampleDocument()], { notices })))('/search?q=OR'))
    expect(html).toContain('没有写要查找的词')
    expect(html).not.toContain('已按能够理解的部分查找')
    expect(html).not.toContain('class="notice')
  })

  it('says that nothing can be found yet while the first files are indexed', async () => {
    const html = await htmlOf((await serve(memoryArchive([])))(`/search?q=${q}`))
    expect(html).toContain('正在建立检索库')
    expect(html).not.toContain('没有找到')
  })

  it('explains how the query was read', async () => {
    const notices = [{ kind: 'partial-match' as const, missing: ['电梯'] }]
    const get = await serve(memoryArchive([sampleDocument()], { notices, whole: 0 }))
    const html = await htmlOf(get(`/search?q=${q}`))
    expect(html).toContain('未能同时包含：“电梯”。')
    expect(html).not.toContain('没有文件完整包含')
    const pieces = await serve(memoryArchive([sampleDocument()], { whole: 0 }))
    expect(await htmlOf(pieces(`/search?q=${q}`))).toContain('没有文件完整包含“招商引资”')
    const question = await serve(memoryArchive([sampleDocument()], { whole: 0, isQuestion: true }))
    expect(await htmlOf(question(`/search?q=${q}`))).not.toContain('没有文件完整包含')
  })

  it('answers bad values with 400, says what would be right, and keeps the rest', async () => {
    const archive = memoryArchive([sampleDocument()])
    const response = await (await serve(archive))(`/search?q=${q}&year=2021&from=昨天&page=-1`)
    const html = await htmlOf(response)
    expect(response.status).toBe(400)
    expect(html).toContain('“昨天”不是日期')
    expect(html).toContain('“-1”无法使用，应为从 1 开始的整数')
    expect(html).toContain('value="昨天"')
    expect(html).toContain('<input type="hidden" name="year" value="2021">')
    expect(html).toContain('value="招商引资"')
    expect(archive.lastSearch).toBeNull()
  })

  it('answers more values than can be chosen with 400 and a small page, as JSON too', async () => {
    const get = await serve(memoryArchive([sampleDocument()]))
    const years = Array.from({ length: 2000 }, (_, index) => `year=${1000 + index}`).join('&')
    const page = await get(`/search?${years}`)
    const html = await htmlOf(page)
    expect(page.status).toBe(400)
    expect(html).toContain('成文年份选了 2,000 项，太多了')
    expect(html.length).toBeLessThan(20_000)
    const json = await get(`/api/search?topic=${'a/'.repeat(20_000)}`)
    expect(json.status).toBe(400)
    expect(await json.json()).toMatchObject({ error: { code: 'invalid_parameter' } })
  })

  it('prints what was typed and what is stored as text, never as mark-up', async () => {
    const title = '<script>alert(1)</script>'
    const get = await serve(memoryArchive([sampleDocument({ title, paragraphs: [title], issuer: '"><b>' })]))
    const html = await htmlOf(get(`/search?q=${encodeURIComponent(title)}`))
    expect(html).toContain('共 1 篇')
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('"><b>')
    expect(html).toContain('<mark>&lt;script&gt;alert(1)&lt;/script&gt;</mark>')
  })

  it('takes a query of 10,000 characters and keeps the links of the page short', async () => {
    const long = '电'.repeat(10_000)
    const notices = [{ kind: 'too-long' as const, limit: 500 }]
    const response = await (
      await serve(memoryArchive(many, { notices, total: 25 }))
    )(`/search?q=${encodeURIComponent(long)}`)
    const html = await htmlOf(response)
    expect(response.status).toBe(200)
    expect(html).toContain('只使用了前 500 个字')
    expect(html).toContain(`value="${long}"`)
    expect(Math.max(...[...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.length))).toBeLessThan(5_000)
  })

  it('keeps crawlers off whatever can be combined', async () => {
    const get = await serve(memoryArchive(many))
    expect((await get('/search?page=2')).headers.get('x-robots-tag')).toBe('noindex, follow')
    expect((await get('/search?year=2021')).headers.get('x-robots-tag')).toBe('noindex, nofollow')
    const robots = await htmlOf(get('/robots.txt'))
    for (const name of ['issuer', 'topic', 'year', 'validity', 'from', 'sort'])
      expect(robots).toContain(`/search?*${name}=`)
  })
})

/** Nothing has all of a query with a space in it: what is found has most of it. */
function partialArchive(notices: QueryNotice[]) {
  const archive = memoryArchive([sampleDocument()])
  const search = async (request: SearchRequest) =>
    request.q.includes(' ')
      ? { ...(await archive.search({ ...request, q: '招商引资' })), notices }
      : archive.search(request)
  return { ...archive, search }
}

describe('/search without results', () => {
  it('counts each term and each condition left out, as links', async () => {
    const get = await serve(memoryArchive([sampleDocument()]))
    const html = await htmlOf(get(`/search?${new URLSearchParams('q=招商引资 火星&mode=&scope=title').toString()}`))
    expect(html).toContain(`“招商引资”：<a data-live href="/search?q=${q}&amp;scope=title" rel="nofollow">1 篇</a>`)
    expect(html).toContain('“火星”：没有任何文件包含')
    expect(html).toContain('在标题和正文中查找，仍然没有结果。')
  })

  it('counts the terms of a partial match too', async () => {
    const notices = [{ kind: 'partial-match' as const, missing: ['电梯'] }]
    const get = await serve(partialArchive(notices))
    const asked = new URLSearchParams({ q: '招商引资 电梯' }).toString()
    const html = await htmlOf(get(`/search?${asked}`))
    expect(html).toContain('“招商引资”：<a')
    expect(html).toContain('“电梯”：没有任何文件包含')
  })
})

describe('/search for a number', () => {
  const numbered = (id: string, serial: number) =>
    sampleDocument({ id, doc_number: `国发〔2021〕${serial}号`, index_number: `675490773/2021-0000${serial}` })
  const ask = async (documents: ReturnType<typeof numbered>[], query: string) =>
    (await serve(memoryArchive(documents)))(`/search?${new URLSearchParams(query).toString()}`)

  it.each(['q=国发2021 5号', 'q=国发（２０２１）第005号', 'q=675490773 2021 00005', 'q=675490773／2021－00005'])(
    'goes straight to the one that bears it: %s',
    async (query) => {
      const response = await ask([numbered('a-5', 5), numbered('a-6', 6)], query)
      expect(response.status).toBe(303)
      expect(response.headers.get('location')).toBe('/d/a-5')
    },
  )

  it('lists exactly those that bear it', async () => {
    const html = await htmlOf(ask([numbered('a-5', 5), numbered('b-5', 5), numbered('a-6', 6)], 'q=国发2021 5号'))
    expect(html).toContain('href="/d/a-5"')
    expect(html).toContain('href="/d/b-5"')
    expect(html).not.toContain('href="/d/a-6"')
  })

  it('answers plainly that none bears it, with its neighbours', async () => {
    const response = await ask([numbered('a-4', 4), numbered('a-6', 6)], 'q=国发2021 5号')
    const html = await htmlOf(response)
    expect(response.status).toBe(200)
    expect(html).toContain('未收录国发〔2021〕5号')
    expect(html).toContain('href="/d/a-4"')
    expect(html).toContain('href="/d/a-6"')
    expect(html).not.toContain('没有找到符合条件的文件')
  })

  it.each([
    'q=国发〔2021〕5号&mode=exact',
    'q=国发〔2021〕5号&year=2021',
    'q="国发〔2021〕5号"',
    'q=国发〔2021〕5号 通知',
  ])('searches where more was asked: %s', async (query) =>
    expect((await ask([numbered('a-5', 5)], query)).status).toBe(200),
  )

  it('does not take for a number what may be words', async () => {
    const html = await htmlOf(ask([numbered('a-4', 4)], 'q=招商引资 2021-8'))
    expect(html).not.toContain('未收录')
  })
})
