import { describe, expect, it } from 'vitest'
import { signatureOf } from '../../indexer/contract/minhash.js'
import { ledByTheNewest, likeness } from './similar-hits.js'
import type { SearchHit } from './types.js'

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

describe('ledByTheNewest', () => {
  const hit = (id: string, title: string, written: string, validity: SearchHit['validity'] = '未标注'): SearchHit => ({
    ...{
      id,
      title,
      issuer: null,
      doc_number: null,
      index_number: null,
      written,
      published: null,
      validity,
      topics: [],
    },
    ...{ titleMarks: [], snippets: [], sameAs: null },
  })
  const led = (hits: SearchHit[], like: Record<string, string>, isOfToday = false): [string, string | null][] =>
    ledByTheNewest(hits, new Map(Object.entries(like)), isOfToday).map(({ id, sameAs }) => [id, sameAs])

  it('puts the newest version in the place of the first, and one in force before one that is not', () => {
    const old = hit('old', '停车场管理办法', '2012-01-01')
    const other = hit('other', '停车服务规范', '2015-01-01')
    const revised = hit('revised', '停车场管理办法（2019年修订）', '2019-05-01')
    const ended = hit('ended', '停车场管理办法', '2020-01-01', '废止')
    expect(led([old, other, revised, ended], { revised: 'old', ended: 'old' })).toEqual([
      ['revised', null],
      ['other', null],
      ['old', 'revised'],
      ['ended', 'revised'],
    ])
  })

  it('leaves the version first that was asked for by its own name', () => {
    const asked = hit('asked', '停车场管理办法（2012年）', '2012-01-01')
    const newer = hit('newer', '停车场管理办法（2019年修订）', '2019-05-01')
    expect(led([asked, newer], { newer: 'asked' })).toEqual([
      ['asked', null],
      ['newer', 'asked'],
    ])
  })

  it('knows versions by their name, too, where no time is asked for, but not the parts of a law', () => {
    const hits = [
      hit('2016', '纪律处分条例（2016年）', '2016-01-01', '已修改'),
      hit('part', '停车法（总则编）', '2018-01-01'),
      hit('2023', '纪律处分条例（2023年修订）', '2023-12-19', '有效'),
      hit('news', '纪律处分条例（2024年）单行本出版', '2024-01-01'),
      hit('later', '停车法（罚则编）', '2020-01-01'),
    ]
    const order = (isOfToday: boolean): string[] => led(hits, {}, isOfToday).map(([id]) => id)
    expect(order(true)).toEqual(['2023', 'part', '2016', 'news', 'later'])
    expect(order(false)).toEqual(['2016', 'part', '2023', 'news', 'later'])
    // Of one name: one that is no longer in force gives way, others are no versions of each other.
    const titled = (validity: SearchHit['validity']) => [
      hit('first', '停车法', '1999-04-29', validity),
      hit('second', '停车法', '2009-04-29', '有效'),
    ]
    expect(led(titled('失效'), {}, true).map(([id]) => id)).toEqual(['second', 'first'])
    expect(led(titled('有效'), {}, true).map(([id]) => id)).toEqual(['first', 'second'])
  })
})
