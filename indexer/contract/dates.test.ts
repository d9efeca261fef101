import { describe, expect, it } from 'vitest'
import { chinaDay, dayRange, findDate, findDates, parseDate } from './dates.js'
import { workOf } from './testing/work.js'

describe('parseDate', () => {
  it.each([
    ['2021', '2021'],
    ['2021-08', '2021-08'],
    ['2021-08-24', '2021-08-24'],
    ['2021/8/24', '2021-08-24'],
    ['2021.8.24', '2021-08-24'],
    ['20210824', '2021-08-24'],
    ['202108', '2021-08'],
    ['2021年', '2021'],
    ['2021年8月', '2021-08'],
    ['2021年08月24日', '2021-08-24'],
    ['(2021年8月24日)', '2021-08-24'],
    ['（２０２１年８月２４日）', '2021-08-24'],
    ['1982 年 12 月 10 日', '1982-12-10'],
    ['二〇二一年八月二十四日', '2021-08-24'],
    ['二○○四年一月八日', '2004-01-08'],
    ['二0一四年一月十五日', '2014-01-15'],
    ['一九九九年十月卅一日', '1999-10-31'],
    ['1986年元月3日', '1986-01-03'],
    ['2021-08-24 10:30', '2021-08-24'],
    ['2021-08-24T10:30:00.000Z', '2021-08-24'],
    ['2021年8月24日 10:30', '2021-08-24'],
    ['2021年8月24日 星期二', '2021-08-24'],
    ['2021年8月24日（星期二）10:30', '2021-08-24'],
    ['2021-08-24 周二', '2021-08-24'],
    ['20210824103000', '2021-08-24'],
    ['2021年8月24日 10时30分', '2021-08-24'],
  ])('reads %s', (value, expected) => expect(parseDate(value)).toBe(expected))

  it.each(['', '昨天', '2021-02-30', '2021-13', '2021年13月', '20211', '0000-01-01', '2021年8月24日至26日', '第5号'])(
    'takes %j for no date',
    (value) => expect(parseDate(value)).toBeNull(),
  )

  it('takes no time over long runs of spaces', () => {
    const work = workOf(() => {
      expect(parseDate(`2021年${' '.repeat(200_000)}x`)).toBeNull()
      expect(parseDate(`2021年8月24日${' '.repeat(200_000)}10:30`)).toBe('2021-08-24')
    })
    expect(work).toBeLessThan(10_000)
  })

  it('knows leap years', () => {
    expect(parseDate('2020-02-29')).toBe('2020-02-29')
    expect(parseDate('2021-02-29')).toBeNull()
  })
})

describe('findDate', () => {
  it('finds the first date of a running text', () => {
    expect(findDate('——2021年1月24日在某省第十三届人民代表大会上')).toBe('2021-01-24')
    expect(findDate('没有日期')).toBeNull()
  })

  it('goes no further than the text', () => expect(findDate('2021年以来')).toBe('2021'))

  it('skips what is no real date', () => expect(findDates('2021年2月30日，2021年3月1日')).toEqual(['2021-03-01']))

  it('does not begin inside a longer number', () => expect(findDates('编号12021年')).toEqual([]))
})

describe('dayRange', () => {
  it('covers all that a partial date may mean', () => {
    expect(dayRange('2021')).toEqual([20210101, 20211231])
    expect(dayRange('2020-02')).toEqual([20200201, 20200229])
    expect(dayRange('2021-08-24')).toEqual([20210824, 20210824])
  })
})

describe('chinaDay', () => {
  it.each([
    ['2026-01-01T15:59:59Z', '2026-01-01'],
    ['2026-01-01T16:00:00Z', '2026-01-02'],
    // Summer time.
    ['1988-06-30T15:00:00Z', '1988-07-01'],
  ])('at %s it is %s', (instant, day) => {
    expect(chinaDay(new Date(instant))).toBe(day)
    expect(chinaDay(Date.parse(instant))).toBe(day)
  })
})
