import { describe, expect, it } from 'vitest'
import { BigramBm25 } from './bigram-bm25.js'

function over(texts: Record<string, string>): BigramBm25 {
  const index = new BigramBm25()
  for (const [id, text] of Object.entries(texts)) index.add(id, text)
  return index
}

describe('BigramBm25', () => {
  it('puts in front what has the rarer of the bigrams', () => {
    const index = over({ a: '工作会议', b: '工作药港', c: '工作报告' })
    expect(index.rank('工作药港', 10)).toEqual(['b', 'a', 'c'])
  })

  it('prefers the shorter of two texts that have as much', () => {
    expect(over({ long: '药港的建设和发展规划', short: '药港的建设' }).rank('药港', 10)).toEqual(['short', 'long'])
  })

  it('prefers the text that has it more often', () => {
    expect(over({ once: '药港，建设', twice: '药港，药港' }).rank('药港', 10)).toEqual(['twice', 'once'])
  })

  it('knows nothing of what shares no bigram, and nothing of single characters', () => {
    const index = over({ a: '药港建设', b: '港药' })
    expect(index.rank('药港', 10)).toEqual(['a'])
    expect(index.rank('药', 10)).toEqual([])
    expect(index.rank('', 10)).toEqual([])
  })

  it('has no bigram across punctuation', () => {
    expect(over({ a: '医药。港口' }).rank('药港', 10)).toEqual([])
  })

  it('normalises, and keeps rare characters whole', () => {
    const index = over({ a: '藥港ＰＭ', b: '𠮷祥路' })
    expect(index.rank('药港', 10)).toEqual(['a'])
    expect(index.rank('pm', 10)).toEqual(['a'])
    expect(index.rank('𠮷祥', 10)).toEqual(['b'])
  })

  it('gives no more than it is asked for', () => {
    expect(over({ a: '药港', b: '药港', c: '药港' }).rank('药港', 2)).toEqual(['a', 'b'])
  })
})
