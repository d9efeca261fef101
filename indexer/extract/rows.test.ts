import { describe, expect, it } from 'vitest'
import { extractCsv } from './csv.js'
import { recordsOfRows } from './rows.js'

const read = (labels: string[], ...rows: string[][]) => recordsOfRows({ labels, rows }, 0, undefined, () => undefined)

describe('columns with the same label', () => {
  it('have the longest text as the text', () => {
    const { records } = read(
      ['标题', '内容', '内 容'],
      ['甲', '短', '青梧区的长文'],
      ['乙', '桐花街道的长文', '短'],
      ['丙', '', '只有这一栏'],
    )
    expect(records.map(({ paragraphs }) => paragraphs)).toEqual([['青梧区的长文'], ['桐花街道的长文'], ['只有这一栏']])
  })

  it('state a field by the first that is filled, and tell what is not used', () => {
    const { records } = read(
      ['标题', '日期：', '正文', '成文日期', '成文日期', '发布机构', '发布机构'],
      ['甲', '', '文', '2021-03-05', '2021-04-06', '', '区水务局'],
      ['乙', '', '文', '2021-03-05', '2021-03-05', '区民政局', '区水务局'],
    )
    expect(records.map(({ fields }) => [fields.written, fields.issuer])).toEqual([
      [['2021-03-05'], ['区水务局']],
      [['2021-03-05'], ['区民政局']],
    ])
    expect(records.map(({ unused }) => unused)).toEqual([
      [{ label: '成文日期', values: ['2021-04-06'] }],
      [{ label: '发布机构', values: ['区水务局'] }],
    ])
  })

  it('keep all values where a field may have several, or nobody knows the label', () => {
    const { records } = read(
      ['正文', '主题词', '主题词', '公开方式', '公开方式', '备注', '备注'],
      ['文', '绿化', '造林', '主动公开', '不予公开', '一', '二'],
    )
    expect(records[0]).toMatchObject({
      fields: { keywords: ['绿化', '造林'], visibility: ['主动公开', '不予公开'] },
      unknown: { 备注: '一；二' },
    })
    expect(records[0]!.unused).toBeUndefined()
  })
})

describe('a heading row that stands there again', () => {
  it('is no record, and is told', () => {
    const { records, notes } = extractCsv('标题,内容\n甲,文一。\n标题,内容\n乙,文二。\n')
    expect(records.map(({ position, fields }) => [position, fields.title?.[0]])).toEqual([
      [1, '甲'],
      [3, '乙'],
    ])
    expect(notes).toEqual([{ record: 2, message: expect.stringContaining('表头') }])
  })
})

describe('a row of sums', () => {
  it('is no record, and is told', () => {
    const { records, rejected, notes } = read(
      ['发文单位', '标题', '件数', '正文'],
      ['区水务局', '甲', '2', '文'],
      ['小　计', '', '2'],
      ['区民政局', '合计', '3', '合计三件。'],
      ['合计：', '', '1,005.5', ''],
    )
    expect(records.map(({ position }) => position)).toEqual([1, 3])
    expect(rejected).toEqual([])
    expect(notes?.map(({ record, message }) => [record, message])).toEqual([
      [2, expect.stringContaining('合计行')],
      [4, expect.stringContaining('合计行')],
    ])
  })

  it('is not a row of numbers', () => {
    expect(read(['标题', '正文'], ['12', '35']).records).toHaveLength(1)
  })
})
