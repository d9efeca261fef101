import { describe, expect, it } from 'vitest'
import { bodyNamesIn, isSameBody } from './body-names.js'

describe('bodyNamesIn', () => {
  it.each([
    ['青 梧 区 民 政 局', ['青梧区民政局']],
    ['青梧区民政局　青梧区财政局（章）', ['青梧区民政局', '青梧区财政局']],
    ['中共中央　国务院', ['中共中央', '国务院']],
    ['教育部财政部', ['教育部', '财政部']],
    ['中华人民共和国教育部', ['教育部']],
    ['青梧区第六届人民代表大会常务委员会', ['青梧区人民代表大会常务委员会']],
    ['中共青梧区民政局党组', ['中共青梧区民政局党组']],
    ['国务院安全生产委员会办公室', ['国务院安全生产委员会办公室']],
    // Which of the two is meant nobody can say.
    ['青梧区民政局青梧区财政局', []],
    ['中央甲委乙丙部', []],
    ['区民政局', []],
    ['青梧区民政局关于绿化', []],
    ['二〇二〇年', []],
  ])('%s names %j', (line, names) => expect(bodyNamesIn(line)).toEqual(names))
})

describe('isSameBody', () => {
  it('knows short names and names with the city before them', () => {
    expect(isSameBody('中共青梧区委', '中共青梧区委员会')).toBe(true)
    expect(isSameBody('青梧区民政局', '澜州市青梧区民政局')).toBe(true)
    expect(isSameBody('青梧区民政局', '青梧区财政局')).toBe(false)
  })
})
