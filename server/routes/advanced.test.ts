import { load, type CheerioAPI } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { memoryArchive, sampleDocument } from '../testing/memory-archive.js'
import { htmlOf, serve } from '../testing/site.js'

const site = () => serve(memoryArchive([sampleDocument()]))
const page = async (path: string): Promise<CheerioAPI> => load(await htmlOf((await site())(path)))
const query = (fields: Record<string, string>): string => `/advanced?${new URLSearchParams(fields).toString()}`

describe('/advanced', () => {
  it('leads to the results of what was filled in, with the rest of the search kept', async () => {
    const fields = {
      all: '电梯 补贴',
      phrase: '',
      any: '甲 乙',
      none: '草案',
      scope: 'title',
      year: '2021',
      sort: 'newest',
    }
    const response = await (await site())(query(fields))
    expect(response.status).toBe(303)
    const { pathname, searchParams } = new URL(response.headers.get('location')!, 'http://archive.example')
    expect(pathname).toBe('/search')
    expect(Object.fromEntries(searchParams)).toEqual({
      q: '"电梯" "补贴" "甲" OR "乙" -"草案"',
      ...{ scope: 'title', year: '2021', sort: 'newest' },
    })
  })

  it('is filled in with the search that it is opened from, whose filters it shows and keeps', async () => {
    const $ = await page(query({ q: '电梯 -草案', year: '2021', scope: 'text', page: '3' }))
    expect($('#all').val()).toBe('电梯')
    expect($('#none').val()).toBe('草案')
    expect($('.chip').text()).toContain('2021')
    expect(
      $('input[type=hidden]')
        .get()
        .map((field) => [$(field).attr('name'), $(field).attr('value')]),
    ).toEqual([['year', '2021']])
    expect($('input[name=scope]:checked').val()).toBe('text')
  })

  it.each([
    [{ all: ' ' }, '还没有填写'],
    [{ none: '草案' }, '只填了'],
  ])('says what is missing of %j, and keeps what was typed', async (fields, message) => {
    expect((await (await site())(query(fields))).status).toBe(400)
    const $ = await page(query(fields))
    expect($('[role=alert]').text()).toContain(message)
    expect($('[role=alert]').is('[tabindex=-1][autofocus]')).toBe(true)
    expect($('title').text()).toMatch(/^填写有误：/)
    for (const [name, value] of Object.entries(fields)) expect($(`#${name}`).val()).toBe(value.trim())
  })

  it('is linked from the results, with their search, and from the first page, the help and every footer', async () => {
    const linkOn = async (path: string) => (await page(path))('main a[href^="/advanced"]').attr('href')
    expect(await linkOn('/search?q=x&page=2')).toBe('/advanced?q=x')
    expect(await linkOn('/')).toBe('/advanced')
    const help = await page('/help')
    expect([help('main a[href="/advanced"]').length, help('footer a[href="/advanced"]').text()]).toEqual([
      1,
      '高级检索',
    ])
  })
})
