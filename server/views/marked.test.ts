import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mark } from '../search/types.js'
import { segments } from './marked.js'

describe('segments', () => {
  it('cuts a text at its marks', () => {
    expect(segments('推进招商引资工作', [[2, 6]])).toEqual([
      { text: '推进', mark: false },
      { text: '招商引资', mark: true },
      { text: '工作', mark: false },
    ])
  })

  it('gives nothing for an empty text, and the whole where nothing is marked', () => {
    expect(segments('', [[0, 3]])).toEqual([])
    expect(segments('全文', [])).toEqual([{ text: '全文', mark: false }])
  })

  it('loses and repeats no character, and marks exactly the marked ones, whatever the marks', () => {
    const mark = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })) as fc.Arbitrary<Mark>
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
        const pieces = segments(text, marks)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        const shown = pieces.flatMap((piece) => Array.from({ length: piece.text.length }, () => piece.mark))
        const wanted = Array.from(shown, (_, at) => marks.some(([start, end]) => start <= at && at < end))
        expect(shown).toEqual(wanted)
      }),
    )
  })
})
