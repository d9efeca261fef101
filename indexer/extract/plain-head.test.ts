import { describe, expect, it } from 'vitest'
import { readPlainHead } from './plain-head.js'

const head = (text: string) => readPlainHead(text.split('\n'))

describe('readPlainHead', () => {
  it('goes on over labels that no one knows, among known ones', () => {
    expect(head('标题：甲\n公文种类：通知\n版式：大字\n文号：乙\n\n各单位：\n正文。')).toMatchObject({
      pairs: [
        ['标题', '甲'],
        ['公文种类', '通知'],
        ['版式', '大字'],
        ['文号', '乙'],
      ],
      length: 5,
    })
  })

  it.each([
    ['a line below the last known label', '标题：甲\n文号：乙\n主送：各单位\n正文。', 2],
    ['a line below a blank one', '标题：甲\n文号：乙\n\n主送：各单位\n正文。', 3],
    ['whom it is sent to, above attachments', '标题：甲\n文号：乙\n各单位：请执行\n附件：表', 2],
    ['a sentence', '标题：甲\n文号：乙\n现通知如下：请各单位执行。\n发布日期：2021-03-05', 2],
  ])('leaves to the text %s', (_, text, length) => {
    const { pairs, length: end } = head(text)
    expect(pairs).toHaveLength(2)
    expect(end).toBe(length)
  })

  it.each([' ', '  ', '\t', '\u3000'])('reads several labels on a line, set apart by %j', (space) => {
    const lines = [
      `索引号：11441700/2022-00009${space}主题分类：城乡建设`,
      `**发文机关**：青河县住建局${space}**公开方式**：依申请公开`,
      '标题：关于房屋安全的通知',
    ]
    expect(head([...lines, '', '各单位：'].join('\n')).pairs).toEqual([
      ['索引号', '11441700/2022-00009'],
      ['主题分类', '城乡建设'],
      ['发文机关', '青河县住建局'],
      ['公开方式', '依申请公开'],
      ['标题', '关于房屋安全的通知'],
    ])
  })

  it('reads a label of visibility that nobody knows beside a known one', () => {
    expect(head('发文机关：青河县住建局 公文公开属性：依申请公开\n文号：乙\n\n正文。').pairs[1]).toEqual([
      ...['公文公开属性', '依申请公开'],
    ])
  })

  it('leaves a title whole that has a colon after a space, or wide spaces', () => {
    expect(head('标题：一图读懂 解读：何为绿化\n文号：乙\n\n正文。').pairs[0]).toEqual([
      '标题',
      '一图读懂 解读：何为绿化',
    ])
    expect(head('标题：关于\u3000绿化的通知\n文号：乙\n\n正文。').pairs[0]).toEqual(['标题', '关于\u3000绿化的通知'])
  })

  it('parts the text from its label', () => {
    expect(head('标题：甲\n文号：乙\n正文：各单位：\n现通知如下。')).toMatchObject({ length: 3, firstLine: '各单位：' })
  })

  it('reads labels whose values stand on the next lines', () => {
    expect(head('标题\n甲\n\n发文机关\n乙\n版式\n大字\n文号\n索引号：\n丙\n各单位：')).toMatchObject({
      pairs: [
        ['标题', '甲'],
        ['发文机关', '乙'],
        ['版式', '大字'],
        ['文号', ''],
        ['索引号：', '丙'],
      ],
      length: 10,
    })
  })

  it.each(['标题\n甲\n文号\n乙\n正文。', '标题\n文号\n索引号\n甲', '标题：甲\n正文。', ''])(
    'takes %j for text',
    (text) => expect(head(text)).toEqual({ pairs: [], length: 0, firstLine: null }),
  )
})
