import { describe, expect, it } from 'vitest'
import { workOf } from '../contract/testing/work.js'
import { extractJson } from './json-lines.js'

const paragraphsOf = (content: unknown) => extractJson(JSON.stringify({ title: '甲', content })).records[0]!.paragraphs

describe('the text of a JSON record', () => {
  it('is what its blocks hold, not what they are', () => {
    expect(
      paragraphsOf([
        { type: 'p', text: '各街道办事处：' },
        {
          type: 'list',
          children: [
            { type: 'item', text: '巡查河道。' },
            { type: 'image', src: 'a.png', alt: '河道图' },
          ],
        },
        { type: 'p', content: [{ type: 'text', text: '请认真执行。' }] },
      ]),
    ).toEqual(['各街道办事处：', '巡查河道。', '河道图', '请认真执行。'])
  })

  it('is all there is in objects that are no blocks', () => {
    expect(paragraphsOf([{ no: '第一条', text: '为了规范。' }, '附则'])).toEqual(['第一条', '为了规范。', '附则'])
    expect(paragraphsOf([{ type: '第一章', text: '总则' }])).toEqual(['第一章', '总则'])
  })

  it('is read as HTML where that was escaped', () => {
    expect(paragraphsOf('&lt;p class=&quot;a&quot;&gt;甲&amp;nbsp;乙&lt;/p&gt;&lt;p&gt;丙&lt;/p&gt;')).toEqual([
      '甲\u00a0乙',
      '丙',
    ])
    expect(paragraphsOf('小于号写作 &lt; 。')).toEqual(['小于号写作 &lt; 。'])
  })

  it('takes time in step with tags that are never closed', () => {
    const content = '<p '.repeat(30_000)
    expect(workOf(() => expect(paragraphsOf(content)).toEqual([content.trim()]))).toBeLessThan(1_500)
  })

  it('has its lines where their breaks were escaped', () => {
    expect(paragraphsOf('第一行\\n第二行\\r\\n第三行')).toEqual(['第一行', '第二行', '第三行'])
    expect(paragraphsOf('放在 C:\\new 中')).toEqual(['放在 C:\\new 中'])
    expect(paragraphsOf('写作 \\n 。\n第二行')).toEqual(['写作 \\n 。', '第二行'])
  })
})

describe('a second text of a record', () => {
  const othersOf = (data: object) => extractJson(JSON.stringify({ title: '甲', ...data })).records[0]!.otherTexts

  it('is noted where it says something else', () =>
    expect(othersOf({ content: '关于防汛的通知全文。', 正文: '另一段文字。' })).toEqual([
      { label: '正文', length: 6, beginning: '另一段文字。' },
    ]))

  it('is not noted where it says the same, or a part of it, in other mark-up', () => {
    expect(othersOf({ text: '甲乙丙。丁', html: '<p>甲乙丙。</p><p>丁</p>' })).toBeUndefined()
    expect(othersOf({ text: '甲&lt;乙&gt;', html: '<p>甲&lt;乙&gt;</p>' })).toBeUndefined()
    expect(othersOf({ text: '甲乙丙', content: '甲乙丙。丁' })).toBeUndefined()
  })
})
