import { describe, expect, it } from 'vitest'
import { xlsxOf } from '../testing/files/office.js'
import { extractCsv } from './csv.js'
import { findHeading, headingOf } from './heading.js'
import { extractFile } from './index.js'
import { readTable } from './table.js'

const DOUBLE = [
  ['青梧区规范性文件汇总表'],
  ['（截至2021年12月）'],
  ['序号', '文件信息', '', '', '正文'],
  ['', '标题', '文号', '发布日期'],
  ['1', '甲', '青政发〔2021〕1号', '2021-03-05', '正文甲。'],
]

describe('the heading row', () => {
  it('may take two rows, whichever has more labels', () => {
    expect(findHeading(DOUBLE)).toMatchObject({ labels: ['序号', '标题', '文号', '发布日期', '正文'], at: 3 })
    const dates = [
      ['标题', '日期', '', '正文'],
      ['', '成文日期', '发布日期'],
      ['甲', '2021', '2022', '文'],
    ]
    expect(findHeading(dates)).toEqual({ labels: ['标题', '成文日期', '发布日期', '正文'], at: 0, isDouble: true })
  })

  it('has labels that only say with the group above them what they are', () => {
    const groups = ['序号', '发文情况', '发文情况', '日期', '日期', '正文']
    const labels = ['序号', '标题', '文号', '成文', '发布', '正文']
    const whole = ['序号', '标题', '文号', '成文日期', '发布日期', '正文']
    expect(findHeading([groups, labels, ['1', '甲', '', '2021', '2022', '文']])?.labels).toEqual(whole)
    const blank = ['序号', '标题', '文号', '日期', '', '正文']
    expect(findHeading([blank, ['', '', '', '成文', '发布', '']])).toEqual({ labels: whole, at: 0, isDouble: true })
  })

  it('is not a row that has one meaning twice, nor a text', () => {
    expect(
      findHeading([
        ['英文', '中文'],
        ['content', '正文'],
      ]),
    ).toBeNull()
    expect(
      headingOf([
        ['字段', '类型'],
        ['甲', 'text'],
      ]).at,
    ).toBe(0)
    expect(findHeading([['*'.repeat(1_000_000), '文']])).toBeNull()
  })

  it('with one known label is found below a title', () => {
    expect(headingOf([['青梧区文件'], ['序号', '正文'], ['1', '甲']])).toMatchObject({
      labels: ['序号', '正文'],
      at: 1,
    })
    expect(headingOf([['正文'], ['甲', '内容']]).at).toBe(0)
  })

  it.each([
    ['below a title', '青梧区2021年规范性文件目录,,\n标题,发布日期,正文\n甲,2021/3/5,正文甲。\n'],
    ['below a title without delimiters', '青梧区文件\n\n标题,发布日期,正文\n甲,2021/3/5,正文甲。\n'],
    ['with the delimiter stated above', '\ufeffsep=;\n标题;发布日期;正文\n甲;2021/3/5;"正文甲。"\n'],
    ['of bars', '标题|发布日期|正文\n甲|2021/3/5|正文甲。'],
    ['with a line break in it', '标题,"发布\n日期",正文\n甲,2021/3/5,正文甲。\n'],
    ['with a line break in its first cell', '"发布\n日期","标题",正文\n2021/3/5,甲,正文甲。\n'],
    ['of two rows', '序号,文件,,正文\n,标题,发布日期,\n1,甲,2021/3/5,正文甲。\n'],
  ])('of a CSV is found %s', (_, content) => {
    const { records, rejected } = extractCsv(content)
    expect(rejected).toEqual([])
    expect(records).toMatchObject([
      { position: 1, fields: { title: ['甲'], published: ['2021/3/5'] }, paragraphs: ['正文甲。'] },
    ])
  })

  it('of a sheet is found the same way', async () => {
    const { records } = await extractFile('a.xlsx', xlsxOf({ 表: DOUBLE }), null)
    expect(records).toMatchObject([
      { position: 1, fields: { title: ['甲'], published: ['2021-03-05'] }, paragraphs: ['正文甲。'] },
    ])
  })

  it('of a table without known labels is the first', () => {
    expect(readTable('path\tpublish\na.md\t2020,1\n')).toMatchObject({
      labels: ['path', 'publish'],
      rows: [['a.md', '2020,1']],
    })
  })
})
