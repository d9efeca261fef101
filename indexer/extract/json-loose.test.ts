import { describe, expect, it } from 'vitest'
import { workOf } from '../contract/testing/work.js'
import { extractJson } from './json-lines.js'

const titles = (content: string) => {
  const { records, rejected } = extractJson(content)
  return [records.map(({ fields }) => fields.title?.[0]), rejected.length]
}

describe('what is nearly JSON', () => {
  it.each([
    ['callback({"data":[{"title":"甲","content":"文。"}]});'],
    ['var list = [{"title":"甲","content":"文。"}];'],
    ['[\n {"title":"甲","content":"文。",},\n]\n'],
    ['{"list":[{"title":"甲","content":"文。",\n"tags":["一",],},]}'],
  ])('is read: %s', (content) => expect(titles(content)).toEqual([['甲'], 0]))

  it('keeps what strings say, and rejects what is broken', () => {
    expect(titles('[{"title":"甲,]","content":"文。"},]')).toEqual([['甲,]'], 0])
    expect(titles('[{"title":"甲"')[1]).toBe(1)
  })

  it.each(['', '\\'])('is soon given up where a long text is cut off (end %j)', (end) => {
    const cut = `[{"title":"甲","content":"${'<p class=\\"a\\">文。</p>'.repeat(8000)}${end}`
    expect(workOf(() => expect(titles(cut)[1]).toBe(1))).toBeLessThan(2_000)
  })
})

describe('records of a search index', () => {
  it('are what it holds of them', () => {
    const hit = { _index: 'p', _id: 'P1', _source: { title: '甲', content: '文。', doc_no: '青政发〔2021〕1号' } }
    const read = [JSON.stringify({ hits: { total: 1, hits: [hit] } }), JSON.stringify(hit) + '\n' + JSON.stringify(hit)]
    for (const content of read)
      expect(extractJson(content).records[0]).toMatchObject({
        fields: { id: ['P1'], title: ['甲'], doc_number: ['青政发〔2021〕1号'] },
        paragraphs: ['文。'],
        unknown: {},
      })
  })
})
