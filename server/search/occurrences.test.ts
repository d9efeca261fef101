import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleDocument } from '../testing/memory-archive.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { occurrences } from './bm25.js'
import { countIn, type CountedPassage } from './occurrences.js'

const passage = (text: string, place: Partial<CountedPassage> = {}): CountedPassage => ({
  ...{ doc: sampleDocument().id, kind: 'text', paragraph: 1, offset: 0, text },
  ...place,
})

describe('countIn', () => {
  it('counts in each line by itself', () => {
    expect(countIn([passage('药港药港\n药\n港')], '药港')).toBe(2)
    expect(
      countIn([passage('药港规划\n药港〔2021〕1号', { kind: 'title', paragraph: 0 }), passage('藥 港')], '药港'),
    ).toBe(3)
  })

  it('counts what two pieces of a paragraph share once', () => {
    const pieces = [passage('甲乙药港丙'), passage('药港丙丁药港', { offset: 2 })]
    expect(countIn(pieces, '药港')).toBe(2)
    expect(countIn([...pieces, passage('药港', { paragraph: 2 })], '药港')).toBe(3)
  })

  it('equals a count over the whole paragraph, however it is cut', () => {
    const unit = fc.constantFrom('甲', '乙', '哈', '㎡', 'a', '２', ' ', '𠮷', '\u200b', '2', 'm')
    const cases = fc.record({
      paragraph: fc.string({ unit, minLength: 10, maxLength: 80 }),
      run: fc.string({ unit, minLength: 1, maxLength: 4 }).map(normalize),
      step: fc.integer({ min: 3, max: 20 }),
    })
    fc.assert(
      fc.property(cases, ({ paragraph, run, step }) => {
        fc.pre(run !== '' && !/\s/.test(run))
        // As passages are cut: the next piece repeats more of the one before than a run is long, and divides no pair.
        const boundary = (at: number): number => (/[\uDC00-\uDFFF]/.test(paragraph.charAt(at)) ? at - 1 : at)
        const pieces: CountedPassage[] = []
        for (let offset = 0; offset < paragraph.length; offset = boundary(offset + step)) {
          const end = boundary(Math.min(paragraph.length, offset + step + 40))
          pieces.push(passage(paragraph.slice(offset, end), { offset }))
        }
        const having = pieces.filter(({ text }) => normalize(text).includes(run))
        expect(countIn(having, run)).toBe(occurrences(normalize(paragraph), run))
      }),
      { numRuns: 2000 },
    )
  })
})
