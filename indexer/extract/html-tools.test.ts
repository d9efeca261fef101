import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'
import { workOf } from '../contract/testing/work.js'

const LINE = '各街道办事处：为做好防汛工作，各单位应当落实责任，现将有关事项通知如下。'
const read = (markup: string) => extractHtml(`<div id="zoom">${markup}</div>`, null)

describe('lines for the readers of a page', () => {
  it('are no text: where it is shared, what stands below', () => {
    const { paragraphs, headings } = read(
      `<p>分享到：微信 微博</p><h2>防汛通知</h2><p>${LINE}</p><p>青梧区水务局</p><p>（责任编辑：周闻）</p><p>终审：林见</p>
       <p>【打印】 【关闭】</p><p>字体：大 中 小</p><p>上一篇：关于某事的通知<br>下一篇：没有了</p><p>扫一扫在手机打开当前页</p>`,
    )
    expect(paragraphs).toEqual(['防汛通知', LINE, '青梧区水务局'])
    expect(headings).toEqual([{ paragraph: 0, level: 2 }])
  })

  it('are those that say where the page comes from and how often it was read', () => {
    const below = '信息来源：政府办　　发布时间：2006-3-15 10:20:30　　浏览次数：'
    expect(read(`<p>${LINE}</p><p>青梧区水务局</p><p>${below}</p>`).paragraphs).toEqual([LINE, '青梧区水务局'])
    expect(read(`<p>${LINE}</p><p>来源：青梧河</p>`).paragraphs).toEqual([LINE, '来源：青梧河'])
  })

  it('are text where they stand in it, or say more', () => {
    const lines = [LINE, '打印', '分享到群众中去的经验', '打印机采购清单：大型打印机', '中小学']
    expect(read(lines.map((line) => `<p>${line}</p>`).join('')).paragraphs).toEqual(lines)
  })
})

it('looks at long and many lines in time', () => {
  expect(
    workOf(() =>
      read(
        `<p>${LINE}</p><p>${'打印 '.repeat(20_000)}</p>${'<p>打印 关闭 返回 打印 关闭 返回 甲</p><p>【打印】</p>'.repeat(2_000)}`,
      ),
    ),
  ).toBeLessThan(3_000)
})
