import { describe, expect, it } from 'vitest'
import { memoryArchive, sampleDocument } from '../testing/memory-archive.js'
import { htmlOf, serve } from '../testing/site.js'

const numbered = (id: string) => sampleDocument({ id, title: `文件 ${id}`, doc_number: '国发〔2021〕5号' })
const address = (number: string) => `/w/${encodeURIComponent('国发')}/2021/${number}`

describe('/w/{code}/{year}/{number}', () => {
  it.each(['5', '05', '005', encodeURIComponent('5号'), encodeURIComponent('５')])(
    'leads to the one holder of %s',
    async (number) => {
      const response = await (await serve(memoryArchive([numbered('a-1')])))(address(number))
      expect(response.status).toBe(302)
      expect(response.headers.get('location')).toBe('/d/a-1')
    },
  )

  it('lists several holders', async () => {
    const response = await (await serve(memoryArchive([numbered('a-1'), numbered('a-2')])))(address('5'))
    const html = await htmlOf(response)
    expect(response.status).toBe(200)
    expect(html).toContain('国发〔2021〕5号 有多篇文件')
    expect(html).toContain('href="/d/a-1"')
    expect(html).toContain('href="/d/a-2"')
  })

  it('says plainly what the archive does not hold', async () => {
    const response = await (await serve(memoryArchive([])))(address('5'))
    expect(response.status).toBe(404)
    const html = await htmlOf(response)
    expect(html).toContain('未收录国发〔2021〕5号')
    expect(html).toContain('也没有文件的正文提到“国发〔2021〕5号”')
  })

  it('leads to what is left of a document that the archive held', async () => {
    const known = { issuer: null, index_number: 'gone/1', written: null, published: null, added: null }
    const gone = {
      ...known,
      id: 'gone-1',
      title: '已撤的通知',
      doc_number: '国发〔2021〕5号',
      left: '2025-03-04T01:00:00Z',
    }
    const get = await serve(memoryArchive([sampleDocument()], {}, { tombstones: [{ ...gone, versions: [] }] }))
    const response = await get(address('5'))
    const html = await htmlOf(response)
    expect(response.status).toBe(410)
    expect(html).toContain('本馆曾收录标注这个编号的文件，现已移出档案')
    expect(html).toContain('<a href="/d/gone-1">已撤的通知</a>')
    expect(html).not.toContain('档案中没有标注这个编号的文件')
    expect(await htmlOf(get(`/search?q=${encodeURIComponent('国发2021 5号')}`))).toContain('href="/d/gone-1"')
    expect((await get(address('6'))).status).toBe(404)
  })

  it('names the neighbours it holds, and who speaks of the number', async () => {
    const held = [4, 9].map((serial) =>
      sampleDocument({
        id: `n-${serial}`,
        doc_number: `国发〔2021〕${serial}号`,
        paragraphs: [serial === 9 ? '按照国发〔2021〕5号执行。' : '正文。'],
      }),
    )
    const html = await htmlOf((await serve(memoryArchive(held)))(address('5')))
    expect(html).toMatch(/href="\/d\/n-4">国发〔2021〕4号[^]*href="\/d\/n-9">国发〔2021〕9号/)
    expect(html).toContain(`href="/w/${encodeURIComponent('国发')}/2021"`)
    expect(html).toContain('正文提到“国发〔2021〕5号”的文件（1 篇）')
  })

  it('knows orders, which have no year', async () => {
    const archive = memoryArchive([sampleDocument({ id: 'o-1', doc_number: '国令第711号' })])
    for (const code of ['国令', '国务院令', '中华人民共和国国务院令']) {
      const response = await (await serve(archive))(`/w/${encodeURIComponent(code)}/-/711`)
      expect(response.headers.get('location')).toBe('/d/o-1')
    }
  })

  it.each(['abc', '0'])('says that %s is no number', async (number) => {
    const response = await (await serve(memoryArchive([])))(address(number))
    expect(response.status).toBe(400)
    expect(await htmlOf(response)).toContain('不是完整的发文字号')
  })
})

describe('/w/{code}/{year}', () => {
  const series = [1, 2, 5, 9].map((serial) =>
    sampleDocument({ id: `s-${serial}`, doc_number: `国发〔2021〕${serial}号` }),
  )

  it('lists what is held of a series, and what is missing', async () => {
    const response = await (await serve(memoryArchive(series)))(`/w/${encodeURIComponent('国发')}/2021`)
    const html = await htmlOf(response)
    expect(response.status).toBe(200)
    expect(html).toContain('共收录 4 件，序号从 1 到 9。')
    expect(html).toContain('其间未收录：3—4、6—8。')
    expect(html).toContain('href="/d/s-9"')
  })

  it('says of a single number which one it is', async () => {
    const response = await (await serve(memoryArchive(series.slice(0, 1))))(`/w/${encodeURIComponent('国发')}/2021`)
    expect(await htmlOf(response)).toContain('共收录 1 件，序号 1。')
  })

  it('leads from a year of which nothing is held, or a number of it, to the nearest year of the code', async () => {
    const get = await serve(memoryArchive(series))
    const code = encodeURIComponent('国发')
    const search = `/search?q=${encodeURIComponent('国发〔2019〕5号')}`
    for (const path of [`/w/${code}/2019`, `/w/${code}/2019/5`, search]) {
      const html = await htmlOf(get(path))
      expect(html).toContain(`<a href="/w/${code}/2021">查看年份最近的国发〔2021〕文件（收录 4 件）</a>`)
    }
    expect(await htmlOf(get(`/w/${code}/2021`))).not.toContain('年份最近')
    expect(await htmlOf(get(`/w/${encodeURIComponent('无此')}/2019`))).not.toContain('年份最近')
  })

  it('says so of a series that is not held, and of what is none', async () => {
    const get = await serve(memoryArchive(series))
    expect((await get(`/w/${encodeURIComponent('国发')}/2020`)).status).toBe(404)
    expect((await get(`/w/${encodeURIComponent('国发')}/abc`)).status).toBe(400)
    // The archive is not asked for what is no code.
    for (const rest of ['2021', '2021/5']) {
      const response = await get(`/w/${encodeURIComponent('国'.repeat(20_000))}/${rest}`)
      expect(response.status).toBe(400)
      expect((await response.text()).length).toBeLessThan(10_000)
    }
  })
})
