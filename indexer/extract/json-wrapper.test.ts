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
