import { expect, it } from 'vitest'
import { extractHtml } from './html.js'

const TEXT = [
  '同志们：',
  '这次会议的主要任务是总结去年的防汛工作，部署今年的任务，动员全区上下落实责任。',
  '各街道办事处应当备足防汛物资，落实专人值守，确保安全度汛。',
]
const body = `<div class="nr">${TEXT.map((line) => `<p>${line}</p>`).join('')}</div>`
const read = (above: string) =>
  extractHtml(
    `<html><head><title>在全区防汛工作会议上的讲话_青梧区人民政府</title></head><body>${above}${body}</body></html>`,
    null,
  ).paragraphs

const HEADING = '<h2>在全区防汛工作会议上的讲话</h2>'

it.each([
  [`${HEADING}<div>区长　尹哲强<br>（2021年2月18日）</div>`, ['区长　尹哲强', '（2021年2月18日）']],
  [`${HEADING}<p class="wh">青政发〔2021〕3号</p>`, ['青政发〔2021〕3号']],
  [`${HEADING}<p>（2021年2月18日区人民政府令第12号公布）</p>`, ['（2021年2月18日区人民政府令第12号公布）']],
  [`<table><tr><td>${HEADING}</td></tr><tr><td>青政发〔2021〕3号</td></tr></table>`, ['青政发〔2021〕3号']],
])('begins with what stands below the title and is of the document: %s', (above, lines) =>
  expect(read(above)).toEqual([...lines, ...TEXT]),
)

it.each([
  `${HEADING}<p>2021-02-18 10:20 来源：区水务局 【打印】</p>`,
  `${HEADING}<p>发布时间：2021年2月18日（星期四）</p>`,
  `<p>青政发〔2020〕1号</p>${HEADING}`,
  `${HEADING}<ul><li>青政发〔2020〕1号</li></ul>`,
  `${HEADING}<p><a href="1.html">青政发〔2020〕1号</a></p>`,
  `${HEADING}<table><tr><td>发文字号</td><td>青政发〔2021〕3号</td></tr><tr><td>成文日期</td><td>2021-02-18</td></tr></table>`,
])('does not begin with what is of the page: %s', (above) => expect(read(above)).toEqual(TEXT))

it('does not have a number twice', () => {
  const metadata = '<ul><li>索引号：0001/2021-3</li><li>文号：青政发〔2021〕3号</li></ul>'
  expect(read(`${metadata}${HEADING}<p>青政发〔2021〕3号</p>`)).toEqual(TEXT)
})
