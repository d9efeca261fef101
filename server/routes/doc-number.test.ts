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
    expect(await htmlOf(response)).toContain('本馆未收藏 国发〔2021〕5号')
  })

  it.each(['abc', '0'])('says that %s is no number', async (number) => {
    const response = await (await serve(memoryArchive([])))(address(number))
    expect(response.status).toBe(400)
    expect(await htmlOf(response)).toContain('不是完整的发文字号')
  })
})
