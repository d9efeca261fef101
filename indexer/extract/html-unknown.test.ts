import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'

const BODY = '<div id="zoom"><p>各街道办事处：为做好防汛工作，各单位应当落实责任，现将有关事项通知如下。</p></div>'
const read = (markup: string) => extractHtml(`<html><body>${markup}${BODY}</body></html>`, null)

describe('a label that nobody knows', () => {
  it.each([
    [
      'cells beside known labels',
      '<table><tr><td>文号</td><td>青水〔2022〕3号</td><td>公开时限</td><td>长期公开</td></tr><tr><td>有效性</td><td>有效</td></tr></table>',
    ],
    [
      'a row of a table of known labels',
      '<table><tr><td>文号</td><td>青水〔2022〕3号</td><td>有效性</td><td>有效</td></tr><tr><td>公开时限</td><td>长期公开</td><td>登记号</td><td></td></tr></table>',
    ],
    ['definitions', '<dl><dt>有效性</dt><dd>有效</dd><dt>公开时限</dt><dd>长期公开</dd></dl>'],
    ['entries of a list', '<ul><li>有效性：有效</li><li>公开时限：长期公开</li></ul>'],
    ['one line', '<div>有效性：有效 公开时限：长期公开 浏览量：3 字号：[大 中 小]</div>'],
  ])('is reported in %s', (_, markup) => {
    const { fields, unknown } = read(markup)
    expect(fields.validity).toEqual(['有效'])
    expect(unknown).toEqual({ 公开时限: '长期公开' })
  })

  it('is read without a colon as known ones are, where several stand in a list', () => {
    const { fields, unknown } = read(
      `<ul><li><span>发文机关</span><span>青梧区水务局</span></li><li><b>公开方式</b>主动公开</li>
       <li><span>服务对象</span><span>企业</span></li><li><a>政策</a><span>解读</span></li></ul>`,
    )
    expect(fields).toEqual({ issuer: ['青梧区水务局'], visibility: ['主动公开'] })
    expect(unknown).toEqual({ 服务对象: '企业' })
  })

  it('does not hide a known one in the same line', () => {
    expect(read('<p><span>区水务局</span><span>发布日期：2022-02-18</span></p>').fields).toEqual({
      published: ['2022-02-18'],
    })
  })

  it('is none where no known label stands beside it, or in the menu of a site', () => {
    const { fields, unknown } = read(
      `<p>当前位置：首页</p><ul><li>联系电话：0000</li></ul><table><tr><td>天气</td><td>晴</td></tr></table>
       <ul><li><b>来源</b><i>说明</i></li><li><b>首页</b><i>返回</i></li></ul>`,
    )
    expect([fields, unknown]).toEqual([{}, {}])
  })
})
