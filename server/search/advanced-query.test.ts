import { describe, expect, it } from 'vitest'
import { advancedFields, advancedQuery, NO_FIELDS } from './advanced-query.js'
import { parseQuery } from './query.js'

describe('advancedQuery', () => {
  it.each([
    [{ all: '电梯 补贴' }, '"电梯" "补贴"'],
    [{ all: '电梯、补贴，社区' }, '"电梯" "补贴" "社区"'],
    [{ phrase: '老旧小区 加装电梯' }, '"老旧小区 加装电梯"'],
    [{ any: '助餐 送餐' }, '"助餐" OR "送餐"'],
    [{ all: '老人', any: '助餐 送餐', none: '草案 -废止' }, '"老人" "助餐" OR "送餐" -"草案" -"-废止"'],
    [{ all: '“电梯” OR' }, '"电梯" "OR"'],
    [{ none: '草案' }, '-"草案"'],
    [{ all: ' 、 ', phrase: '“”' }, ''],
  ])('says what the fields %j say', (fields, q) => {
    expect(advancedQuery({ ...NO_FIELDS, ...fields })).toBe(q)
  })

  it('reads no more of a field than of a query, which says so', () => {
    const q = advancedQuery({ ...NO_FIELDS, phrase: '国'.repeat(100_000), all: '发 '.repeat(100_000) })
    expect(q.length).toBeLessThan(3000)
    expect(parseQuery(q, '').notices).toContainEqual({ kind: 'too-long', limit: 500 })
  })

  it('leaves groups as they were meant: words of one field never join those of another', () => {
    const { required, excluded } = parseQuery(
      advancedQuery({ all: '甲词 乙词', phrase: '丙句', any: '丁 戊', none: '己' }),
      '',
    )
    expect(required.map((group) => group.map(({ text }) => text))).toEqual([['甲词'], ['乙词'], ['丙句'], ['丁', '戊']])
    expect(excluded.map(({ text }) => text)).toEqual(['己'])
  })
})

describe('advancedFields', () => {
  it.each([
    { all: '电梯 补贴', phrase: '', any: '', none: '' },
    { all: '老人', phrase: '老旧小区 加装电梯', any: '助餐 送餐', none: '草案 废止' },
    NO_FIELDS,
  ])('is the inverse for %j', (fields) => {
    expect(advancedFields(advancedQuery(fields))).toEqual(fields)
  })

  it('takes what was typed into the search box', () => {
    expect(advancedFields('营商环境 优化 -草案')).toEqual({ ...NO_FIELDS, all: '营商环境 优化', none: '草案' })
    expect(advancedFields('老旧小区加装电梯有什么补贴')).toEqual({ ...NO_FIELDS, all: '老旧小区加装电梯有什么补贴' })
  })

  it.each(['甲 OR 乙 丙 OR 丁', '"甲 乙" "丙 丁"', '甲 -"乙 丙"', '“甲'])(
    'gives up %s, which has more than the fields can say',
    (q) => {
      expect(advancedFields(q)).toBeNull()
    },
  )
})
