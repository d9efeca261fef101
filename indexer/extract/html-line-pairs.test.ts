import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'
import { workOf } from '../contract/testing/work.js'

const BODY = '<div id="zoom"><p>各街道办事处：为做好防汛工作，各单位应当落实责任，现将有关事项通知如下。</p></div>'
const fields = (markup: string) => extractHtml(`<html><body>${markup}${BODY}</body></html>`, null).fields

describe('labels in lines', () => {
  it.each([
    ['elements', '<span>发布日期：2022-02-18</span><span>访问次数：</span><span>文号：青水〔2022〕3号</span>'],
    ['labels of their own', '<b>发布日期：</b>2022-02-18<b>文号：</b>青水〔2022〕3号'],
    ['bars', '访问次数：3 | 发布日期：2022-02-18 | 文号：青水〔2022〕3号'],
    ['wide bars', '发布日期：2022-02-18｜文号：青水〔2022〕3号｜字体：大'],
    ['breaks', '发布日期：2022-02-18<br>文号：青水〔2022〕3号'],
  ])('are set apart by %s', (_, line) => {
    expect(fields(`<p>${line}</p>`)).toEqual({ published: ['2022-02-18'], doc_number: ['青水〔2022〕3号'] })
  })

  it('are not found in a time or an address', () => {
    expect(fields('<p>发布时间：2022-02-18 10:22:31 链接：https://example.org/a:b</p>')).toEqual({
      published: ['2022-02-18 10:22:31'],
      url: ['https://example.org/a:b'],
    })
  })
})

describe('an empty value', () => {
  it.each([
    ['in a list', '<ul><li><b>有效性:</b><p></p></li><li><b>文号:</b><p>青水〔2022〕3号</p></li></ul>'],
    [
      'in lines',
      '<p><span>有效性：</span><img></p><p><span>依据：</span>某文</p><p><span>文号：</span>青水〔2022〕3号</p>',
    ],
    ['in blocks', '<div><span>有效性：</span></div><div><span>文号：</span><span>青水〔2022〕3号</span></div>'],
    ['at the end', '<div>文号：青水〔2022〕3号</div><div><span>有效性：</span></div><h2>防汛通知</h2><p>又一行</p>'],
  ])('does not take the next entry %s', (_, markup) => {
    expect(fields(markup)).toEqual({ doc_number: ['青水〔2022〕3号'] })
  })

  it('is none where the value stands beside the block of the label', () => {
    expect(fields('<div><div><span>有效性：</span></div><div>有效</div></div>')).toEqual({ validity: ['有效'] })
  })
})

it('reads many labels and deep mark-up in time', () => {
  const spans = '<span>文号：</span>'.repeat(1_000)
  const nested = `${'<span>'.repeat(500)}有效性：有效${'</span>'.repeat(500)}`
  expect(
    workOf(() =>
      fields(`<p>${spans}</p><p>${nested}</p><p>${'| '.repeat(20_000)}</p><p>${'文号：'.repeat(20_000)}</p>`),
    ),
  ).toBeLessThan(3_000)
})
