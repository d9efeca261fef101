import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'

const page = (table: string, content: string, head = ''): string =>
  `<html><head>${head}</head><body><table><tr><td>${table}</td></tr></table>${content}</body></html>`

describe('metadata of a page', () => {
  it('reads a table with any number of pairs a row', () => {
    const { fields, unknown } = extractHtml(
      page(
        `<table><tr><td><b>索 引 号：</b></td><td>000/2019-1</td><td>主题分类：</td><td>卫生、体育\\医药管理</td></tr>
         <tr><th>标　　题：</th><td colspan=3>关于某事的通知</td></tr><tr><td>文种：</td><td>通知</td></tr>
         <tr><td>主 题 词：</td><td></td></tr></table>`,
        '<div id="UCAP-CONTENT"><table><tr><td>标题</td><td>表里的标题</td></tr></table><p>各单位：现将有关事项通知如下，请认真贯彻执行。</p></div>',
      ),
      null,
    )
    expect(fields).toEqual({
      index_number: ['000/2019-1'],
      topics: ['卫生、体育\\医药管理'],
      title: ['关于某事的通知'],
    })
    expect(unknown).toEqual({ '文种：': '通知' })
  })

  it.each([
    [
      'columns',
      '<table><tr><th>发文机关</th><th>发文字号</th></tr><tr><td>某局</td><td>某发〔2020〕1号</td></tr></table>',
    ],
    ['a definition list', '<dl><dt>发文机关：</dt><dd>某局</dd><dt>发文字号：</dt><dd>某发〔2020〕1号</dd></dl>'],
    ['lines', '<ul><li>发文机关：某局</li><li><span>发文字号：</span><span>某发〔2020〕1号</span></li></ul>'],
  ])('reads %s', (_, markup) => {
    const { fields } = extractHtml(
      page(markup, '<div class="TRS_Editor"><p>正文有二十个字以上才算是正文，少了不算。</p></div>'),
      null,
    )
    expect(fields).toEqual({ issuer: ['某局'], doc_number: ['某发〔2020〕1号'] })
  })

  it('fills gaps from the page tags', () => {
    const head = `<meta name="ArticleTitle" content="通知"><meta name="PubDate" content="2020-01-02 10:30">
      <meta name="ContentSource" content="某局"><meta name="Keywords" content="绿化;造林"><meta name="Author" content="编辑甲">
      <title>通知_某地人民政府</title><link rel="canonical" href="https://example.org/1.html">`
    const { fields } = extractHtml(`<head>${head}</head><p>正文</p>`, null)
    expect(fields).toEqual({
      title: ['通知'],
      published: ['2020-01-02 10:30'],
      issuer: ['某局'],
      keywords: ['绿化;造林'],
      url: ['https://example.org/1.html'],
    })
  })

  it('follows the selectors of the source', () => {
    const { fields, paragraphs } = extractHtml('<div class=t>标题甲</div><div class=x>正文乙</div><p>别的</p>', {
      text: '.x',
      fields: { title: '.t' },
    })
    expect(fields.title).toEqual(['标题甲'])
    expect(paragraphs).toEqual(['正文乙'])
  })
})

describe('text of a page', () => {
  const text = (markup: string) => extractHtml(`<article>${markup}</article>`, { text: 'article', fields: {} })

  it('makes blocks, lists and tables lines', () => {
    const { paragraphs, headings } = text(`<h2>一、总<br>则</h2><p>第一
      行<b>重点</b>　第二 word <i>two</i></p><div>裸文字<p>段</p>尾</div><ol start=3><li>甲</li><li>乙</li></ol>
      <ul><li>丙</li></ul><table><tr><th>项</th><th>数</th></tr><tr><td>甲</td><td>1</td></tr></table>
      <script>no</script><p style="display:none">隐藏</p>上<br><br>下`)
    expect(paragraphs).toEqual([
      '一、总则',
      '第一行重点　第二 word two',
      '裸文字',
      '段',
      '尾',
      '3. 甲',
      '4. 乙',
      '丙',
      '项　数',
      '甲　1',
      '上',
      '下',
    ])
    expect(headings).toEqual([{ paragraph: 0, level: 2 }])
  })

  it('sets apart what stands on lines of its own in a cell', () => {
    expect(
      text(`<table><tr><th>学校</th><th>负责人</th></tr><tr><td>青梧<b>一</b>小</td><td>周闻<br>
        林启<p>何\n远</p>（三）<br>甲</td></tr></table>`).paragraphs,
    ).toEqual(['学校　负责人', '青梧一小　周闻 林启 何远 （三）甲'])
  })

  it('puts no number before items that are shown without, or have one of their own', () => {
    const items = '<li>甲</li><li>乙</li>'
    expect(
      text(`<ol style="list-style-type:none">${items}</ol><ol style="margin: 0; LIST-STYLE: none outside">${items}</ol>
        <ol><li>一、甲</li><li>（二）乙</li><li>3．丙</li><li>第四条 丁</li><li>2021年戊</li><li>1.5元</li></ol>`)
        .paragraphs,
    ).toEqual([...['甲', '乙', '甲', '乙', '一、甲', '（二）乙', '3．丙', '第四条 丁', '5. 2021年戊', '6. 1.5元']])
  })

  it('walks into a table that is only layout', () => {
    expect(
      text(`<table><tr><td><p>${'甲'.repeat(200)}</p><p>${'乙'.repeat(200)}</p></td><td>边</td></tr></table>`)
        .paragraphs,
    ).toHaveLength(3)
  })

  it('finds a short text beside a long footer', () => {
    const footer = '主办：青梧区人民政府办公室　承办：青梧区大数据局　备案号：某备05000000号　网站标识码：0000000001'
    const { paragraphs } = extractHtml(
      `<body><div>本站由青梧区人民政府办公室主办并负责管理维护</div><div class="nr"><p>各街道办事处：为做好防汛工作，现将有关事项通知如下。</p><p>甲</p></div>
       <div>${footer}</div><div>${footer}</div></body>`,
      null,
    )
    expect(paragraphs).toEqual(['各街道办事处：为做好防汛工作，现将有关事项通知如下。', '甲'])
  })

  it('finds the densest block where no container is known', () => {
    const link = '<li><a href="#">一条很长很长的导航链接文字一条很长很长的导航链接文字</a></li>'
    const body = '<p>这是正文的一个段落，有足够多的文字，足以显示它在哪里。</p>'
    const { paragraphs } = extractHtml(
      `<div><ul>${link.repeat(20)}</ul></div><div><div>${body.repeat(3)}</div></div>`,
      null,
    )
    expect(paragraphs).toHaveLength(3)
  })

  describe('where no container is known', () => {
    const body = '<p>这是正文的一个段落，有足够多的文字，足以显示它在哪里，也足以让它成为页面上最密的一块。</p>'.repeat(
      8,
    )
    const page = (lead: string, rest = ''): string =>
      `<title>青梧区教育工作要点 - 青梧区教育局 - 信息公开</title><div><h2>青梧区教育工作要点</h2>${lead}${body}${rest}</div>`

    it('reads what stands before the text, and takes the heading that the title begins with', () => {
      const lead = '<p>2022-02-18 10:00 来源：区教育局 打印</p><dl><dt>索引号</dt><dd>1-2</dd></dl>'
      const table = '<table><tr><td>发文机关</td><td>青梧区教育局</td></tr></table>'
      expect(extractHtml(page(lead + table), null).fields).toEqual({
        title: ['青梧区教育工作要点'],
        published: ['2022-02-18'],
        index_number: ['1-2'],
        issuer: ['青梧区教育局'],
      })
    })

    it('takes tables and dates further on for the text', () => {
      const rest = '<table><tr><td>文号</td><td>青教〔2021〕3号</td></tr></table><p>2021-01-01</p>'
      expect(extractHtml(page('', rest), null).fields).toEqual({ title: ['青梧区教育工作要点'] })
    })

    it('does not take a line that only begins with a day for the day of publication', () => {
      expect(extractHtml(page('<p>2022-02-18 召开全区教育工作会议。</p>'), null).fields.published).toBeUndefined()
    })
  })

  it('reads a page whose lines are more than a call has room for, and side by side', () => {
    const lines = Array.from({ length: 65_000 }, (_, index) => `第${index}行。`)
    const { paragraphs } = extractHtml(`<title>名单</title><div class="content">${lines.join('<br>')}</div>`, null)
    expect(paragraphs).toHaveLength(lines.length)
  })

  it.each(['', '<', '<table><tr><td>', '<p>'.repeat(2000)])('survives broken mark-up', (markup) => {
    expect(extractHtml(markup, null).paragraphs).toEqual(markup === '<' ? ['<'] : [])
  })
})
