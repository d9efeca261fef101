import { describe, expect, it } from 'vitest'
import { xlsxOf } from '../testing/files/office.js'
import { extractFile } from './index.js'

const read = (...args: Parameters<typeof xlsxOf>) => extractFile('a.xlsx', xlsxOf(...args), null)

describe('what a workbook keeps back', () => {
  it('are rows of a table that is a text, where a column says so', async () => {
    const { records, notes } = await read({
      台账: [
        ['2018年办件台账'],
        ['序号', '事项', '是否公开'],
        [1, '修路灯', '是'],
        [2, '举报某人', '不公开'],
        [3, '修路', ''],
      ],
    })
    expect(records[0]!.paragraphs.join()).toMatch(/修路灯.*修路/)
    expect(records[0]!.paragraphs.join()).not.toContain('举报')
    expect(notes).toEqual([{ record: null, message: expect.stringContaining('1 行标明不公开') }])
  })

  it('are such rows where a program answered', async () => {
    const { records } = await read({
      台账: [
        ['序号', '事项', '是否公开'],
        [1, '修路灯', 'true'],
        [2, '举报某人', 'false'],
        [3, '举报他人', '0'],
      ],
    })
    expect(records[0]!.paragraphs.join()).toContain('修路灯')
    expect(records[0]!.paragraphs.join()).not.toContain('举报')
  })

  it('are hidden sheets, which are named', async () => {
    const rows = (title: string) => [
      ['标题', '正文'],
      [title, `${title}的正文`],
    ]
    const { records, notes } = await read({ 甲表: rows('甲'), 乙表: rows('乙') }, undefined, {}, ['乙表'])
    expect(records.map(({ fields }) => fields.title?.[0])).toEqual(['甲'])
    expect(notes).toEqual([{ record: null, message: expect.stringMatching(/“乙表”.*隐藏/) }])
    const text = await read({ 甲表: [['说明一']], 乙表: [['说明二']] }, undefined, {}, ['乙表'])
    expect(text.records[0]!.paragraphs).toEqual(['说明一'])
  })
})
