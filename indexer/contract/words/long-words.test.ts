import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { longWords } from './long-words.js'

// The dictionary takes a second or two to read on a busy machine.
beforeAll(() => void longWords())

function found(text: string): string[] {
  const words: string[] = []
  longWords().find(text, (word) => words.push(longWords().word(word)))
  return words
}

describe('longWords', () => {
  it('has words of the general and of the user dictionary, from three characters on', () => {
    for (const word of ['人民政府', '办公室', '放管服']) expect(longWords().has(word)).toBe(true)
    for (const word of ['政府', '府人民', '']) expect(longWords().has(word)).toBe(false)
  })

  it('finds words wherever they stand, within each other and across what a reader would cut', () => {
    expect(found('市人民政府办公室')).toEqual(expect.arrayContaining(['人民政府', '办公室']))
    expect(found('办公')).toEqual([])
    expect(found('')).toEqual([])
  })

  it('finds a word in every text that contains it, and nothing else', () => {
    const words = ['人民政府', '办公室', '招商引资', '放管服']
    const piece = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4 }), fc.constantFrom('政', '府', '招商'))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('')
        const all = found(text)
        for (const word of words) expect(all.includes(word)).toBe(text.includes(word))
        for (const word of all) expect(text.includes(word) && longWords().has(word)).toBe(true)
      }),
    )
  })
})
