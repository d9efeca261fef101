import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'

const paragraphsOf = (body: string): string[] =>
  extractHtml(`<html><head><title>通知公告</title></head><body>${body}</body></html>`, null).paragraphs
const numbers = Array.from({ length: 9 }, (_, at) => at + 1)

describe('a list of pages', () => {
  it.each(['共 56 条 4 页 上一页 1 2 3 4 下一页 转到 页', '首页 上一页 1 2 3 下一页 尾页', '共56条记录，第1页/共4页'])(
    'has no text in what leads through it: %s',
    (pager) => {
      const entries = numbers.map(
        (at) => `<li><a href="${at}.html">关于第${at}件事的通知</a><span>2021-02-0${at}</span></li>`,
      )
      expect(paragraphsOf(`<ul>${entries.join('')}</ul><div class="page">${pager}</div>`)).toEqual([])
    },
  )

  it('has none in the rows of a table either, with the dates in cells of their own', () => {
    const rows = numbers.map(
      (at) => `<tr><td><a href="${at}.html">关于第${at}件事的通知</a></td><td>2021-02-0${at}</td></tr>`,
    )
    expect(paragraphsOf(`<table>${rows.join('')}</table>`)).toEqual([])
  })
})

it('a text that tells of pages is one', () =>
  expect(paragraphsOf('<p>年报第3页，有误</p><p>2021年2月3日</p>')).toEqual(['年报第3页，有误', '2021年2月3日']))
