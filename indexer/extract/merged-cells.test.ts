import { describe, expect, it } from 'vitest'
import { xlsxOf } from '../testing/files/office.js'
import { extractFile } from './index.js'
import { withMerged } from './merged-cells.js'
import { workOf } from '../contract/testing/work.js'

const extract = (rows: string[][], ranges: string[]) =>
  extractFile('a.xlsx', xlsxOf({ 目录: rows }, undefined, { 目录: ranges }), null)

describe('merged cells of a sheet', () => {
  it('hold for all their rows and columns, in the heading and below', async () => {
    const rows = [
      ['青梧区政府文件目录', '', '', '', ''],
      ['标题', '发布机构', '日期', '', '正文'],
      ['', '', '成文日期', '发布日期', ''],
      ['甲', '青梧区民政局', '2020-01-02', '2020-01-05', '甲的正文'],
      ['乙', '', '2020-02-03', '', '乙的正文'],
      ['丙', '青梧区财政局', '2020-03-04', '2020-03-05', '丙的正文'],
    ]
    const ranges = ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'B4:B5', 'C5:D5']
    const { records, rejected, notes } = await extract(rows, ranges)
    expect([rejected, notes]).toEqual([[], undefined])
    expect(records.map(({ fields }) => [fields.title, fields.issuer, fields.written, fields.published])).toEqual([
      [['甲'], ['青梧区民政局'], ['2020-01-02'], ['2020-01-05']],
      [['乙'], ['青梧区民政局'], ['2020-02-03'], ['2020-02-03']],
      [['丙'], ['青梧区财政局'], ['2020-03-04'], ['2020-03-05']],
    ])
  })

  it('across the whole sheet are the name of a group, which is told and no record', async () => {
    const rows = [['标题', '正文'], ['一、民政'], ['甲', '甲的正文'], ['二、财政'], ['乙', '乙的正文']]
    const { records, rejected, notes } = await extract(rows, ['A2:B2', 'A4:B4'])
    expect(records.map(({ position, fields }) => [position, fields.title])).toEqual([
      [2, ['甲']],
      [4, ['乙']],
    ])
    expect(rejected).toEqual([])
    expect(notes?.map(({ record }) => record)).toEqual([1, 3])
  })

  it('are written once in a sheet that is a text', async () => {
    const { records } = await extract(
      [
        ['值班安排', ''],
        ['周一', '甲'],
      ],
      ['A1:B1'],
    )
    expect(records[0]!.paragraphs).toEqual(['值班安排', '周一　甲'])
  })

  it('reach no further than the sheet, however far they say', () => {
    const range = { top: 1, bottom: 1_048_575, left: 0, right: 0 }
    expect(
      withMerged(
        [
          ['甲', '乙'],
          ['丙', '丁'],
          ['', '戊'],
        ],
        [range],
      ),
    ).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
      ['丙', '戊'],
    ])
    const all = { top: 0, bottom: 1_048_575, left: 1, right: 16_383 }
    expect(
      workOf(() =>
        withMerged(
          Array.from({ length: 2000 }, () => Array.from({ length: 50 }, () => '甲')),
          Array.from({ length: 5000 }, () => all),
        ),
      ),
    ).toBeLessThan(10_000)
  })
})
