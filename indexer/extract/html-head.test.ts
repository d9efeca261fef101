import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'

const LINE = '各街道办事处：为做好防汛工作，各单位应当落实责任，现将有关事项通知如下。'
const read = (head: string, rest = '') =>
  extractHtml(`<article><h1>防汛通知</h1>${head}<div><p>${LINE}</p>${rest}</div></article>`, null)

describe('metadata at the head of the text', () => {
  it.each([
    [
      'a table',
      '<table><tr><td>发文机关</td><td>青梧区水务局</td></tr><tr><td>公开方式</td><td>主动公开</td></tr></table>',
    ],
    ['a list', '<ul><li>发文机关：青梧区水务局</li><li>公开方式：主动公开</li></ul>'],
    ['entries', '<ul><li><b>发文机关</b><i>青梧区水务局</i></li><li><b>公开方式</b><i>主动公开</i></li></ul>'],
    ['definitions', '<dl><dt>发文机关</dt><dd>青梧区水务局</dd><dt>公开方式</dt><dd>主动公开</dd></dl>'],
    ['lines', '<p>发文机关：青梧区水务局 浏览量：3</p><p>分享到：微信</p><p>公开方式：主动公开</p>'],
  ])('is read and is no text: %s', (_, head) => {
    const { fields, paragraphs } = read(head)
    expect(fields).toEqual({ title: ['防汛通知'], issuer: ['青梧区水务局'], visibility: ['主动公开'] })
    expect(paragraphs.filter((paragraph) => !paragraph.startsWith('分享'))).toEqual(['防汛通知', LINE])
  })

  it('takes labels that nobody knows with it', () => {
    const { unknown, paragraphs } = read('<ul><li>文号：甲</li><li>服务对象：企业</li><li>有效性：有效</li></ul>')
    expect(unknown).toEqual({ 服务对象: '企业' })
    expect(paragraphs).toEqual(['防汛通知', LINE])
  })

  it.each([
    ['one label', '<p>来源：青梧区水务局</p>', ''],
    ['labels below the text', '', '<table><tr><td>文号</td><td>甲</td><td>有效性</td><td>有效</td></tr></table>'],
    ['labels below many lines', '<p>甲</p><p>乙</p><p>丙</p><p>丁</p><p>文号：甲</p><p>有效性：有效</p>', ''],
    [
      'a list of documents',
      '<table><tr><th>名称</th><th>文号</th></tr><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>',
      '',
    ],
  ])('is not %s', (_, head, rest) => {
    const { fields, unknown, paragraphs } = read(head, rest)
    expect([fields, unknown]).toEqual([{ title: ['防汛通知'] }, {}])
    expect(paragraphs.length).toBeGreaterThan(2)
  })
})
