import { describe, expect, it } from 'vitest'
import { logLikelihood } from './related.js'

describe('logLikelihood', () => {
  it('is what the four-cell formula of Dunning gives', () => {
    // 5 of 10 top documents, 20 of 1,000 in all: cells 5, 15, 5, 975.
    const cells = [5, 15, 5, 975]
    const plogp = (...values: number[]): number =>
      values.reduce((sum, value) => sum + (value ? value * Math.log(value) : 0), 0)
    const [a, b, c, d] = cells as [number, number, number, number]
    const expected = 2 * (plogp(a, b, c, d) - plogp(a + b, c + d) - plogp(a + c, b + d) + plogp(a + b + c + d))
    expect(logLikelihood(5, 10, 20, 1000)).toBeCloseTo(expected, 6)
  })

  it('is nothing where the top documents are like all others, and grows with the difference', () => {
    expect(logLikelihood(1, 10, 100, 1000)).toBeCloseTo(0, 6)
    expect(logLikelihood(9, 10, 20, 1000)).toBeGreaterThan(logLikelihood(5, 10, 20, 1000))
    expect(logLikelihood(10, 10, 10, 10)).toBe(0)
  })
})
