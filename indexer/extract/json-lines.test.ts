import { describe, expect, it } from 'vitest'
import { extractJson } from './json-lines.js'

describe('extractJson', () => {
  it('reads canonical names', () => {
    const line = {
      id: 'a1',
      title: '甲',
      body: '一\n二',
      issuer: '乙',
      written: '2020',
      topics: ['A/B', 'C'],
      url: 'https://example.org',
    }
    const [record] = extractJson(JSON.stringify(line) + '\n' + JSON.stringify({ title: '丙', text: '三' })).records
    expect(record).toMatchObject({
      position: 1,
      fields: { id: ['a1'], title: ['甲'], issuer: ['乙'], written: ['2020'], topics: ['A/B', 'C'] },
      paragraphs: ['一', '二'],
    })
  })

  it('reads the names of exports', () => {
    const { records } = extractJson(
      JSON.stringify({
        ...{
          identifier: '000/2019-1',
          document_number: '某发〔2020〕1号',
          publisher: '某局',
          keywords: '绿化 造林',
          date: 1577923200,
        },
        ...{
          display_publish_time: '2020-01-03',
          classify_theme_name: '环境',
          is_expired: 1,
          is_abolished: false,
          attachment: ['a.pdf'],
        },
        ...{ 标题: '甲', content: '<p>一</p><p>二</p>' },
      }),
    )
    expect(records[0]!.position).toBeNull()
    expect(records[0]!.fields).toEqual({
      ...{ index_number: ['000/2019-1'], doc_number: ['某发〔2020〕1号'], issuer: ['某局'], keywords: ['绿化 造林'] },
      ...{ written: ['1577923200'], published: ['2020-01-03'], topics: ['环境'], validity: ['失效'], title: ['甲'] },
    })
    expect(records[0]!.paragraphs).toEqual(['一', '二'])
    expect(records[0]!.unknown).toEqual({})
  })

  it('does not guess validity from flags that are off', () => {
    expect(
      extractJson('{"title":"甲","text":"一","is_expired":false,"is_abolished":0}').records[0]!.fields.validity,
    ).toBeUndefined()
    expect(extractJson('{"title":"甲","is_expired":1,"is_abolished":1}').records[0]!.fields.validity).toEqual(['废止'])
  })

  it('rejects a broken line by its number and takes the others', () => {
    const { records, rejected } = extractJson('{"title":"甲"}\n\n{"title": broken}\n{"title":"乙"}\n[1]\n')
    expect(records.map(({ position }) => position)).toEqual([1, 4])
    expect(rejected.map(({ record }) => record)).toEqual([3, 5])
  })

  it('reads arrays, wrapped ones too', () => {
    expect(extractJson('[{"title":"甲"},7,{"title":"乙"}]')).toMatchObject({
      records: [{ position: 1 }, { position: 3 }],
      rejected: [{ record: 2 }],
    })
    expect(extractJson('{"total":1,"articles":[{"title":"甲"}]}').records).toHaveLength(1)
  })

  it('finds the paragraphs of a text that lost its line breaks', () => {
    expect(extractJson('{"text":"\u2003\u2003一。\u2003\u2003二\u3000三。"}').records[0]!.paragraphs).toEqual([
      '一。',
      '二\u3000三。',
    ])
  })

  it('uses the abstract where there is no text', () => {
    expect(extractJson('{"title":"甲","abstract":"摘要"}').records[0]!.paragraphs).toEqual(['摘要'])
    expect(extractJson('{"title":"甲","abstract":"摘要","text":"正文"}').records[0]!.paragraphs).toEqual(['正文'])
  })

  it.each(['{', '[1,', '"a"', '7', 'null', '{\n"a":\n}'])('says what is wrong with %j', (content) => {
    const { records, rejected } = extractJson(content)
    expect(records).toEqual([])
    expect(rejected).toHaveLength(1)
  })
})
