import { describe, expect, it } from 'vitest'
import { bigramsOf, inverseFrequency, occurrences, saturation } from './bm25.js'

const PLAIN = { k1: 1.2, b: 0.75 }

const LONE_SURROGATE = /\p{Cs}/u

describe('saturation', () => {
  it('is what the formula says', () => {
    expect(saturation(0, 1, PLAIN)).toBe(0)
    expect(saturation(1, 1, PLAIN)).toBeCloseTo(1, 12)
    // Twice, in a text of twice the length: norm = 1.2 × (0.25 + 0.75 × 2) = 2.1.
    expect(saturation(2, 2, PLAIN)).toBeCloseTo((2 * 2.2) / (2 + 2.1), 12)
  })

  it('does not look at length where b is 0, nor at repetition where k1 is 0', () => {
    expect(saturation(1, 9, { ...PLAIN, b: 0 })).toBeCloseTo(saturation(1, 1, PLAIN), 12)
    expect(saturation(4, 3, { ...PLAIN, k1: 0 })).toBeCloseTo(1, 12)
  })
})

describe('inverseFrequency', () => {
  it('falls with frequency and stays positive', () => {
    expect(inverseFrequency(1, 100)).toBeCloseTo(Math.log(1 + 99.5 / 1.5), 12)
    expect(inverseFrequency(100, 100)).toBeGreaterThan(0)
    expect(inverseFrequency(50, 100)).toBeGreaterThan(inverseFrequency(51, 100))
  })

  it('takes an upper bound that is above the total', () => {
    expect(inverseFrequency(120, 100)).toBe(inverseFrequency(100, 100))
  })
})

describe('occurrences', () => {
  it.each([
    ['药港药港', '药港', 2],
    ['人人人人人', '人人', 2],
    ['药港', '港药', 0],
    ['', '药', 0],
    ['𠮷𠮷', '𠮷', 2],
  ])('in %s of %s: %i', (text, run, expected) => expect(occurrences(text, run)).toBe(expected))
})

describe('bigramsOf', () => {
  it('are different pairs of neighbours, punctuation left out', () => {
    expect(bigramsOf('药港药港，建设')).toEqual(['药港', '港药', '建设'])
    expect(bigramsOf('pm 25')).toEqual(['pm', '25'])
    expect(bigramsOf('药')).toEqual([])
    expect(bigramsOf('')).toEqual([])
  })

  it('divide no surrogate pair', () => {
    for (const bigram of bigramsOf('甲𠮷乙𠮷')) expect(bigram).not.toMatch(LONE_SURROGATE)
  })
})
