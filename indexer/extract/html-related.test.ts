import { expect, it } from 'vitest'
import { workOf } from '../contract/testing/work.js'
import { extractHtml } from './html.js'

const LINE = '各街道办事处：为做好防汛工作，各单位应当落实责任，现将有关事项通知如下。'
const read = (below: string) => extractHtml(`<div id="zoom"><p>${LINE}</p>${below}</div>`, null).paragraphs

it.each([
  '<p>相关解读：</p><p><a href="1.html">一图读懂防汛预案</a> 2023-06-16</p><p>相关链接：</p><ul><li><a href="2.html">省防汛预案</a></li></ul>',
  '<p>相关文件：<a href="1.html">青梧区防汛预案</a></p><p>【打印】【关闭】</p>',
  '<h3>政策原文</h3><div><a href="1.html">《青梧区防汛预案》</a></div>',
  '<div>【相关阅读】</div><div>·<a href="1.html">青梧区防汛预案</a></div><p>扫一扫在手机打开当前页</p>',
])('is no text that leads to other pages below it: %s', (below) => expect(read(below)).toEqual([LINE]))

it.each([
  ['<p>附件：<a href="1.doc">防汛物资清单</a></p>', '附件：防汛物资清单'],
  ['<p>相关文件：<a href="1.pdf">青梧区防汛预案</a></p>', '相关文件：青梧区防汛预案'],
  ['<p>相关文件：青梧区防汛预案（2020年）</p>', '相关文件：青梧区防汛预案（2020年）'],
  [
    '<p>相关信息请见<a href="1.html">区政府网站</a>，有疑问的可以来电。</p>',
    '相关信息请见区政府网站，有疑问的可以来电。',
  ],
  ['<p><a href="1.html">《青梧区防汛预案》</a></p>', '《青梧区防汛预案》'],
])('is text where it is a file or says more: %s', (below, line) => expect(read(below)).toEqual([LINE, line]))

it('stays where text follows', () => {
  const below = '<p>相关链接</p><p><a href="1.html">青梧区防汛预案</a></p><p>本通知自印发之日起施行。</p>'
  expect(read(below)).toHaveLength(4)
})

it('is looked for in time', () => {
  const many = '<p>相关链接</p><p><a href="1.html">预案</a></p>'.repeat(10_000)
  expect(workOf(() => read(many))).toBeLessThan(5_000)
})
