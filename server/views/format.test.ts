import { describe, expect, it } from 'vitest'
import { formatDate, formatDay, formatInstant, formatSize, formatTopic, shorten } from './format.js'

describe('dates', () => {
  it('go no further than they are known', () => {
    expect(formatDate('2021')).toBe('2021年')
    expect(formatDate('2021-08')).toBe('2021年8月')
    expect(formatDate('2021-08-04')).toBe('2021年8月4日')
  })

  it('of instants are those of China', () => {
    expect(formatInstant('2026-01-01T20:05:00Z')).toBe('2026年1月2日 04:05')
    expect(formatDay('2026-01-01T20:05:00Z')).toBe('2026年1月2日')
  })
})

describe('formatSize', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1536, '1.5 KB'],
    [300 * 1024, '300 KB'],
    [5 * 1024 ** 3, '5.0 GB'],
    [3 * 1024 ** 4, '3072 GB'],
  ])('says %d bytes as %s', (bytes, said) => expect(formatSize(bytes)).toBe(said))
})

describe('formatTopic and shorten', () => {
  it('leave the separator inside a class name alone', () => {
    expect(formatTopic('卫生、体育/医药管理')).toBe('卫生、体育 › 医药管理')
  })

  it('cut after so many characters and never inside one', () => {
    expect(shorten('一二三', 3)).toBe('一二三')
    expect(shorten('一𠮷三四', 2)).toBe('一𠮷…')
  })
})
