import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitsOf, PAIR_NUMBERS, PairSet } from './pair-set.js'

const number = fc.oneof(fc.nat(3), fc.nat(PAIR_NUMBERS - 1))

describe('PairSet', () => {
  it('writes each pair once, whatever was in it before', () => {
    const pairs = new PairSet()
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 3000 }), (all) => {
        pairs.begin(all.length)
        for (const [first, second] of all) pairs.add(first, second)
        const wanted = new Set(all.map(([first, second]) => digitsOf(first) + digitsOf(second)))
        expect(pairs.toString()).toBe([...wanted].join(' '))
      }),
    )
  })
})
