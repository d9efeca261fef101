import { describe, expect, it } from 'vitest'
import { normalize } from '../../indexer/contract/normalize.js'
import { hitMetadata } from '../../indexer/contract/records.js'
import { newSearch } from '../params.js'
import { parseQuery } from '../search/query.js'
import { sampleDocument } from '../testing/memory-archive.js'
import { documentUrl } from '../urls.js'
import type { SearchHit } from '../search/types.js'
import { hitSummary, hitViews, queryToMark } from './hit.js'

describe('hitSummary', () => {
  it('says when a text is one of a later year than it was first written in', () => {
    const law = sampleDocument({ written: '1999-04-29', published: '2023-09-01' })
    expect(hitSummary(law).later).toEqual({ iso: '2023-09-01', label: '2023年9月1日公布' })
    expect(hitSummary(sampleDocument({ written: '2023-08-24', published: '2023-09-01' })).later).toBeNull()
  })

  it('shows the document number, else the index number', () => {
    expect(hitSummary(sampleDocument({ doc_number: '国发〔2021〕5号' })).number).toBe('国发〔2021〕5号')
    expect(hitSummary(sampleDocument()).number).toBe('索引号 675490773/2021-00278')
  })

  it('warns of what is not in force, and of nothing else', () => {
    expect(hitSummary(sampleDocument({ validity: '失效' })).validity?.label).toBe('失效')
    expect(hitSummary(sampleDocument({ validity: '有效' })).validity).toBeNull()
    expect(hitSummary(sampleDocument({ validity: '未标注', written: null }))).toMatchObject({
      validity: null,
      date: null,
    })
  })
})

describe('hitViews', () => {
  it('puts what is nearly the same below the first of them, with a link that marks the same', () => {
    const hit = (id: string, sameAs: string | null): SearchHit => ({
      ...hitMetadata(sampleDocument({ id })),
      ...{ titleMarks: [], snippets: [], sameAs },
    })
    const views = hitViews([hit('a', null), hit('b', null), hit('c', 'a'), hit('d', 'a')], newSearch({ q: '招商' }))
    const links = views.map(({ url, similar }) => [url, similar.map((one) => one.url)])
    expect(links).toEqual([
      [documentUrl('a', null, '招商'), [documentUrl('c', null, '招商'), documentUrl('d', null, '招商')]],
      [documentUrl('b', null, '招商'), []],
    ])
  })

  it('makes one snippet of the sentences of a paragraph', () => {
    const snippet = (paragraph: number, text: string) => ({ paragraph, text, marks: [[0, 1]] as [number, number][] })
    const snippets = [snippet(3, '甲一。'), snippet(3, '乙二。'), snippet(5, '丙三。')]
    const [view] = hitViews([{ ...hitMetadata(sampleDocument()), titleMarks: [], snippets, sameAs: null }], newSearch())
    expect(view!.snippets.map(({ paragraph, segments }) => [paragraph, segments.map(({ text }) => text)])).toEqual([
      ['第 3 段', ['甲', '一。', ' … ', '乙', '二。']],
      ['第 5 段', ['丙', '三。']],
    ])
  })

  it('says of these, too, what is not in force', () => {
    const hit = (id: string, changes: Partial<SearchHit>): SearchHit => ({
      ...hitMetadata(sampleDocument({ id })),
      ...{ titleMarks: [], snippets: [], sameAs: null },
      ...changes,
    })
    const [view] = hitViews([hit('a', {}), hit('b', { sameAs: 'a', validity: '失效' })], newSearch({ q: '招商' }))
    expect(view!.similar[0]!.remark).toBe('失效')
  })
})

describe('queryToMark', () => {
  it('makes a phrase of an exact query, also of one with quotation marks in it', () => {
    const mark = (q: string) => queryToMark(newSearch({ q, mode: 'exact' }))
    expect(mark('a b')).toBe('"a b"')
    expect(mark('“放管服”')).toBe('"放管服"')
    for (const q of ['“放管服”改革', '「甲」“乙”『丙』', '甲 -乙 OR 丙'])
      expect(parseQuery(mark(q), '').required).toMatchObject([[{ kind: 'phrase', run: normalize(q) }]])
    expect(queryToMark(newSearch({ q: 'a b' }))).toBe('a b')
    expect(queryToMark(newSearch({ mode: 'exact' }))).toBe('')
  })
})
