import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'

const LINE = '各街道办事处要压实责任，做好防汛物资储备和隐患排查，确保人民群众生命财产安全。'
const BODY = `<div class="show"><p>${LINE}</p><p>${LINE}</p></div>`

describe('what stands around the text', () => {
  it('does not include a form that holds the whole page', () => {
    const search = '<form><p>请输入您要在本站检索的关键词，然后点击检索按钮进行检索。</p></form>'
    const table = '<table><tr><td>文号：</td><td>青水〔2022〕3号</td></tr></table>'
    const { fields, paragraphs } = extractHtml(`<form action="show.aspx">${table}${BODY}</form>`, null)
    expect(fields.doc_number).toEqual(['青水〔2022〕3号'])
    expect(paragraphs).toEqual([LINE, LINE])
    expect(extractHtml(search + BODY, null).paragraphs).toEqual([LINE, LINE])
  })

  it.each(['<section><header>$</header>#</section>', '<div><div class="header">$</div>#</div>'])(
    'is read for metadata in %s, and is no text',
    (form) => {
      const head = '<h1>青梧区防汛通知</h1><ul><li>发文机关：青梧区水务局</li><li>公开方式：主动公开</li></ul>'
      const { fields, paragraphs } = extractHtml(form.replace('$', head).replace('#', `<p>${LINE}</p>`), null)
      expect(fields).toEqual({ title: ['青梧区防汛通知'], issuer: ['青梧区水务局'], visibility: ['主动公开'] })
      expect(paragraphs).toEqual([LINE])
    },
  )

  it('does not tell the day of publication by the day of today', () => {
    expect(extractHtml(`<header><p>2026-11-27</p></header>${BODY}`, null).fields).toEqual({})
  })
})
