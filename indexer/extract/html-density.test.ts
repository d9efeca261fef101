import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'

const MENU =
  '<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul></div>' +
  '<div class="pos">当前位置：<a href="/">首页</a> &gt; <a href="/a">政务公开</a> &gt; 正文</div>'
const FOOTER =
  '<div class="b">主办单位：青河县人民政府办公室　承办单位：青河县大数据中心　网站标识码：1147000001　地址：青河县人民路1号　邮编：529500</div>'
const TITLE = '<h1>关于张三同志任职的通知</h1>'
const SHORT = ['县政府各部门：', '经研究决定：张三同志任县财政局副局长。', '青河县人民政府', '2022年7月8日']
const LONG = [
  '各乡镇：',
  '为做好防汛工作，根据上级要求，现将有关事项通知如下，请认真贯彻执行，不得有误，如有问题请及时反映。',
  '联系人：张三',
]
const each = (tag: string, lines: readonly string[]): string => lines.map((line) => `<${tag}>${line}</${tag}>`).join('')
const textOf = (body: string): string[] => extractHtml(`<body>${body}</body>`, null).paragraphs

describe('a short text', () => {
  const text = `<div class="art_con">${each('p', SHORT)}</div>`

  it('is the text beside a long footer', () => expect(textOf(MENU + TITLE + text + FOOTER)).toEqual(SHORT))

  it.each([
    ['before', (aside: string, own: string) => aside + own],
    ['after', (aside: string, own: string) => own + aside],
  ])('is the text where news stand %s it, for it follows the title', (_, placed) => {
    const news = `<div class="side">${each('p', ['县长到各乡镇调研农业生产，强调要抓好春耕备耕，确保粮食增产、农民增收。'])}</div>`
    expect(textOf(`<div>${placed(news, `<div>${TITLE}${text}</div>`)}</div>${FOOTER}`)).toEqual(SHORT)
  })

  it('follows a title that is none by its mark-up', () => {
    const head = '<head><title>关于张三同志任职的通知_青河县人民政府</title></head>'
    const shown = '<div class="bt">关于张三同志任职的通知</div>'
    const tip = '<div>温馨提示：本页内容如有错误，请拨打热线电话联系我们，谢谢您的支持。</div>'
    expect(extractHtml(`${head}<body>${shown}${text}${tip}</body>`, null).paragraphs).toEqual(SHORT)
  })

  it('is one without a sentence, too', () => {
    const names = ['局长：张三', '副局长：李四']
    expect(textOf(`${MENU}${TITLE}<div>${each('p', names)}</div>${FOOTER}`)).toEqual(names)
  })
})

describe('paragraphs that are boxes', () => {
  it.each([
    ['without a class', each('div', LONG)],
    ['with numbered classes', LONG.map((line, at) => `<div class="p${at}"><span>${line}</span></div>`).join('')],
    ['with a paragraph each', LONG.map((line) => `<div><p>${line}</p></div>`).join('')],
  ])('are one text: %s', (_, paragraphs) => {
    expect(textOf(`${MENU}${TITLE}<div class="nr">${paragraphs}</div>${FOOTER}`)).toEqual(LONG)
  })

  it('are one text where they lie in the body itself, without menu and footer', () => {
    expect(textOf(MENU + TITLE + each('div', LONG) + FOOTER)).toEqual(LONG)
    expect(textOf(`<div class="wrap">${MENU}${each('div', LONG)}${FOOTER}</div>`)).toEqual(LONG)
  })

  it('are one text with what runs around them', () => {
    const running = `${TITLE}<p class="info">2022-07-08 09:10 青河日报</p><div>${LONG[1]}</div>${LONG[1]}`
    const { fields, paragraphs } = extractHtml(`<body>${running}</body>`, null)
    expect(paragraphs).toEqual([LONG[1], LONG[1]])
    expect(fields.published).toEqual(['2022-07-08'])
  })
})

describe('a page without a text', () => {
  it.each([
    ['a footer', TITLE + FOOTER],
    ['a menu', MENU + TITLE],
    ['a list of pages', `${MENU}<ul><li><a href="1">关于甲的通知</a><span>2022-01-01</span></li></ul>${FOOTER}`],
  ])('gives none: %s', (_, body) => expect(textOf(body)).toEqual([]))

  it('may have what is attached to it', () => {
    const links = '<p><a href="1.doc">附件1：名单.doc</a></p><p><a href="2.doc">附件2：说明.doc</a></p>'
    expect(textOf(MENU + TITLE + links + FOOTER)).toEqual(['附件1：名单.doc', '附件2：说明.doc'])
  })
})
