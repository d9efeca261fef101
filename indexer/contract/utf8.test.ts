import { describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from './utf8.js'

const TEXTS = ['', 'abc', '关于加快老旧小区改造的通知', '𠮷野 ⻘ 《》', '\ufeff正文', '\0', '错\ufffd']

describe('UTF-8', () => {
  it.each(TEXTS)('is written and read as Node does: %j', (text) => {
    expect(encodeUtf8(text)).toEqual(Buffer.from(text))
    expect(decodeUtf8(Buffer.from(text))).toBe(text)
  })

  it('is written as Node does where half a character is alone', () => {
    expect(encodeUtf8('甲\ud842乙')).toEqual(Buffer.from('甲\ud842乙'))
  })

  it.each([[[0x41, 0xff, 0x42]], [[0xe6, 0x94]], [[0xed, 0xa0, 0x80]]])(
    'is read as Node does where it is not: %j',
    (bytes) => {
      expect(decodeUtf8(Buffer.from(bytes))).toBe(Buffer.from(bytes).toString())
    },
  )

  it('is read from within a greater buffer', () => {
    expect(decodeUtf8(Buffer.from('前言正文').subarray(6))).toBe('正文')
  })
})
