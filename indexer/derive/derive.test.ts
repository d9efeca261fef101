import { describe, expect, it } from 'vitest'
import { emptyRecord } from '../extract/fields.js'
import type { ExtractedRecord } from '../record.js'
import { deriveDocument } from './derive.js'
import { readHead } from './head.js'
import { workOf } from '../contract/testing/work.js'

const TODAY = '2025-01-01'

function derive(fields: ExtractedRecord['fields'], paragraphs: string[] = ['正文。'], fallbacks = {}) {
  const record = { ...emptyRecord(null), fields, paragraphs }
  return deriveDocument(record, readHead(record, fields.title?.[0] ?? null), 'folder/file.txt', fallbacks, TODAY)
}
const messages = (derivation: ReturnType<typeof derive>) =>
  derivation.warnings.filter(({ kind }) => kind !== 'missing').map(({ field }) => field)

describe('deriveDocument', () => {
  it('puts stated values into form', () => {
    const { document, warnings } = derive({
      title: [' 关于  绿化 '],
      issuer: ['甲局 乙局'],
      doc_number: ['某发[2020]05号'],
      index_number: ['000 / 2020-1'],
      written: ['2020年1月2日'],
      published: ['1577923200'],
      topics: ['综合政务/其他 /', '卫生、体育\\医药管理；教育'],
      keywords: ['绿化 造林；绿化'],
      speaker: ['林 雨 晴'],
      validity: ['已废止'],
      url: ['www.example.org/1'],
    })
    expect(document).toMatchObject({
      ...{ title: '关于 绿化', issuer: '甲局、乙局', doc_number: '某发〔2020〕5号', index_number: '000/2020-1' },
      ...{ written: '2020-01-02', published: '2020-01-02', topics: ['综合政务/其他', '卫生、体育/医药管理', '教育'] },
      ...{
        keywords: ['绿化', '造林'],
        speaker: '林雨晴',
        validity: '废止',
        url: 'http://www.example.org/1',
        derived: [],
      },
    })
    expect(warnings).toEqual([])
  })

  it('adds what no source states, and says so', () => {
    const { document, from } = derive(
      { title: ['林雨晴在青梧区教育工作会议上的讲话'], issuer: ['青梧区教育局'], doc_number: ['青教发〔2020〕7号'] },
      ['（2020年3月1日，青梧）', '同志们：', '要贯彻《某某条例》（甲发〔2019〕5号）。', '抓好义务教育、学前教育。'],
    )
    expect(document).toMatchObject({
      ...{ bodies: ['青梧区/教育局'], doc_number_parts: { code: '青教发', year: 2020, number: 7 }, speaker: '林雨晴' },
      ...{ occasion: '青梧区教育工作会议', place: '青梧', topics: ['科技、教育/教育'] },
      references: [{ title: '某某条例', number: '甲发〔2019〕5号', paragraph: 3 }],
    })
    expect(document.derived).toEqual(expect.arrayContaining(['bodies', 'occasion', 'place', 'topics', 'speaker']))
    expect(from).toMatchObject({ topics: expect.stringContaining('自动归类') as string })
  })

  it('takes a validity that only the title says, and tells where it says another', () => {
    const noted = derive({ title: ['关于加强公园管理的通告【已废止】'] })
    expect(noted.document).toMatchObject({
      validity: '废止',
      derived: expect.arrayContaining(['validity']) as string[],
    })
    const stated = derive({ title: ['关于加强公园管理的通告【已废止】'], validity: ['有效'] })
    expect(stated.document.validity).toBe('有效')
    expect(messages(stated)).toContain('validity')
  })

  it('derives who issued it where neither the file nor the source says so, before a fallback', () => {
    const text = ['青梧区民政局文件', '关于绿化的通知', '正文。']
    const fallbacks = { issuer: { values: ['甲局'], from: '规则' } }
    const found = derive({}, text, fallbacks)
    expect(found.document).toMatchObject({ issuer: '青梧区民政局', bodies: ['青梧区/民政局'] })
    expect(found.document.derived).toContain('issuer')
    expect(found.from.issuer).toContain('红头')
    expect(derive({ issuer: ['乙局'] }, text).document).toMatchObject({ issuer: '乙局' })
    expect(derive({ issuer: ['乙局'] }, text).document.derived).not.toContain('issuer')
    expect(derive({}, ['正文。'], fallbacks).document).toMatchObject({ issuer: '甲局' })
  })

  it('derives since when it is in force where no source states it', () => {
    const text = ['本办法自2021年5月1日起施行。']
    const found = derive({ title: ['甲办法'] }, text)
    expect(found.document.effective).toBe('2021-05-01')
    expect(found.document.derived).toContain('effective')
    expect(derive({ title: ['甲办法'], effective: ['2022-01-01'] }, text).document).toMatchObject({
      effective: '2022-01-01',
      derived: ['keywords'],
    })
  })

  it('reads the days of tables that lost their formats, and no misprinted years', () => {
    expect(derive({ published: ['44260'] }).document.published).toBe('2021-03-05')
    expect(derive({ published: ['44260.75'] }).document.published).toBe('2021-03-05')
    for (const value of ['20211', '99999', '45800'])
      expect(derive({ published: [value] }).document.published).toBeNull()
  })

  it('tells the values that a label has besides the first', () => {
    const record = { ...emptyRecord(1), paragraphs: ['文'], unused: [{ label: '发布日期', values: ['2021-04-06'] }] }
    const { warnings } = deriveDocument(record, readHead(record, null), 'a.csv', {}, '2026-01-01')
    expect(warnings).toContainEqual({ kind: 'dropped', field: '发布日期', message: '只用第一个值，未采用：2021-04-06' })
  })

  it('keeps with the document what does not fit together or is not there', () => {
    const { document } = derive({
      title: ['关于某事的通知'],
      doc_number: ['甲发〔2019〕5号'],
      written: ['2020-01-02'],
      published: ['2020-01-01'],
    })
    expect(document.notes.map(({ kind, field }) => [kind, field])).toEqual([
      ['published_before_written', 'published'],
      ['number_year', 'doc_number'],
      ['missing', 'issuer'],
    ])
    expect(derive({ title: ['关于某事的通知'], written: ['2020'], published: ['2020-01'] }).document.notes).toEqual([
      expect.objectContaining({ kind: 'missing', field: 'issuer' }),
      expect.objectContaining({ kind: 'missing', field: 'doc_number' }),
    ])
  })

  it('cuts values that no record has, leaves out those that must be whole, and says so', () => {
    const derivation = derive({
      title: [`关于${'甲'.repeat(40_000)}的通知`],
      published: [`2021年${' '.repeat(200_000)}x`],
      written: [`2020年${' '.repeat(200_000)}1月`],
      effective: ['2021年8月24日'.repeat(100)],
      url: [`https://example.org/${'a'.repeat(9000)}`],
      keywords: Array.from({ length: 1000 }, (_, n) => `词${n}`),
    })
    const { document, warnings } = derivation
    expect(document).toMatchObject({ published: null, written: '2020-01', effective: null, url: null })
    expect(document.title).toHaveLength(500)
    expect(document.keywords).toHaveLength(100)
    expect(messages(derivation).sort()).toEqual(['effective', 'keywords', 'published', 'title', 'url'])
    expect(warnings.filter(({ field }) => field !== 'issuer').map(({ kind }) => kind)).toEqual(
      Array.from({ length: 5 }, () => 'dropped'),
    )
    for (const { message } of warnings) expect(message.length).toBeLessThan(200)
  })

  it('cuts a file name, and what a source gives, in the same way', () => {
    const long = { title: { values: ['乙'.repeat(9000)], from: '规则' } }
    expect(derive({}, ['这是一句话。'], long).document.title).toHaveLength(500)
  })

  it('leaves out long runs of invisible characters, and says so', () => {
    const derivation = derive({ title: ['甲'] }, [`正${'\u200b'.repeat(1000)}文。`, '乙\u200b丙'])
    expect(derivation.document.paragraphs).toEqual(['正文。', '乙\u200b丙'])
    expect(messages(derivation)).toEqual(['paragraphs'])
  })

  it('knows at once what a title is about', () => {
    const work = workOf(() => {
      derive({ title: ['关于'.repeat(100_000)] })
      derive({}, ['（市长甲乙丙在'.repeat(20_000), '题'])
    })
    expect(work).toBeLessThan(20_000)
  })

  it('joins a body whose letters are spaced', () =>
    expect(derive({ issuer: ['党 政 办'] }).document.issuer).toBe('党政办'))

  it('takes an empty number for none', () =>
    expect(derive({ doc_number: ['无〔〕号'] }).document.doc_number).toBeNull())

  it('keeps what it cannot read, or drops it, and says so', () => {
    const derivation = derive({
      title: ['甲'],
      doc_number: ['某某第五'],
      written: ['昨天'],
      validity: ['待定'],
      url: ['不是网址'],
    })
    expect(derivation.document).toMatchObject({ doc_number: '某某第五', written: null, validity: '未标注', url: null })
    expect(messages(derivation)).toEqual(['doc_number', 'written', 'validity', 'url'])
  })

  it('keeps dates that cannot be right, and says so', () => {
    const derivation = derive({
      title: ['甲'],
      written: ['2099-01-01'],
      published: ['1020-01-01'],
      effective: ['2099-01-01'],
    })
    expect(derivation.document).toMatchObject({
      written: '2099-01-01',
      published: '1020-01-01',
      effective: '2099-01-01',
    })
    expect(messages(derivation)).toEqual(['written', 'published', 'published'])
  })

  it('never guesses validity', () => expect(derive({}).document.validity).toBe('未标注'))

  it('finds in the text what is not stated, and says which', () => {
    const { document, from } = derive({}, ['在某会议上的讲话', '(2021年3月2日)', '林 雨 晴', '同志们:', '一、甲'])
    expect(document).toMatchObject({ title: '在某会议上的讲话', written: '2021-03-02', speaker: '林雨晴' })
    expect(document.derived.sort()).toEqual(['keywords', 'speaker', 'title', 'written'])
    expect(from.speaker).toBeDefined()
    expect(document.outline).toEqual([{ level: 1, paragraph: 5 }])
  })

  it('makes a stated year exact where the text agrees, and keeps it where it does not', () => {
    expect(derive({ title: ['甲'], written: ['2021'] }, ['(2021年3月2日)', '同志们：']).document).toMatchObject({
      written: '2021-03-02',
      derived: ['keywords', 'written'],
    })
    const other = derive({ title: ['甲'], written: ['2020'] }, ['(2021年3月2日)', '同志们：'])
    expect(other.document.written).toBe('2020')
    expect(messages(other)).toEqual(['written'])
    expect(derive({ written: ['2021-03-05'] }, ['(2021年3月2日)', '同志们：']).document.written).toBe('2021-03-05')
  })

  it('uses fallbacks last', () => {
    const fallbacks = { written: { values: ['2019'], from: '规则' } }
    expect(derive({ title: ['甲'] }, ['正文。'], fallbacks).document).toMatchObject({
      written: '2019',
      derived: ['keywords'],
    })
    expect(derive({ title: ['甲'] }, ['(2021年3月2日)', '同志们：'], fallbacks).document.written).toBe('2021-03-02')
  })

  it('takes the file name for a title where the text has none', () => {
    const derivation = derive({}, ['这是一句话。'])
    expect(derivation.document).toMatchObject({ title: 'file', derived: ['title', 'keywords'] })
    expect(messages(derivation)).toEqual(['title'])
  })

  it('says where bytes were lost', () => {
    expect(messages(derive({ title: ['甲'] }, ['正\ufffd文。\ufffd']))).toEqual(['paragraphs'])
  })

  it('hashes the paragraphs', () => {
    expect(derive({}, ['甲', '乙']).document.content_hash).toBe(
      derive({ title: ['丙'] }, ['甲', '乙']).document.content_hash,
    )
    expect(derive({}, ['甲乙']).document.content_hash).not.toBe(derive({}, ['甲', '乙']).document.content_hash)
  })
})

it('tells of a text that was not taken, and how it begins', () => {
  const record = { ...emptyRecord(null), fields: { title: ['甲'] }, paragraphs: ['正文。'] }
  const other = { label: '内容', length: 90, beginning: '另一段文字' }
  const { warnings } = deriveDocument(
    { ...record, otherTexts: [other] },
    readHead(record, '甲'),
    'folder/file.txt',
    {},
    TODAY,
  )
  const told = warnings.find(({ field }) => field === '内容')
  expect(told).toMatchObject({ kind: 'dropped', message: '与所用的正文不同，90 字未采用：另一段文字……' })
})

it('takes the keywords that the text ends with, and names without how people are addressed', () => {
  const { document, from } = derive({ title: ['甲'], speaker: ['李四同志'] }, ['正文。', '主题词：林业　防火　通知'])
  expect(document).toMatchObject({ keywords: ['林业', '防火', '通知'], speaker: '李四' })
  expect(from.keywords).toBe('文末主题词')
})
