import { describe, expect, it } from 'vitest'
import { BOLD_LEVEL, extractMarkdown } from './markdown.js'

describe('extractMarkdown', () => {
  it('takes the marks away and keeps the words', () => {
    const { paragraphs } = extractMarkdown(
      [
        '<!-- 记者摄 -->',
        '> （2020年1月1日通过）',
        '> [!NOTE] 相关通知',
        '<details>',
        '<summary>目录</summary>',
        '  - **第一条**　为了[规范](https://example.org/a)办理，制定本办法。[^1]',
        '* 二是 `代码` 与 \\*星号\\*',
        '---',
        '##',
        '# #',
        '#话题#一',
        '1. 保留编号',
        '国发[2021](暂行)5 * 3 * 2',
        '![](a.png "图 1")',
        '***不成对的**',
        '[^1]: 注释',
        '| 项目 | 数量 |',
        '| --- | ---: |',
        '| 甲<br>乙 | 3 |',
        '上行<br>下行',
      ].join('\n'),
      true,
    )
    expect(paragraphs).toEqual([
      '（2020年1月1日通过）',
      '相关通知',
      '目录',
      '第一条　为了规范办理，制定本办法。[1]',
      '二是 代码 与 *星号*',
      '#话题#一',
      '1. 保留编号',
      '国发[2021](暂行)5 * 3 * 2',
      '图 1',
      '不成对的',
      '[1]注释',
      '项目　数量',
      '甲 乙　3',
      '上行',
      '下行',
    ])
  })

  it('reads a table of labels above one row of values, and no list', () => {
    const table = (...rows: string[]): string =>
      ['|索引号|公开方式|文号|', '|---|---|---|', ...rows, '正文。'].join('\n')
    const { fields, paragraphs } = extractMarkdown(table('|1/2|依申请公开|青政〔2020〕1号|'), true)
    expect(fields).toEqual({ index_number: ['1/2'], visibility: ['依申请公开'], doc_number: ['青政〔2020〕1号'] })
    expect(paragraphs).toEqual(['正文。'])
    const list = extractMarkdown(table('|1/2|主动公开|青政〔2020〕1号|', '|1/3|主动公开|青政〔2020〕2号|'), true)
    expect(list.fields).toEqual({})
  })

  it('notes headings', () => {
    const record = extractMarkdown(
      '# 甲\n正文**重点**\n### 乙 ##\n**丙**\n**整行都是加粗的一句话，长得不像标题，' + '长'.repeat(60) + '**',
      true,
    )
    expect(record.headings).toEqual([
      { paragraph: 0, level: 1 },
      { paragraph: 2, level: 3 },
      { paragraph: 3, level: BOLD_LEVEL },
    ])
    expect(record.paragraphs.slice(0, 4)).toEqual(['甲', '正文重点', '乙', '丙'])
  })

  it('loses nothing to a comment that is never closed', () => {
    expect(extractMarkdown('甲\n<!-- 乙\n丙', true).paragraphs).toEqual(['甲', '乙', '丙'])
  })

  it('leaves plain text as it is', () => {
    expect(extractMarkdown('# 甲 **乙**\n\n- 丙', false).paragraphs).toEqual(['# 甲 **乙**', '- 丙'])
  })

  it('reads front matter, lists included', () => {
    const { fields, unknown, paragraphs } = extractMarkdown(
      '---\ntitle: 甲\nsource:\n- https://example.org/1\n- 某书\nauthors: [乙部, 丙部]\nstatus: 废止\ndate: 2020-01-02\nodd: 1\n----\n正文',
      true,
    )
    expect(fields).toEqual({
      title: ['甲'],
      url: ['https://example.org/1'],
      issuer: ['乙部', '丙部'],
      validity: ['废止'],
      written: ['2020-01-02'],
    })
    expect(unknown).toEqual({ odd: '1' })
    expect(paragraphs).toEqual(['正文'])
  })

  it('reads front matter in TOML', () => {
    const { fields, unknown, paragraphs } = extractMarkdown(
      '+++\ntitle = "甲\\"乙\\" # 丙" # 注\ndate = 2020-01-02 10:00:00+08:00\ndraft = false\ntags = ["防汛", \'绿化\']\n' +
        'authors = [\n  "乙部",\n  "丙部",\n]\n\n[params]\n公开方式 = "依申请公开"\nodd.key = 1\nnote = """一\n二"""\n+++\n正文',
      true,
    )
    expect(fields).toEqual({
      title: ['甲"乙" # 丙'],
      written: ['2020-01-02T10:00:00.000+08:00'],
      keywords: ['防汛', '绿化'],
      issuer: ['乙部', '丙部'],
      visibility: ['依申请公开'],
    })
    expect(unknown).toEqual({ key: '1', note: '一\n二' })
    expect(paragraphs).toEqual(['正文'])
    expect(extractMarkdown('+++\n这是一句话。\n+++\n正文', true).paragraphs).toHaveLength(4)
  })

  it('reads broken front matter line by line', () => {
    const { fields, paragraphs } = extractMarkdown(
      '---\ntitle: "甲\nsource: [http://example.org/2\ntags:\n - 乙\n---\n正文',
      true,
    )
    expect(fields.title).toEqual(['"甲'])
    expect(fields.keywords).toEqual(['乙'])
    expect(paragraphs).toEqual(['正文'])
  })

  it('does not take a text between two rules for front matter', () => {
    expect(extractMarkdown('---\n这是一句话，不是元数据。\n---\n正文', true).paragraphs).toEqual([
      '这是一句话，不是元数据。',
      '正文',
    ])
  })

  it.each([
    [
      'in bold',
      ['# 关于绿化的通知', '- **发文机关**：青梧区人民政府', '- **版式：**大字', '- **发布日期：**2021-03-05'],
    ],
    ['in a quotation', ['> 发文机关：青梧区人民政府', '> 版式：大字', '> 发布日期：2021-03-05', '# 关于绿化的通知']],
  ])('reads metadata %s', (_, lines) => {
    expect(extractMarkdown([...lines, '', '各单位：', '请执行。'].join('\n'), true)).toMatchObject({
      fields: { issuer: ['青梧区人民政府'], published: ['2021-03-05'] },
      unknown: { 版式: '大字' },
      paragraphs: ['关于绿化的通知', '各单位：', '请执行。'],
      headings: [{ paragraph: 0, level: 1 }],
    })
  })

  it.each([
    [['| 名称 | 内容 |', '| --- | --- |', '| 发文机关 | 青梧区人民政府 |', '| 发布日期 | 2021-03-05 |']],
    [['| | | | |', '|-|-|-|-|', '| 发文机关 | 青梧区人民政府 | 发布日期 | 2021-03-05 |']],
    [['| 发文机关 | 青梧区人民政府 |', '| --- | --- |', '| 发布日期 | 2021-03-05 |']],
  ])('reads the table of metadata %j', (table) => {
    const { fields, paragraphs } = extractMarkdown(['# 关于绿化的通知', '', ...table, '', '请执行。'].join('\n'), true)
    expect(fields).toEqual({ issuer: ['青梧区人民政府'], published: ['2021-03-05'] })
    expect(paragraphs).toEqual(['关于绿化的通知', '请执行。'])
  })

  it('leaves other tables as they are', () => {
    const table = ['| 项目 | 内容 |', '| --- | --- |', '| 绿化 | 三亩 |']
    expect(extractMarkdown(table.join('\n'), true).paragraphs).toEqual(['项目　内容', '绿化　三亩'])
  })
})
