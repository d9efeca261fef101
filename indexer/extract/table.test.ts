import { describe, expect, it } from 'vitest'
import { extractCsv } from './csv.js'
import { readTable } from './table.js'
import { workOf } from '../contract/testing/work.js'

describe('quotes in a table', () => {
  it('hold delimiters, line breaks and doubled quotes', () => {
    const { rows, faults } = readTable('标题,正文\n"甲, ""乙""","一\n\n二,三" \n丙,所称"甲"是5" 的\n"",""""\n')
    expect(rows).toEqual([
      ['甲, "乙"', '一\n\n二,三'],
      ['丙', '所称"甲"是5" 的'],
      ['', '"'],
    ])
    expect(faults).toEqual([])
  })

  it('that are not closed cost no other row', () => {
    const { records, rejected, notes } = extractCsv(
      '标题,文号,正文\n甲,1号,"未闭合的正文甲。\n乙,2号,正文乙。\n丙,3号,正文丙。\n',
    )
    expect(records.map(({ position, paragraphs }) => [position, paragraphs])).toEqual([
      [1, ['"未闭合的正文甲。']],
      [2, ['正文乙。']],
      [3, ['正文丙。']],
    ])
    expect(rejected).toEqual([])
    expect(notes).toEqual([{ record: 1, message: expect.stringContaining('第 2 行') }])
  })

  it('that are closed by the opening quote of another row cost neither', () => {
    const { records, notes } = extractCsv('标题,正文\n甲,"未闭合。\n乙,"第一段\n第二段"\n')
    expect(records.map(({ paragraphs }) => paragraphs)).toEqual([['"未闭合。'], ['第一段', '第二段']])
    expect(notes?.map(({ record }) => record)).toEqual([1])
  })

  it('that stand in a quoted cell undoubled stay in the text', () => {
    const { records, notes } = extractCsv('标题,正文\n甲,"所称"企业"是指"甲类"企业。"\n乙,正文乙。\n')
    expect(records.map(({ paragraphs }) => paragraphs)).toEqual([['所称"企业"是指"甲类"企业。'], ['正文乙。']])
    expect(notes?.map(({ record }) => record)).toEqual([1])
  })

  it('that leave no telling where a text ends reject it with all its lines', () => {
    const { records, rejected, notes } = extractCsv(
      '标题,文号,正文\n甲,1号,"第一段。\n所称"企业"是指。\n第三段。"\n\n乙,2号,正文乙。\n丙,3号,"有，有, 有\n丁,4号,正文丁。\n',
    )
    expect(records.map(({ fields }) => fields.title?.[0])).toEqual(['乙', '丁'])
    expect(rejected).toEqual([
      { record: 1, field: null, reason: expect.stringContaining('第 2 至 4 行') },
      { record: 4, field: null, reason: expect.stringContaining('第 7 行') },
    ])
    expect(notes).toBeUndefined()
  })

  it.each([
    ['open in every line', '甲,"文\n'.repeat(200_000)],
    ['open three times in every line', '甲,"""文\n'.repeat(200_000)],
    ['never closed', `甲,"${'""x,""\n'.repeat(200_000)}`],
    ['wrong far from where the row begins', `${'"文\n文",'.repeat(50_000)}"甲"乙\n`],
  ])('are read in a time that grows with the text when they are %s', (_, rows) => {
    expect(workOf(() => readTable(`标题,正文\n${rows}`))).toBeLessThan(5_000)
  })
})
