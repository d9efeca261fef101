import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'

const FIRST = '各街道办事处：为做好防汛工作，各单位应当落实责任，现将有关事项通知如下。'
const SECOND = '第一条 为了做好青梧区防汛工作，制定本办法，各街道办事处应当遵照执行，并报告有关情况。'

describe('several texts on one page', () => {
  it('are one where they are parts that a content system stored', () => {
    const { paragraphs, headings, unreadable } = extractHtml(
      `<h1>防汛通知</h1><div class="TRS_Editor"><div class="TRS_Editor"><p>${FIRST}</p></div></div><p>打印</p>
       <div><h2>附件</h2><div class="TRS_Editor"><p>${SECOND}</p></div></div><h3>相关解读</h3>
       <div class="related"><div class="TRS_Editor">解读</div></div>`,
      null,
    )
    expect(paragraphs).toEqual([FIRST, '附件', SECOND])
    expect(headings).toEqual([{ paragraph: 1, level: 2 }])
    expect(unreadable).toEqual([])
  })

  it('are not read twice where they are the same', () => {
    const part = `<div class="TRS_Editor"><p>${FIRST}</p></div>`
    expect(extractHtml(part + part, null).paragraphs).toEqual([FIRST])
  })

  it('are told of where they are articles of their own, not where they only announce one', () => {
    const other = `<article><p>${SECOND.slice(0, 45)}</p></article>`
    const link = `<article><a href="#">${SECOND.repeat(2)}</a></article>`
    const { paragraphs, unreadable } = extractHtml(`<article>${FIRST.repeat(3)}</article>${other}${link}`, null)
    expect(paragraphs).toEqual([FIRST.repeat(3)])
    expect(unreadable).toEqual([expect.stringContaining('1 篇')])
  })
})

describe('a known container with hardly a word', () => {
  const FOOTER =
    '<div>主办单位：青河县人民政府办公室　网站标识码：1147000001　地址：青河县人民路1号　邮编：529500</div>'
  const TIP = '<div>温馨提示：本页内容如有错误，请拨打热线电话联系我们，谢谢您的支持。</div>'
  const page = (text: string, more = '') =>
    extractHtml(`<h1>关于任职的批复</h1><div id="zoom">${text}</div>${more}${TIP}${FOOTER}`, null).paragraphs

  it.each(['见附件。', '同意。此复。', '<a href="1.doc">附件：名单.doc</a>'])('is the text: %s', (text) => {
    expect(page(`<p>${text}</p>`)).toEqual([text.replace(/<.*?>/g, '')])
  })

  it('is no text where it holds scans only, and nothing else is taken for it', () =>
    expect(page('<p><img src="1.jpg"></p>')).toEqual([]))

  it('is a leftover of the template where it shows nothing, or tools, and the text stands elsewhere', () => {
    const text = `<div class="x"><p>${FIRST}</p><p>${FIRST}</p><p>${SECOND}</p></div>`
    for (const leftover of ['', '打印', '<img src="1.jpg">'])
      expect(page(leftover, text)).toEqual([FIRST, FIRST, SECOND])
  })
})
