import { describe, expect, it } from 'vitest'
import { memoryArchive, sampleDocument } from '../testing/memory-archive.js'
import { htmlOf, serve } from '../testing/site.js'

const path = '/d/675490773-2021-00278'
const q = encodeURIComponent('招商引资')

describe('/d/{id}', () => {
  it('shows the text with numbered paragraphs and permanent links', async () => {
    const get = await serve(memoryArchive([sampleDocument()]), 'https://archive.example.gov.cn')
    const response = await get(path)
    const html = await htmlOf(response)
    expect(response.status).toBe(200)
    expect(html).toContain('<p id="p5" class="para para--text">')
    expect(html).toContain(`href="${path}?version=1#p5" rel="nofollow" aria-label="第 5 段的永久链接"`)
    expect(html).toContain('<a href="#p4">一、抓好招商引资</a>')
    expect(html).toContain(`<link rel="canonical" href="https://archive.example.gov.cn${path}">`)
    expect(html).toContain('a'.repeat(64))
    expect(html).not.toContain('<mark>')
  })

  it('carries the page tags of government sites', async () => {
    const html = await (
      await (
        await serve(memoryArchive([sampleDocument({ keywords: ['招商', '项目'] })]))
      )(path)
    ).text()
    for (const [name, content] of [
      ['SiteName', '政言'],
      ['ArticleTitle', '在招商引资工作会议上的讲话'],
      ['PubDate', '2021-08-24'],
      ['ContentSource', '党政办公室'],
      ['Author', '尹哲强'],
      ['Keywords', '招商,项目'],
    ]) {
      expect(html).toContain(`<meta name="${name}" content="${content}">`)
    }
  })

  it('marks a query, and leads back to the results it came from', async () => {
    const get = await serve(memoryArchive([sampleDocument()]))
    const html = await htmlOf(get(`${path}?q=${q}`))
    expect(html).toContain('<mark>招商引资</mark>是头等大事')
    expect(html).toContain(`href="/search?q=${q}">← 返回检索结果`)
  })

  it('leads back to the whole search where the browser tells it, and to no other site', async () => {
    const get = await serve(memoryArchive([sampleDocument()]))
    const host = new URL((await get('/help')).url).host
    const from = async (referer: string) => htmlOf(get(path, { headers: { referer } }))
    expect(await from(`http://${host}/search?q=${q}&year=2021`)).toContain(`href="/search?q=${q}&amp;year=2021">←`)
    expect(await from('http://elsewhere.example/search?q=x')).not.toContain('返回检索结果')
    expect(await from(`http://${host}/help`)).not.toContain('返回检索结果')
    expect(await from('nonsense')).not.toContain('返回检索结果')
  })

  it('warns of a text that is not in force, and says what was derived', async () => {
    const get = await serve(memoryArchive([sampleDocument({ validity: '废止' })]))
    const html = await htmlOf(get(path))
    expect(html).toContain('本文件已被废止')
    expect(html).toMatch(/尹哲强 <span class="derived"/)
  })

  it('says which of its values should be checked', async () => {
    const message = '标明 2007 年，正文写的是 2008-01-22，以标明的为准'
    const notes = [{ kind: 'doubtful' as const, field: 'written', message }]
    expect(await htmlOf((await serve(memoryArchive([sampleDocument({ notes })])))(path))).toContain(
      `<li>成文日期：${message}</li>`,
    )
    expect(await htmlOf((await serve(memoryArchive([sampleDocument()])))(path))).not.toContain('核对提示')
  })

  it('says plainly that it does not hold a document', async () => {
    const response = await (await serve(memoryArchive([])))('/d/nothing')
    expect(response.status).toBe(404)
    expect(await htmlOf(response)).toContain('本馆没有这份文件')
  })

  it('prints the text as text, never as mark-up', async () => {
    const text = '<img src=x onerror=alert(1)>'
    const get = await serve(
      memoryArchive([sampleDocument({ title: text, paragraphs: [text], outline: [], speaker: text })]),
    )
    const html = await htmlOf(get(`${path}?q=${encodeURIComponent(text)}`))
    expect(html).not.toContain('<img')
    expect(html).toContain('<mark>&lt;img src=x onerror=alert(1)&gt;</mark>')
  })
})
