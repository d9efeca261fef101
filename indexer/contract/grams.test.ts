import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gramsOf, gramQuery, MAX_QUERY_TOKENS } from './grams.js'

const gramSet = (text: string): Set<string> => new Set(gramsOf([text]).split(' '))

const isCandidate = (text: string, run: string): boolean => {
  const grams = gramSet(text)
  const { tokens, prefix } = gramQuery(run)
  return tokens.every((token) => (prefix ? [...grams].some((gram) => gram.startsWith(token)) : grams.has(token)))
}

const han = fc.string({ unit: fc.constantFrom(...'政府工作报告中华药港招商引资'), minLength: 1, maxLength: 60 })

describe('grams', () => {
  it('are one token of letters and digits a pair of characters', () => {
    for (const gram of gramSet('药港2期，𠮷')) expect(gram).toMatch(/^[0-9a-z]{6}$/)
  })

  it('are each there once, those of all paragraphs together, none across them', () => {
    const grams = gramsOf(['药港', '药港', '港药']).split(' ')
    expect(grams).toHaveLength(4)
    for (const gram of gramSet('药港')) expect(grams).toContain(gram)
    expect(gramsOf([])).toBe('')
    expect(gramsOf([''])).toBe('')
  })

  it('make every text a candidate for every string in it', () => {
    fc.assert(
      fc.property(han, fc.nat(), fc.integer({ min: 1, max: 30 }), (text, from, length) => {
        const characters = [...text]
        const start = from % characters.length
        const run = characters.slice(start, start + length).join('')
        expect(isCandidate(text, run)).toBe(true)
      }),
    )
  })

  it('find one and two characters exactly, and say so', () => {
    fc.assert(
      fc.property(
        han,
        fc.string({ unit: fc.constantFrom(...'政府药港外'), minLength: 1, maxLength: 2 }),
        (text, run) => {
          expect(gramQuery(run).exact).toBe(true)
          expect(isCandidate(text, run)).toBe(text.includes(run))
        },
      ),
    )
  })

  it('find the longer words of the dictionary by one token, exactly', () => {
    const word = '招商引资'
    expect(gramQuery(word)).toMatchObject({ exact: true, prefix: false, tokens: { length: 1 } })
    const piece = fc.constantFrom('招商', '引资', '招', '商引', '资', word, '，', '药港')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('')
        expect(isCandidate(text, word)).toBe(text.includes(word))
      }),
    )
  })

  it('ask for no more words than the engine reads', () => {
    expect(gramQuery('一二三四五六七八九十甲乙丙丁戊己庚辛').tokens.length).toBeLessThanOrEqual(MAX_QUERY_TOKENS)
  })

  it('do not promise exactness for characters that share a number', () => {
    expect(gramQuery('𠮷').exact).toBe(false)
  })

  it('refuse an empty run', () => {
    expect(() => gramQuery('')).toThrow(RangeError)
  })
})
