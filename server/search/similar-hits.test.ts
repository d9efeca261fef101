import { describe, expect, it } from 'vitest'
import { signatureOf } from '../../indexer/contract/minhash.js'
import { likeness } from './similar-hits.js'

const clauses = (count: number, about: string): string[] =>
  Array.from({ length: count }, (_, n) => `第${n}条 ${about}按照第${n * 7}号规程办理，限${n * 3}日内办结。`)
const signed = (id: string, paragraphs: string[]) => ({ id, signature: signatureOf(paragraphs) })

describe('likeness', () => {
  it('leads each text to the first that is nearly the same', () => {
    const law = clauses(60, '排水许可')
    const amended = [...law.slice(0, 59), '第五十九条 本条例另有规定的除外。']
    const other = clauses(60, '养犬登记和犬只免疫')
    const found = likeness([
      signed('law', law),
      signed('other', other),
      signed('amended', amended),
      signed('again', law),
    ])
    expect([...found]).toEqual([
      ['amended', 'law'],
      ['again', 'law'],
    ])
  })

  it('says nothing of texts that are too short to be compared, or not there', () => {
    expect(likeness([signed('a', ['同上。']), signed('b', ['同上。']), { id: 'c', signature: '' }]).size).toBe(0)
  })
})
