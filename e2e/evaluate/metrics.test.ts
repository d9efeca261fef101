import { describe, expect, it } from 'vitest'
import { meanQuality, qualityOf } from './metrics.js'

describe('qualityOf', () => {
  it('is perfect for the judged documents in front', () => {
    const judgements = new Map([['a', 1]])
    expect(qualityOf(['a', 'b'], judgements)).toEqual({ p1: 1, mrr10: 1, ndcg10: 1, recall10: 1, recall100: 1 })
  })

  it('discounts by the logarithm of the place', () => {
    const quality = qualityOf(['x', 'a'], new Map([['a', 1]]))
    expect(quality.p1).toBe(0)
    expect(quality.mrr10).toBe(0.5)
    expect(quality.ndcg10).toBeCloseTo(1 / Math.log2(3), 10)
  })

  it('counts what is missing', () => {
    const quality = qualityOf(
      ['a'],
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
    )
    expect(quality.recall10).toBe(0.5)
    expect(quality.ndcg10).toBeCloseTo(1 / (1 + 1 / Math.log2(3)), 10)
  })

  it('is nothing for a ranking without judged documents', () => {
    expect(qualityOf(['x'], new Map([['a', 1]]))).toEqual({ p1: 0, mrr10: 0, ndcg10: 0, recall10: 0, recall100: 0 })
  })
})

describe('meanQuality', () => {
  it('is the mean of each figure', () => {
    const judgements = new Map([['a', 1]])
    expect(meanQuality([qualityOf(['a'], judgements), qualityOf(['x', 'a'], judgements)]).mrr10).toBe(0.75)
  })
})
