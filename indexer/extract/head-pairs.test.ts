import { describe, expect, it } from 'vitest'
import { pairsOf } from './head-pairs.js'

describe('pairsOf', () => {
  it.each([
    [
      '发布日期：2021-01-15 来源：青梧区司法局 浏览：356',
      [
        ['发布日期', '2021-01-15'],
        ['来源', '青梧区司法局'],
        ['浏览', '356'],
      ],
    ],
    [
      '文号：青政发 〔2021〕 3号 成文日期： 2021年1月 5日',
      [
        ['文号', '青政发 〔2021〕 3号'],
        ['成文日期', '2021年1月 5日'],
      ],
    ],
    [
      '发布时间：2021-01-15 10:20:30 来源：https://example.org/a',
      [
        ['发布时间', '2021-01-15 10:20:30'],
        ['来源', 'https://example.org/a'],
      ],
    ],
  ])('parts labels that one space sets apart: %s', (line, pairs) => expect(pairsOf(line)).toEqual(pairs))

  it.each([
    [
      '公开属性　主动公开　签发人　刘川',
      [
        ['公开属性', '主动公开'],
        ['签发人', '刘川'],
      ],
    ],
    [
      '成文日期　2021年7月9日　主送　文号　青政批〔2021〕9号',
      [
        ['成文日期', '2021年7月9日'],
        ['主送', ''],
        ['文号', '青政批〔2021〕9号'],
      ],
    ],
  ])('knows by its place a label after a value of one cell: %s', (line, pairs) => expect(pairsOf(line)).toEqual(pairs))

  it.each([
    ['发文机关　青梧区教育局　青梧区财政局　青梧区民政局', '青梧区教育局 青梧区财政局 青梧区民政局'],
    ['成文日期　二〇二一年　三月　五日', '二〇二一年 三月 五日'],
    ['公开属性　主动公开　其中附件　不公开', '主动公开 其中附件 不公开'],
    ['公开属性　主动公开　其中附件　内部 掌握', '主动公开 其中附件 内部 掌握'],
  ])('lets a value go on over cells: %s', (line, value) => expect(pairsOf(line)?.[0]?.[1]).toBe(value))

  it.each(['会议指出： 要抓好落实 同时要求：各单位', '青梧区司法局 2021年1月5日'])('takes %s for text', (line) =>
    expect(pairsOf(line)).toBeNull(),
  )
})
