import { describe, expect, it } from 'vitest'
import { extractRecordTexts, isRecordText } from './record-text.js'

const extractRecordText = (...text: Parameters<typeof extractRecordTexts>) => extractRecordTexts(...text)[0]!

const RECORD = `索 引 号: | 482915607/2021-00217 | 分类: | 综合政务/其他 / | ||
发布机构： | 政府办公室 | 文号： | 无〔〕号 | ||
成文日期: | 2021-03-02 | 发布日期: | | 有效性: | 有效 |
公开方式: | 主动公开 | 版式: | 大字 |
名称: | 在全区工作会议上的讲话: |
(2021年3月2日)

林 雨 晴
同志们:
  一、总的要求 
`

describe('extractRecordText', () => {
  const record = extractRecordText(RECORD)

  it('reads the metadata table', () => {
    expect(record.fields).toEqual({
      index_number: ['482915607/2021-00217'],
      topics: ['综合政务/其他 /'],
      issuer: ['政府办公室'],
      doc_number: ['无〔〕号'],
      written: ['2021-03-02'],
      validity: ['有效'],
      visibility: ['主动公开'],
      title: ['在全区工作会议上的讲话:'],
    })
    expect(record.provenance.index_number?.from).toContain('索引号')
  })

  it('reports a label that it does not know', () => expect(record.unknown).toEqual({ '版式:': '大字' }))

  it('counts every non-empty line after the table as a paragraph', () => {
    expect(record.paragraphs).toEqual(['(2021年3月2日)', '林 雨 晴', '同志们:', '一、总的要求'])
  })

  it('keeps a stroke within a value', () => {
    expect(extractRecordText('名称: | 甲 | 乙 |\n正文').fields.title).toEqual(['甲 | 乙'])
  })

  it('reads a head without strokes', () => {
    const plain = extractRecordText('标题：关于绿化的通知\n发文字号：某府发〔2020〕1号\n\n各单位：\n标题：这不是标签\n')
    expect(plain.fields).toEqual({ title: ['关于绿化的通知'], doc_number: ['某府发〔2020〕1号'] })
    expect(plain.paragraphs).toEqual(['各单位：', '标题：这不是标签'])
  })

  it('reports labels that it does not know among known ones', () => {
    const plain = extractRecordText(
      '标题：关于绿化的通知\n公文种类：通知\n成文日期：2021-03-05\n正文：各单位：\n请执行。',
    )
    expect(plain).toMatchObject({
      fields: { title: ['关于绿化的通知'], written: ['2021-03-05'] },
      unknown: { 公文种类: '通知' },
      paragraphs: ['各单位：', '请执行。'],
    })
  })

  it('reads labels that the source adds', () => {
    const extra = new Map([['版式', 'keywords' as const]])
    expect(extractRecordText('版式: | 大字 |\n正文', extra).fields.keywords).toEqual(['大字'])
  })
})

describe('several records in one text', () => {
  const second = (visibility: string): string => `名称: | 乙 | 文号: | |\n公开方式: | ${visibility} |\n乙的正文。\n`

  it('are read one by one, each with its place', () => {
    const records = extractRecordTexts(RECORD + second('依申请公开'))
    expect(records.map(({ position }) => position)).toEqual([1, 2])
    expect(records[0]!.paragraphs.at(-1)).toBe('一、总的要求')
    expect(records[1]).toMatchObject({
      fields: { title: ['乙'], visibility: ['依申请公开'] },
      paragraphs: ['乙的正文。'],
    })
  })

  it('are no tables of one text', () => {
    const records = extractRecordTexts(`${RECORD}收入: | 12 | 支出: | 10 |\n成文日期: | 2021-03-02 |\n正文续。`)
    expect(records).toHaveLength(1)
    expect(records[0]!.position).toBeNull()
    expect(records[0]!.paragraphs.at(-1)).toBe('正文续。')
  })
})

describe('isRecordText', () => {
  it('knows a table and a head from a text', () => {
    expect(isRecordText(RECORD)).toBe(true)
    expect(isRecordText('\n\n名称：| 甲 |\n')).toBe(true)
    expect(isRecordText('标题：一句话，后面是正文。\n正文从这里开始。')).toBe(false)
    expect(isRecordText('普通的正文 | 带竖线')).toBe(false)
  })
})
