import { describe, expect, it } from 'vitest'
import { headingRank } from './headings.js'
import { outlineOf } from './outline.js'

const outline = (paragraphs: string[], headings: [number, number][] = [], head = 0) =>
  outlineOf({ paragraphs, headings: headings.map(([paragraph, level]) => ({ paragraph, level })) }, head).map(
    ({ level, paragraph }) => `${level} ${paragraphs[paragraph - 1]}`,
  )

describe('headingRank', () => {
  it.each([
    '一、总体要求',
    '一.总体要求',
    '（一）目标',
    '(十二)目标',
    '1. 任务',
    '1．任务',
    '（1）任务',
    '第一章 总则',
    '第二编　分则',
    '第三节 工业',
  ])('takes %s for a heading', (line) => expect(headingRank(line)).not.toBeNull())

  it('takes a short first sentence for one', () => {
    expect(headingRank('（一）重抓项目建设，构筑产业体系。' + '项目建设是关键。'.repeat(20))).not.toBeNull()
    expect(headingRank('（一）' + '很长的一句话没有停顿'.repeat(8) + '。' + '后文。'.repeat(20))).toBeNull()
  })

  it.each(['一是产业培育', '一要培养思维', '第一条 为了规范', '1.5亿元', '（一）党管干部；', '第一，坚持', '正文'])(
    'takes %s for text',
    (line) => expect(headingRank(line)).toBeNull(),
  )
})

describe('outlineOf', () => {
  it('nests by numbering', () => {
    expect(outline(['一、甲', '正文', '（一）乙', '1. 丙', '（1）丁', '（二）戊', '二、己'])).toEqual([
      '1 一、甲',
      '2 （一）乙',
      '3 1. 丙',
      '4 （1）丁',
      '2 （二）戊',
      '1 二、己',
    ])
  })

  it('begins with the kind that the text begins with', () => {
    expect(outline(['（一）甲', '1. 乙', '（二）丙'])).toEqual(['1 （一）甲', '2 1. 乙', '1 （二）丙'])
    expect(outline(['（一）甲', '一、乙', '（一）丙'])).toEqual(['1 （一）甲', '1 一、乙', '2 （一）丙'])
  })

  it('uses mark-up where there is no numbering', () => {
    expect(
      outline(
        ['决定', '一、甲', '方案', '一、乙'],
        [
          [0, 2],
          [1, 3],
          [2, 2],
        ],
      ),
    ).toEqual(['1 决定', '2 一、甲', '1 方案', '2 一、乙'])
  })

  it('never goes below four levels', () => {
    const deep = ['第一编 甲', '第一章 乙', '第一节 丙', '一、丁', '（一）戊']
    expect(outline(deep).map((entry) => entry[0])).toEqual(['1', '2', '3', '4', '4'])
  })

  it('leaves out the head, salutations, articles and a printed table of contents', () => {
    expect(
      outline(
        ['题目', '目录', '一、甲', '二、乙', '一、甲', '第一条　内容', '二、乙'],
        [
          [0, 1],
          [5, 7],
        ],
        1,
      ),
    ).toEqual(['1 一、甲', '1 二、乙'])
  })

  it('leaves out the names of attachments', () => {
    const text = ['题目', '一、甲', '附件：1.甲表', '2.乙表', '青梧区民政局', '1.附件的内容', '2.丙表.docx']
    expect(outline(text, [], 1)).toEqual(['1 一、甲', '2 1.附件的内容'])
  })

  it('leaves out the last of items that are parted by semicolons', () => {
    expect(outline(['一、甲', '1.乙；', '2.丙。', '二、丁'], [], 0)).toEqual(['1 一、甲', '1 二、丁'])
  })
})
