import { describe, expect, it } from 'vitest'
import { effectiveIn } from './effective.js'
import { workOf } from '../contract/testing/work.js'

describe('effectiveIn', () => {
  it.each([
    ['第三十条　本办法自2021年5月1日起施行。', '2021-05-01'],
    ['本通知从二〇二一年五月一日起执行，有效期五年。', '2021-05-01'],
    ['本条例自 2021 年 5 月 1 日起正式实施。2010年1月1日起施行的《青梧区旧条例》同时废止。', '2021-05-01'],
  ])('reads it in %s', (line, date) => expect(effectiveIn(['题目', line], ['2021-03-02', null])).toBe(date))

  it.each([
    ['本办法自公布之日起施行。'],
    ['本办法自2021年5月起施行。'],
    ['《青梧区绿化条例》自2021年5月1日起施行。'],
    ['本办法自2021年5月1日起施行。第五条自2022年1月1日起施行，本细则自2021年6月1日起施行。'],
    ['本区企业，自2021年5月1日起执行新标准。'],
  ])('gives none for %s', (line) => expect(effectiveIn(['题目', line], [])).toBeNull())

  it('gives none where the text may be a later version', () => {
    const rule = '第三十条　本办法自2001年5月1日起施行。'
    expect(effectiveIn(['题目', '（2001年3月2日公布　根据2019年6月7日决定修正）', rule], [])).toBeNull()
    expect(effectiveIn(['题目', rule], [null, '2019-06-07'])).toBeNull()
    expect(effectiveIn(['题目', rule], ['2001-05-08', '2002-06-07'])).toBe('2001-05-01')
  })

  it('takes time in proportion to the text', () => {
    expect(workOf(() => effectiveIn([`本办法自${' '.repeat(100_000)}起`, '本自'.repeat(100_000)], []))).toBeLessThan(
      5_000,
    )
  })
})
