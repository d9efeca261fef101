import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { readingOf } from './reading.js'

describe('readingOf', () => {
  it.each([
    ['甲 OR 乙 -丙', '查找：含“甲”或“乙”，不含“丙”'],
    ['甲|乙 "丁"', '查找：含“甲”或“乙”，且含“丁”（逐字）'],
    ['"甲" "乙" -丙 -丁', '逐字查找：含“甲”，且含“乙”，不含“丙”、“丁”'],
    ['甲 -国发2021 5号', '查找：含“甲”，不含“国发〔2021〕5号”'],
  ])('says of %s: %s', (q, expected) => expect(readingOf(newSearch({ q }))).toBe(expected))

  it.each(['', '甲', '甲 乙', '-甲', 'OR', '"甲"'])('has nothing to say of %j', (q) =>
    expect(readingOf(newSearch({ q }))).toBeNull(),
  )

  it('has nothing to say in mode exact', () =>
    expect(readingOf(newSearch({ q: '甲 OR 乙', mode: 'exact' }))).toBeNull())
})
