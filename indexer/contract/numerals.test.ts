import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCount, readYear, writeCount } from './numerals.js'

describe('readYear', () => {
  it.each(['2021', '二〇二一', '二零二一', '二○二一', '二0二一'])('reads %s', (text) =>
    expect(readYear(text)).toBe(2021),
  )
  it.each(['', '21', '二十一', '20211', '二〇二'])('takes %j for none', (text) => expect(readYear(text)).toBeNull())
})

describe('readCount and writeCount', () => {
  it.each([
    ['七百一十一', 711],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一百〇五', 105],
    ['一千零一十', 1010],
    ['两千', 2000],
    ['三万二千', 32_000],
    ['五', 5],
    ['0005', 5],
  ])('reads %s', (text, value) => expect(readCount(text)).toBe(value))

  it.each(['', '甲', '二一', '第五', '5号'])('takes %j for none', (text) => expect(readCount(text)).toBeNull())

  it.each([
    [12, '十二'],
    [105, '一百零五'],
    [1010, '一千零一十'],
    [711, '七百一十一'],
  ])('writes %d', (value, text) => expect(writeCount(value)).toBe(text))

  it('are inverse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(readCount(writeCount(value))).toBe(value)
      }),
    )
  })
})
