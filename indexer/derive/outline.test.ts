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
    const text = ['题目', '一、甲', '附件：1.甲表', '2.乙表', '青梧区民政局', '1.附件的内容', '正文。', '2.丙表.docx']
    expect(outline(text, [], 1)).toEqual(['1 一、甲', '2 1.附件的内容'])
  })

  it('leaves out the last of items that are parted by semicolons', () => {
    expect(outline(['一、甲', '1.乙；', '2.丙。', '二、丁'], [], 0)).toEqual(['1 一、甲', '1 二、丁'])
  })

  it('leaves out the items of articles, however they are numbered, but not what follows the last article', () => {
    const law = ['第一章 总则', '第一条 甲：', '（一）乙。', '（二）丙', '第二条 丁：', '一、戊。', '1. 己', '二、庚。']
    expect(outline([...law, '第三条 辛。', '第二章 附则', '第四条 壬。'])).toEqual(['1 第一章 总则', '1 第二章 附则'])
    const scheme = ['第一条 甲：', '（一）乙。', '青梧区民政局', '一、子', '丑。', '（一）寅', '卯。', '二、辰', '巳。']
    expect(outline(scheme)).toEqual(['1 一、子', '2 （一）寅', '1 二、辰'])
  })

  it('leaves out lists, whose items have nothing below them', () => {
    const list = [
      '一、材料',
      '申请人应当提交：',
      '1. 身份证。',
      '2. 户口簿。',
      '3. 申请表。',
      '以上一式两份。',
      '二、时限',
      '五日。',
    ]
    expect(outline(list)).toEqual(['1 一、材料', '1 二、时限'])
    const runIn = ['1.优化流程。推行网上办理。', '2.缩短时限。五日内办结。']
    expect(outline(runIn)).toEqual(['1 1.优化流程。推行网上办理。', '1 2.缩短时限。五日内办结。'])
  })

  it('keeps lines in a row that the file itself calls headings', () => {
    const marked = outline(
      ['一、甲', '二、乙'],
      [
        [0, 2],
        [1, 2],
      ],
    )
    expect(marked).toEqual(['1 一、甲', '1 二、乙'])
  })

  it('has all points under one heading, or none where most are no headings', () => {
    const long = `二、${'很长的一句话没有停顿'.repeat(7)}。`
    const points = ['一、发放从每月改为每季。从四月起。', long, long.replace('二', '三')]
    expect(outline(points)).toEqual([])
    expect(outline([...points.slice(0, 2), '三、认证方式。在社区办理。'])).toEqual([
      '1 一、发放从每月改为每季。从四月起。',
      '1 三、认证方式。在社区办理。',
    ])
  })
})
