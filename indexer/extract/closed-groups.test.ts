import { describe, expect, it } from 'vitest'
import { xlsxOf } from '../testing/files/office.js'
import { restriction } from '../visibility.js'
import { extractFile } from './index.js'

const LABELS = ['标题', '正文', '文号']
const row = (title: string): string[] => [title, `${title}的正文。`, '']
const notice = (title: string) => ({ title, text: `${title}的正文。` })

/** The titles of the records that anybody may read. */
async function open(name: string, content: Buffer | string): Promise<string[]> {
  const { records } = await extractFile(name, Buffer.from(content), null)
  return records.filter((record) => restriction(record) === null).map(({ fields }) => fields.title![0]!)
}
const openIn = (value: object): Promise<string[]> => open('a.json', JSON.stringify(value))

describe('records in a list that is named after what is not for the public', () => {
  it('are kept back by the name of their sheet', async () => {
    const sheets = { 主动公开: [LABELS, row('甲')], 依申请公开: [LABELS, row('乙')], 不予公开: [LABELS, row('丙')] }
    expect(await open('a.xlsx', xlsxOf(sheets))).toEqual(['甲'])
  })

  it('are kept back by a title above them, which no list about disclosure has', async () => {
    const titled = (title: string) => ({ 甲: [[title], LABELS, row('甲')] })
    expect(await open('a.xlsx', xlsxOf(titled('2019年依申请公开文件目录')))).toEqual([])
    expect(await open('a.csv', '2019年依申请公开文件目录,,\n标题,正文,文号\n甲,甲文。,\n')).toEqual([])
    expect(await open('a.xlsx', xlsxOf(titled('2019年依申请公开办理指南')))).toEqual(['甲'])
  })

  it('are kept back by the name of their group of rows, until the next one', async () => {
    const rows = [LABELS, ['一、主动公开类'], row('甲'), ['二、依申请公开类'], row('乙'), ['三、其他'], row('丙')]
    const merged = { 甲: ['A2:C2', 'A4:C4', 'A6:C6'] }
    expect(await open('a.xlsx', xlsxOf({ 甲: rows }, undefined, merged))).toEqual(['甲', '丙'])
    expect(await open('a.xlsx', xlsxOf({ 甲: rows.filter((_, at) => at !== 1) }))).toEqual(['甲', '丙'])
  })

  it('are kept back by their key, or by what is said of the whole list', async () => {
    const lists = { 主动公开: [notice('甲')], 依申请公开: [notice('乙')], 不予公开: [notice('丙')] }
    expect(await openIn(lists)).toEqual(['甲'])
    expect(await openIn({ data: lists })).toEqual(['甲'])
    expect(await openIn({ openType: '依申请公开', list: [notice('甲')] })).toEqual([])
    expect(await openIn({ 不予公开: { 2019: [notice('甲')] } })).toEqual([])
    expect(await openIn({ open: false, openType: '主动公开', list: [notice('甲')] })).toEqual(['甲'])
  })

  it('are left out of a workbook that is a text', async () => {
    const table = (title: string) => [[title], ['序号', '事项', '情况'], ['1', `${title}的事`, '办结']]
    const { records, withheld } = await extractFile(
      'a.xlsx',
      xlsxOf({ 甲: table('来信台账'), 不予公开: table('举报') }),
      null,
    )
    expect(records[0]!.paragraphs.join()).toContain('来信台账的事')
    expect(records[0]!.paragraphs.join()).not.toMatch(/举报|不予公开/)
    expect(withheld).toBe(true)
    const all = await extractFile('a.xlsx', xlsxOf({ 甲: table('2019年依申请公开文件目录') }), null)
    expect(all).toMatchObject({ records: [], skipped: expect.stringContaining('标明不公开') as unknown })
  })

  it('may be lines of a text that is typed into a sheet', async () => {
    const { records } = await extractFile('a.xlsx', xlsxOf({ 甲: [['公开指南'], ['依申请公开'], ['请填表。']] }), null)
    expect(records[0]!.paragraphs).toEqual(['公开指南', '依申请公开', '请填表。'])
  })
})
