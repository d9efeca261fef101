import { describe, expect, it } from 'vitest'
import { findTables } from './table-rows.js'

const find = (...paragraphs: string[]) =>
  findTables(
    paragraphs,
    paragraphs.map(() => 'text' as const),
  )
const cells = (paragraphs: string[]) =>
  find(...paragraphs).map(({ first, rows }) =>
    rows.map((row, index) => row.map(([start, end]) => paragraphs[first + index]!.slice(start, end))),
  )

describe('findTables', () => {
  it('takes rows with as many cells together, and knows headings and figures', () => {
    const paragraphs = [
      '如下表。',
      '指标　单位　2023年',
      '产量　万吨　12.5',
      '增速　%　-3.0',
      '其他　—　1,204',
      '附注。',
    ]
    expect(find(...paragraphs)).toMatchObject([{ first: 1, hasHeader: true, figures: [false, false, true] }])
    expect(cells(paragraphs)[0]).toHaveLength(4)
    expect(cells(paragraphs)[0]![1]).toEqual(['产量', '万吨', '12.5'])
  })

  it('takes a row whose bars were not read for what they are', () => {
    const paragraphs = ['| 指 标   | 单 位 | 绝对数 | |', '光缆　万公里　149', '铁路　公里　5557']
    expect(cells(paragraphs)[0]![0]).toEqual(['指 标', '单 位', '绝对数'])
  })

  it('keeps an empty cell in its column', () => {
    expect(cells(['甲　　1', '乙　2　3', '丙　4　5'])[0]![0]).toEqual(['甲', '', '1'])
  })

  it('begins a table of two columns below its caption', () => {
    expect(find('表7　分行业增速', '行业　增速（%）', '总计　3.2', '建筑业　-6.3')).toMatchObject([
      { first: 1, hasHeader: true },
    ])
  })

  it.each([
    ['headings', ['第一章　总则', '第二章　职责', '第三章　附则']],
    ['headings with a wide gap', ['第一节　　目标', '第二节　　任务', '第三节　　保障']],
    ['two lines that happen to be alike', ['甲　乙　丙', '丁　戊　己']],
    ['lines of different lengths', ['甲　乙　丙', '丁　戊', '己　庚　辛　壬']],
    ['sentences', ['各单位要认真落实。', '附件另发。', '特此通知。']],
  ])('sees none in %s', (_, paragraphs) => {
    expect(find(...paragraphs)).toEqual([])
  })

  it('sees none in what is set as headings or signatures', () => {
    expect(findTables(['甲　乙　1', '丙　丁　2', '戊　己　3'], ['heading', 'text', 'signature'])).toEqual([])
  })
})
