import { describe, expect, it } from 'vitest'
import { memoryArchive, sampleDocument } from '../testing/memory-archive.js'
import { htmlOf, serve } from '../testing/site.js'

describe('/', () => {
  it('says what the archive holds, with links', async () => {
    const get = await serve(memoryArchive([sampleDocument()]))
    const response = await get('/')
    const html = await htmlOf(response)
    expect(response.status).toBe(200)
    expect(html).toContain('<html lang="zh-Hans">')
    expect(html).toContain('1 篇文件')
    expect(html).toContain('最近更新：2026年1月2日 11:04')
    expect(html).toContain(`href="/search?issuer=${encodeURIComponent('党政办公室')}"`)
    expect(html).toContain(`href="/search?topic=${encodeURIComponent('综合政务')}"`)
    expect(html).toContain('href="/search?year=2021"')
  })

  it('says that the first files are being indexed', async () => {
    const get = await serve(memoryArchive([]))
    const html = await htmlOf(get('/'))
    expect(html).toContain('正在建立检索库')
    expect(html).not.toContain('馆藏概况')
  })

  it('says that nothing is there where nothing is under way either', async () => {
    const archive = memoryArchive([])
    archive.health = () => Promise.resolve({ status: 'ok', documents: 0, indexing: false })
    expect(await htmlOf((await serve(archive))('/'))).toContain('档案中还没有文件')
  })
})
