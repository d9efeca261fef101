import { describe, expect, it } from 'vitest'
import { restriction } from '../visibility.js'
import { extractCsv } from './csv.js'
import { extractJson } from './json-lines.js'

describe('letters of citizens and their answers', () => {
  it('are both the text of a row', () => {
    const { records } = extractCsv(
      '序号,来信标题,来信内容,来信时间,答复内容,答复单位,答复时间,是否公开\n' +
        '1,咨询落户,如何落户？,2021-05-01,"您好，\n凭毕业证可落户。",区公安局,2021-05-03,是\n' +
        '2,举报,某事。,2021-05-01,已受理。,区公安局,2021-05-03,否\n',
    )
    expect(records[0]).toMatchObject({
      fields: { title: ['咨询落户'], written: ['2021-05-01'], published: ['2021-05-03'], issuer: ['区公安局'] },
      paragraphs: ['来信', '如何落户？', '答复', '您好，', '凭毕业证可落户。'],
      headings: [
        { paragraph: 0, level: 1 },
        { paragraph: 2, level: 1 },
      ],
    })
    expect(records.map((record) => restriction(record) === null)).toEqual([true, false])
  })

  it('are read from an interface, where a number says whether they are open', () => {
    const letter = (isOpen: unknown) => ({
      letterTitle: '甲',
      letterContent: '问。',
      replyContent: '<p>答。</p>',
      isOpen,
    })
    const { records } = extractJson(JSON.stringify({ result: { records: [letter(1), letter(0), letter(false)] } }))
    expect(records[0]!.paragraphs).toEqual(['来信', '问。', '答复', '答。'])
    expect(records.map((record) => restriction(record) === null)).toEqual([true, false, false])
  })
})

describe('names of fields in exports', () => {
  it.each([
    [{ DOCTITLE: '甲', DOCHTMLCON: '<p>文。</p>', DOCPUBTIME: '2021-03-05', FILENUM: '青政发〔2021〕1号' }],
    [{ infoTitle: '甲', infoContent: '文。', publishTime: '2021-03-05', docNumber: '青政发〔2021〕1号' }],
    [{ article_title: '甲', article_content: '文。', pub_time: '2021-03-05', fwzh: '青政发〔2021〕1号' }],
  ])('are known however their words are joined: %j', (item) => {
    expect(extractJson(JSON.stringify([item])).records[0]).toMatchObject({
      fields: { title: ['甲'], published: ['2021-03-05'], doc_number: ['青政发〔2021〕1号'] },
      paragraphs: ['文。'],
      unknown: {},
    })
  })
})
