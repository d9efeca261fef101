import { describe, expect, it } from 'vitest'
import { extractJson } from './json-lines.js'

const notice = (name: string) => ({ 标题: `青梧区关于${name}的通知`, 正文: `现就${name}通知如下。` })
const titlesOf = (value: unknown) =>
  extractJson(JSON.stringify(value)).records.map(({ position, fields }) => [position, fields.title?.[0]])
const title = (name: string) => `青梧区关于${name}的通知`

describe('a wrapper of JSON records', () => {
  it('gives the records of all its lists, counted through', () => {
    const answer = {
      code: 200,
      result: {
        catalogue: {
          district: { total: 2, list: [notice('防汛'), notice('绿化')] },
          street: { total: 1, list: [notice('停车')] },
          other: { list: [] },
        },
      },
    }
    expect(titlesOf(answer)).toEqual([
      [1, title('防汛')],
      [2, title('绿化')],
      [3, title('停车')],
    ])
  })

  it('gives lists by year and records by key', () => {
    expect(titlesOf({ 2021: [notice('防汛')], 2022: [notice('绿化')] })).toEqual([
      [1, title('防汛')],
      [2, title('绿化')],
    ])
    expect(titlesOf({ '青政发〔2021〕1号': notice('防汛'), '青政发〔2021〕2号': notice('绿化') })).toEqual([
      [1, title('防汛')],
      [2, title('绿化')],
    ])
  })

  it('rejects what is no object in any of the lists by its number', () => {
    const { records, rejected } = extractJson(JSON.stringify({ a: [notice('防汛')], b: [7, notice('绿化')] }))
    expect(records.map(({ position }) => position)).toEqual([1, 3])
    expect(rejected.map(({ record }) => record)).toEqual([2])
  })

  it('keeps the numbers of one list whatever stands beside it', () => {
    const answer = { menu: [{ title: '首页' }, { title: '公开' }], channel: { title: '通知' }, list: [notice('防汛')] }
    expect(titlesOf(answer)).toEqual([[1, title('防汛')]])
    const { notes } = extractJson(JSON.stringify(answer))
    expect(notes?.map(({ message }) => message)).toEqual([
      expect.stringContaining('“menu”里的 2 条'),
      expect.stringContaining('“channel”里的 1 条'),
    ])
  })

  it('reads lists of titles alone where there is no text at all', () => {
    expect(titlesOf({ a: [{ title: '甲' }], b: [{ title: '乙' }] })).toEqual([
      [1, '甲'],
      [2, '乙'],
    ])
  })
})

describe('a list in an object with a title', () => {
  it('is what counts where the object has no text', () => {
    const column = { title: '通知公告', summary: '本栏目公布通知。', items: [notice('防汛'), notice('绿化')] }
    expect(titlesOf(column)).toEqual([
      [1, title('防汛')],
      [2, title('绿化')],
    ])
  })

  it.each([
    ['with a text', { 正文: '现就防汛通知如下。', related: [notice('绿化')] }],
    ['with a number', { 文号: '青政发〔2021〕1号', sections: [notice('总则'), notice('附则')] }],
    ['that is not for the public', { 公开方式: '依申请公开', items: [notice('绿化')] }],
    ['whose attachments have titles alone', { attachments: [{ title: '附件' }] }],
  ])('belongs to a record %s', (_, rest) => expect(titlesOf({ title: '甲', ...rest })).toEqual([[null, '甲']]))
})

describe('an item in groups', () => {
  it('is one record of all of them', () => {
    const item = { no: 1, info: notice('防汛'), publish: { 发布日期: '2022-01-01', 公开方式: '依申请公开' } }
    for (const value of [{ records: [item] }, [item], { docs: [item], facets: { year: { 2022: 3 } } }]) {
      const [record] = extractJson(JSON.stringify(value)).records
      expect(record).toMatchObject({
        position: 1,
        fields: { title: [title('防汛')], published: ['2022-01-01'], visibility: ['依申请公开'] },
        paragraphs: ['现就防汛通知如下。'],
      })
    }
  })

  it('keeps both values of a label that stands in two of them', () => {
    const item = { info: { ...notice('防汛'), 公开方式: '主动公开' }, publish: { 公开方式: '依申请公开' } }
    expect(extractJson(JSON.stringify([item])).records[0]!.fields.visibility).toEqual(['主动公开', '依申请公开'])
  })

  it('is left as it is where two of them have titles', () =>
    expect(titlesOf([{ a: notice('防汛'), b: notice('绿化') }])).toEqual([[1, undefined]]))
})
