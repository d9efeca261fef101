import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'
import { workOf } from '../contract/testing/work.js'

const TEXT = '办理时应当提交真实完整的材料，并对材料的真实性负责任。'
const items = (list: string, style = ''): string[] =>
  extractHtml(
    `<html><head>${style}</head><body><article><p>${TEXT}</p>${list}</article></body></html>`,
    null,
  ).paragraphs.slice(1)

describe('numbered lists of a page', () => {
  it.each([
    ['<ol start="5"><li>甲</li><li value="9">乙</li><li>丙</li></ol>', ['5. 甲', '9. 乙', '10. 丙']],
    ['<ol reversed><li>甲</li><li>乙</li></ol>', ['2. 甲', '1. 乙']],
    ['<ol type="a"><li>甲</li><li>乙</li></ol>', ['a. 甲', 'b. 乙']],
    ['<ol style="list-style-type: upper-roman"><li>甲</li><li>乙</li></ol>', ['I. 甲', 'II. 乙']],
    ['<ol style="list-style: cjk-ideographic inside"><li>甲</li><li>乙</li></ol>', ['一、甲', '二、乙']],
    ['<ol type="disc"><li>甲</li></ol>', ['甲']],
    ['<ol type="constructor"><li style="list-style: valueOf">甲</li></ol>', ['1. 甲']],
    ['<ol start="x"><li>甲<ol><li>子</li></ol></li><li>乙</li></ol>', ['1. 甲', '1. 子', '2. 乙']],
  ])('count as a browser does: %s', (list, expected) => expect(items(list)).toEqual(expected))

  it('have no numbers where a style sheet of the page takes them away', () => {
    const list =
      '<ol class="plain"><li>甲</li></ol><ol><li>乙</li></ol><ol class="plain" style="list-style:decimal"><li>丙</li></ol>'
    const style = (css: string): string => `<style>${css}</style>`
    expect(items(list, style('/* a */ p, .box ol.plain, .plain { margin: 0; LIST-STYLE: none }'))).toEqual([
      ...['甲', '1. 乙', '1. 丙'],
    ])
    expect(
      items(list, style('@media print { .plain { list-style: none } } .plain:hover { list-style: none }')),
    ).toEqual([...['1. 甲', '1. 乙', '1. 丙']])
    expect(items(list, style('ol.cn, ol { list-style-type: cjk-ideographic }'))).toEqual(['一、甲', '一、乙', '1. 丙'])
    expect(items(list, style('}{ ..a[ , { list-style: none } @'))).toEqual(['1. 甲', '1. 乙', '1. 丙'])
  })

  it.each([
    ...['一是甲', '二要乙', '第一，丙', '其一，丁', '步骤一：戊', 'A. 己', '（1）庚', '1：辛', '②壬', '一.癸', '1 甲'],
  ])('are not numbered twice: %s', (item) => expect(items(`<ol><li>${item}</li></ol>`)).toEqual([item]))

  it.each(['2021年甲', '3个工作日', '三要素', '第一产业', '1.5元', '2 号楼'])(
    'have words that are no number: %s',
    (item) => expect(items(`<ol><li>${item}</li></ol>`)).toEqual([`1. ${item}`]),
  )

  it('take time in proportion to their length', () => {
    expect(
      workOf(() =>
        items(
          `<ol>${'<li>甲</li>'.repeat(10_000)}</ol>`,
          `<style>${'ol.a li { list-style: none }\n'.repeat(2000)}</style>`,
        ),
      ),
    ).toBeLessThan(20_000)
  })
})
