import { describe, expect, it } from 'vitest'
import { bigramsOf, Bm25, occurrences, type Bm25Parameters } from './bm25.js'

const PLAIN: Bm25Parameters = { k1: 1.2, b: 0.75, averageLength: 4, bigramShare: 1 }

const LONE_SURROGATE = /\p{Cs}/u

describe('Bm25', () => {
  it('scores terms as the formula says', () => {
    const scorer = new Bm25([{ run: '药港', weight: 2 }], [], PLAIN)
    // Of average length: 2 × 1 × 2.2 / (1 + 1.2).
    expect(scorer.score('药港建设')).toBeCloseTo(2, 12)
    // Twice, in a text of twice the length: norm = 1.2 × (0.25 + 0.75 × 2) = 2.1, 2 × 2 × 2.2 / (2 + 2.1).
    expect(scorer.score('药港药港建设建设')).toBeCloseTo(8.8 / 4.1, 12)
    expect(scorer.score('港药')).toBe(0)
    expect(scorer.score('')).toBe(0)
  })

  it('adds the bigrams at their share', () => {
    const terms = [{ run: '药港', weight: 2 }]
    const bigrams = [
      { run: '药港', weight: 1 },
      { run: '港建', weight: 3 },
    ]
    expect(new Bm25(terms, bigrams, { ...PLAIN, bigramShare: 0.5 }).score('药港建设')).toBeCloseTo(
      2 + 0.5 * (1 + 3),
      12,
    )
    expect(new Bm25([], bigrams, PLAIN).score('药港')).toBeCloseTo(2.2 / (1 + 1.2 * (0.25 + 0.75 * 0.5)), 12)
  })

  it('does not look at length where b is 0, nor at repetition where k1 is 0', () => {
    const terms = [{ run: '药', weight: 1 }]
    const long = new Bm25(terms, [], { ...PLAIN, b: 0 })
    expect(long.score('药建设建设建设建设')).toBeCloseTo(long.score('药'), 12)
    expect(new Bm25(terms, [], { ...PLAIN, k1: 0 }).score('药药药药')).toBeCloseTo(1, 12)
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
