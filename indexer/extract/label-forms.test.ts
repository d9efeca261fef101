import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'
import { extractJson } from './json-lines.js'
import { extractObject } from './json-record.js'

const LABELS: Record<string, string[]> = {
  index_number: ['索引号', '统一编号'],
  topics: ['分类', '主题分类', '组配分类'],
  issuer: ['发布机构', '发文机关', '发布部门', '制定机关'],
  doc_number: ['文号', '发文字号', '文件编号'],
  title: ['名称', '标题'],
  written: ['成文日期', '生成日期', '发文日期'],
  published: ['发布日期', '公布日期'],
  effective: ['实施日期', '施行日期'],
  validity: ['有效性', '时效性', '时效'],
  keywords: ['主题词', '关键词'],
}
const PAIRS = Object.entries(LABELS).flatMap(([field, labels]) => labels.map((label) => [field, label] as const))

const FORMS: Record<string, (label: string) => string> = {
  'two cells': (label) => `<table><tr><td>${label}</td><td>甲值</td><td>浏览次数：</td><td>3</td></tr></table>`,
  'a heading cell in brackets': (label) => `<table><tr><th>【${label}】</th><td>甲值</td></tr></table>`,
  'a spaced label': (label) => `<ul><li><b>${[...label].join('&nbsp;&nbsp;')}：</b><span>甲值</span></li></ul>`,
  'a list of definitions': (label) => `<dl><dt>${label}:</dt><dd>甲值</dd></dl>`,
  'a line': (label) => `<p><label>${label}：</label>甲值</p>`,
  'two blocks': (label) => `<div><div>${label}：</div><div>甲值</div></div><div><div>来源：</div><div>网</div></div>`,
  'a row of elements': (label) =>
    `<div><span>${label}：</span><span>甲值</span><span>点击：</span><span>9</span></div>`,
  'elements within elements': (label) => `<p><span><b>${label}：</b></span><span>甲值</span></p>`,
  'several to a line': (label) => `<p>点击：9 ${label}：甲值 字体：大</p>`,
}

describe.each(Object.entries(FORMS))('a page with %s', (_, form) => {
  it.each(PAIRS)('states %s by %s', (field, label) => {
    const text = '<div id="zoom"><p>各街道办事处：为做好防汛工作，各单位应当落实责任。</p></div>'
    const { fields } = extractHtml(`<html><body>${form(label)}${text}</body></html>`, null)
    expect(fields).toMatchObject({ [field]: ['甲值'] })
  })
})

describe('an export with English labels', () => {
  const record = {
    ...{ identifier: '482915607/2021-00005', document_number: '青政发〔2021〕5号', publisher: '青梧区人民政府' },
    ...{ title: '通知', content: '正文。', keywords: ['防汛'], date: '2021-03-02', abstract: '摘要' },
    ...{ display_publish_time: '2021-03-05 08:00:00', expired_time: null, attachment: [] },
    ...{ classify_main_name: '水利', classify_theme_name: '农业、林业、水利', classify_genre_name: '通知' },
    ...{ is_expired: '1', is_abolished: false },
  }

  it.each([
    ['one object', record, [null]],
    ['an array', [record, record], [1, 2]],
    ['a list in an object', { total: 1, items: [record] }, [1]],
    [
      'a list deep in an answer',
      { code: 200, result: { data: { list: [record, record], pages: [{ n: 1 }] } } },
      [1, 2],
    ],
    ['an object in an answer', { code: 200, data: { article: record } }, [null]],
  ])('is read as %s', (_, value, positions) => {
    const { records, rejected } = extractJson(JSON.stringify(value))
    expect(rejected).toEqual([])
    expect(records.map(({ position }) => position)).toEqual(positions)
    expect(records[0]).toMatchObject({
      fields: {
        ...{ index_number: ['482915607/2021-00005'], doc_number: ['青政发〔2021〕5号'], issuer: ['青梧区人民政府'] },
        ...{ written: ['2021-03-02'], published: ['2021-03-05 08:00:00'], validity: ['失效'] },
        ...{ topics: ['水利', '农业、林业、水利'], keywords: ['防汛', '通知'] },
      },
      unknown: {},
      paragraphs: ['正文。'],
    })
  })
})

describe('an export of a search', () => {
  it('is read by its names for the fields', () => {
    const item = {
      title: '青梧区关于防汛的通知',
      pcode: '青政发〔2021〕5号',
      puborg: '青梧区人民政府',
      summary: '摘要。',
    }
    const other = { title: '甲', docNo: '青政发〔2021〕6号', publishDate: '2021-03-05', content_html: '<p>文。</p>' }
    const { records } = extractJson(JSON.stringify({ a: [item], b: [other] }))
    expect(records).toMatchObject([
      {
        fields: { doc_number: ['青政发〔2021〕5号'], issuer: ['青梧区人民政府'] },
        paragraphs: ['摘要。'],
        unknown: {},
      },
      { fields: { doc_number: ['青政发〔2021〕6号'], published: ['2021-03-05'] }, paragraphs: ['文。'], unknown: {} },
    ])
  })
})

describe('a flag', () => {
  const read = (value: unknown) => extractObject({ title: '甲', is_expired: value }, null)

  it.each(['Y', 'yes', 'T', 1, true, '是'])('is set by %s', (value) =>
    expect(read(value).fields.validity).toEqual(['失效']),
  )
  it.each(['N', 'f', 0, false, '否'])('is not set by %s, which says nothing else', (value) =>
    expect(read(value)).toMatchObject({ fields: { title: ['甲'] }, unknown: {} }),
  )
  it.each([
    ['是', '有效'],
    ['否', '失效'],
    [0, '失效'],
  ])('that asks whether a document is in force is answered by %s', (answer, validity) =>
    expect(extractObject({ title: '甲', 是否有效: answer }, null).fields.validity).toEqual([validity]),
  )
  it('is told where it says neither', () => expect(read('待定').unknown).toEqual({ is_expired: '待定' }))
})
