import { describe, expect, it } from 'vitest'
import type { FileContent } from '../record.js'
import { extractFile } from './index.js'

const LINE = '各镇要明确专人负责，严格执行基本建设程序，确保工程长期稳定运行。'
const read = (body: string, title = '关于供水工程的通知'): Promise<FileContent> =>
  extractFile('a.html', Buffer.from(`<html><head><title>${title}</title></head><body>${body}</body></html>`), null)
const told = async (body: string): Promise<string[]> => (await read(body)).records[0]!.unreadable

describe('what a page shows besides its text', () => {
  it('is told where it is pictures and there is hardly any text', async () => {
    const scanned = '<div id="zoom"><p>青政发〔2021〕5号</p><p><img src="W1.jpg"></p><p><img src="W2.jpg"></p></div>'
    expect(await told(scanned)).toEqual([expect.stringContaining('2 张图片')])
    const site = `<header><img src="a.jpg"></header><img src="/logo.png"><img src="a.jpg" width="20"><p>${LINE}</p>`
    expect(await told(site)).toEqual([])
    expect(await told(`<img src="a.jpg"><p>${LINE.repeat(5)}</p>`)).toEqual([])
  })

  it('is told where it is a file', async () => {
    const frame = `<p>${LINE}</p><iframe src="/pdfjs/viewer.html?file=/2021/%E5%85%AC.pdf"></iframe>`
    expect(await told(frame)).toEqual([expect.stringContaining('.pdf')])
    expect(await told(`<p>${LINE}</p><iframe src="/ad.html"></iframe>`)).toEqual([])
  })

  it('is no text where an editor has deleted it, and is told', async () => {
    const { records } = await read(`<p>${LINE}<del>旧的一句。</del><ins>新的一句。</ins></p><p><s>划去的一段。</s></p>`)
    expect(records[0]!.paragraphs).toEqual([`${LINE}新的一句。`, '划去的一段。'])
    expect(records[0]!.unreadable).toEqual([expect.stringContaining('旧的一句')])
    const open = await read(`<p>开头。</p><del><p>${LINE}</p><p>${LINE}</p>`)
    expect(open.records[0]!.paragraphs).toContain(LINE)
  })

  it('does not go on in other pages', async () => {
    const pages = '<div><a href="1">上一页</a> <span>1</span> <a href="2">2</a> <a href="2">下一页</a> 共2页</div>'
    const { records } = await read(`<div id="zoom"><p>${LINE}</p><p>${LINE}</p>${pages}</div>`)
    expect(records[0]!.paragraphs).toEqual([LINE, LINE])
  })
})

it('writes what is raised behind a digit as such, and leaves readings out', async () => {
  const { records } = await read(
    `<p>库容3×10<sup>6</sup>立方米，<ruby>堨<rp>(</rp><rt>è</rt><rp>)</rp></ruby>坝面积5m<sup>2</sup>，共12<sup>[1]</sup>座。</p><p>${LINE}</p>`,
  )
  expect(records[0]!.paragraphs[0]).toBe('库容3×10⁶立方米，堨坝面积5m2，共12[1]座。')
})

describe('a page that a server sends instead of one', () => {
  it.each([
    ['404', '<p>对不起，您访问的页面不存在或已被删除！</p><a href="/">返回首页</a>'],
    ['404 Not Found', '<h1>404 Not Found</h1><p>nginx</p>'],
    ['用户登录', '<p>请先登录后查看本文，并输入用户名和密码。</p>'],
  ])('is no record: %s', async (title, body) => expect((await read(body, title)).skipped).toContain('重新获取'))

  it('is not one that tells of it', async () => {
    const title = '关于部分网页无法访问的情况说明及处理结果'
    expect((await read(`<h1>${title}</h1><p>${LINE}</p>`, title)).skipped).toBeNull()
    expect((await read(`<p>${LINE.repeat(6)}该页面不存在。</p>`)).skipped).toBeNull()
  })
})

it('tells of a page that holds one page of a text', async () => {
  const text = `<div id="zoom"><p>${LINE}</p></div>`
  const pager = '<div>共3页 <a href="t1.html">1</a> <a href="t1_1.html">下一页</a></div>'
  expect(await told(text + pager)).toEqual([expect.stringContaining('共 3 页')])
  expect(await told(`${text}<script>createPageHTML(2, 0, "t1", "html");</script>`)).toEqual([
    expect.stringContaining('共 2 页'),
  ])
  expect(await told(`${text}<p><a href="t1_1.html">下一页</a></p>`)).toEqual([expect.stringContaining('一页，')])
  expect(await told(`${text}<script>createPageHTML(1, 0, "t1", "html");</script>`)).toEqual([])
  expect(await told(`${text}<p><a href="javascript:go()">下一页</a> <a href="t2.html">下一篇</a></p>`)).toEqual([])
})
