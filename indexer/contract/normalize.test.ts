import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalize, normalizeWithOffsets } from './normalize.js'

describe('normalize', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['國務院辦公廳', '国务院办公厅'],
    ['尹 哲 强', '尹哲强'],
    ['尹　哲　强', '尹哲强'],
    ['PM 2.5', 'pm 2.5'],
    ['共 12 项', '共12项'],
    ['“放管服”改革', '"放管服"改革'],
    ['「放管服」改革', '"放管服"改革'],
    ['国发〔2021〕5号', '国发[2021]5号'],
    ['国发【2021】5号', '国发[2021]5号'],
    ['国发（2021）5号', '国发[2021]5号'],
    ['国发(２０２１)5號', '国发[2021]5号'],
    ['二○二一年', '二〇二一年'],
    ['薴', '苎'],
    ['甲\u200b乙\ufeff', '甲乙'],
    ['㎡', 'm2'],
    ['𠮷野家', '𠮷野家'],
    ['a\n\nb', 'a b'],
    ['', ''],
    ['   ', ''],
  ])('%j becomes %j', (original, expected) => {
    expect(normalize(original)).toBe(expected)
  })

  it('keeps punctuation that is not a variant', () => {
    expect(normalize('一、二，三。')).toBe('一、二,三。')
  })

  it('is idempotent, and the version with offsets says the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (original) => {
        const once = normalize(original)
        expect(normalizeWithOffsets(original).text).toBe(once)
        expect(normalize(once)).toBe(once)
      }),
    )
  })

  it('leads every unit back to a character of the original, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (original) => {
        const { text, starts, ends } = normalizeWithOffsets(original)
        expect(starts.length).toBe(text.length)
        for (let unit = 0; unit < text.length; unit++) {
          expect(starts[unit]).toBeLessThan(ends[unit]!)
          expect(ends[unit]).toBeLessThanOrEqual(original.length)
          if (unit > 0) expect(starts[unit]).toBeGreaterThanOrEqual(starts[unit - 1]!)
        }
      }),
    )
  })

  it('takes long texts', () => {
    const long = '政府工作报告，'.repeat(100_000)
    expect(normalize(long).length).toBe(long.length)
  })
})
