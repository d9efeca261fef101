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

  it.each(['会议指出： 要抓好落实 同时要求：各单位', '青梧区司法局 2021年1月5日'])('takes %s for text', (line) =>
    expect(pairsOf(line)).toBeNull(),
  )
})
