import { describe, expect, it } from 'vitest'
import { withoutFillers } from './fillers.js'
import { parseQuery } from './query.js'

const left = (q: string): string[][] =>
  withoutFillers(parseQuery(q, '')).required.map((group) => group.map(({ text }) => text))

describe('withoutFillers', () => {
  it.each([
    ['请问 土地管理法', [['土地管理法']]],
    ['营商环境 谢谢', [['营商环境']]],
    ['请问 国发〔2018〕44号', [['国发〔2018〕44号']]],
    ['养老 怎么办', [['养老'], ['怎么办']]],
    ['"请问" 土地管理法', [['请问'], ['土地管理法']]],
    ['请问 关于', [['请问'], ['关于']]],
    ['养老 OR 请问 低保', [['养老', '请问'], ['低保']]],
  ])('leaves of %s what says something', (q, expected) => expect(left(q)).toEqual(expected))

  it('takes them out of what a document may contain whole', () => {
    expect(withoutFillers(parseQuery('请问 土地管理法', '')).whole).toBe('土地管理法')
    expect(withoutFillers(parseQuery('请问 土地管理法 -草案', '')).whole).toBe('')
  })
})
