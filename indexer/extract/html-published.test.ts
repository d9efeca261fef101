import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'

const BODY = '<div id="zoom"><p>各街道办事处：为做好防汛工作，各单位应当落实责任，现将有关事项通知如下。</p></div>'
const published = (markup: string): unknown => extractHtml(`<html><body>${markup}</body></html>`, null).fields.published

describe('the day of publication without a label', () => {
  it.each([
    ['a line below the title', `<p>2022-02-18 10:00 来源：区水务局</p>${BODY}`, '2022-02-18'],
    ['a line in Chinese with the time', `<p>2022年02月18日 10:22　来源：区水务局</p>${BODY}`, '2022年02月18日'],
    ['an entry of its own', `<ul><li>2022-02-18</li></ul>${BODY}`, '2022-02-18'],
    ['a cell of its own', `<table><tr><td></td><td>2022-02-18</td></tr></table>${BODY}`, '2022-02-18'],
  ])('is %s', (_, markup, day) => expect(published(markup)).toEqual([day]))

  it.each([
    ['a cell beside a label', `<table><tr><td>失效日期</td><td>2026-03-31</td></tr></table>${BODY}`],
    ['a cell below a label', `<table><tr><th>登记日期</th></tr><tr><td>2026-03-31</td></tr></table>${BODY}`],
    ['an element beside a label', `<ul><li><span>有效期至</span><span>2026-03-31</span></li></ul>${BODY}`],
    ['a definition', `<dl><dt>登记于</dt><dd><p>2026-03-31</p></dd></dl>${BODY}`],
    ['the date of a link', `<ul><li><a>另一件事的通知</a><span>2022-04-01</span></li></ul>${BODY}`],
    ['a date below the text', `${BODY}<p>2022-04-01</p>`],
    ['how a document dates itself', `<p>2022年2月18日</p>${BODY}`],
  ])('is not %s', (_, markup) => expect(published(markup)).toBeUndefined())
})

describe('labels below the text', () => {
  it('are those of other documents where a link stands beside them or only one stands there', () => {
    const related = '<ul><li><a>《防汛通知》解读</a><span>发布日期：2022-04-01</span></li></ul>'
    expect(published(BODY + related)).toBeUndefined()
    expect(published(`${BODY}<p>发布日期：2022-04-01</p>`)).toBeUndefined()
  })

  it('are those of the document where several stand there, each once', () => {
    expect(published(`${BODY}<ul><li>文号：青水〔2022〕3号</li><li>发布日期：2022-04-01</li></ul>`)).toEqual([
      '2022-04-01',
    ])
  })
})
