import { describe, expect, it } from 'vitest'
import { extractHtml } from './html.js'

const TEXT = '<div id="zoom"><p>各街道办事处：为做好防汛工作，各单位应当落实责任，现将有关事项通知如下。</p></div>'
const title = (pageTitle: string, markup = '') =>
  extractHtml(`<html><head><title>${pageTitle}</title></head><body>${markup}${TEXT}</body></html>`, null).fields
    .title?.[0]

describe('the title of a page', () => {
  it.each([
    ['青梧区防汛工作通知_青梧区人民政府', '青梧区防汛工作通知'],
    ['青梧区防汛工作通知_政府信息公开专栏_青梧区政府网', '青梧区防汛工作通知'],
    ['青梧区防汛工作通知-政府文件-青梧区人民政府', '青梧区防汛工作通知'],
    ['青梧区防汛工作通知 - 青梧区政府网', '青梧区防汛工作通知'],
    ['青梧区防汛规划（2021-2025年）', '青梧区防汛规划（2021-2025年）'],
    ['青梧区防汛工作通知——致全区居民', '青梧区防汛工作通知——致全区居民'],
  ])('is what %s says without column and site', (pageTitle, expected) => expect(title(pageTitle)).toBe(expected))

  it('is what is shown large where the page is called by site and column before it', () => {
    const shown = '<table><tr><td align="center"><b>关于做好防汛工作的通知</b></td></tr></table>'
    expect(title('青梧区人民政府 通知公告 关于做好防汛工作的通知', shown)).toBe('关于做好防汛工作的通知')
  })

  it.each([
    ['the logo', '<h1 class="logo"><a href="/">青梧区</a></h1>'],
    ['the name of the site', '<h1>青梧区人民政府门户网站</h1>'],
  ])('is not %s', (_, logo) => {
    expect(title('青梧区防汛工作通知-政府文件-青梧区人民政府', logo)).toBe('青梧区防汛工作通知')
    expect(title('青梧区人民政府', `${logo}<h3>青梧区防汛工作通知</h3>`)).toBe('青梧区防汛工作通知')
  })

  it('is not what Word calls a page that it saved, where the text has a title', () => {
    const read = (mark: string): unknown =>
      extractHtml(
        `<html><head><title>关于另一事的通知</title></head><body>${mark}<p>各街道办事处：为做好防汛工作，现将有关事项通知如下。</p></body></html>`,
        null,
      ).fields.title
    expect(read('<div class="WordSection1"><p align="center">青梧区防汛工作通知</p>')).toBeUndefined()
    expect(read('<div class="WordSection1"><p>前言</p>')).toEqual(['关于另一事的通知'])
  })

  it('is the second h1 where the first is a logo', () => {
    expect(title('某页', '<h1 class="logo">青梧区政府网</h1><h1>青梧区防汛工作通知</h1>')).toBe('青梧区防汛工作通知')
  })

  it.each([
    ['the name of the site', '青梧区人民政府公众信息网'],
    ['a part of it', '青梧区政务公开'],
    ['a word for any page', '文章内容页'],
    ['a kind of document', '通知'],
    ['nothing', ''],
  ])('is what stands as one above the text, where the page is called by %s', (_, name) => {
    const crumbs = '<div align="center"><b>您的位置：<a href="/">首页</a></b></div><p align="center">2009-03-05</p>'
    for (const shown of [
      '<table><tr><td align=center><font size=5><b>青梧区水务局<br>防汛工作通知</b></font></td></tr></table>',
      '<p style="text-align:center">青梧区水务局防汛工作通知</p>',
      '<span style="font-size:22px">青梧区水务局防汛工作通知</span>',
    ])
      expect(title(name, crumbs + shown)).toBe('青梧区水务局防汛工作通知')
    expect(title(name, `${crumbs}<p>青梧区水务局防汛工作通知</p><b>欢迎来到青梧区人民政府</b>`)).toBeUndefined()
  })

  const REAL = '青河县人民政府关于禁止燃放烟花爆竹的规定'
  it.each([
    ['规范性文件', `<h2 class="tit">${REAL}</h2>`],
    ['文件详情', `<h2>${REAL}</h2>`],
    ['青河县人民政府-规范性文件', `<div class="title">${REAL}</div>`],
    ['', `<h1>政策文件</h1><h2>${REAL}</h2>`],
    ['政策文件', `<h1>政策文件</h1><h2>${REAL}</h2>`],
  ])('is a heading called like a document where the page is called by the column %s', (name, shown) =>
    expect(title(name, shown)).toBe(REAL),
  )

  it('stays that of the page where the heading is one of other documents, or the column itself', () => {
    expect(title('青梧区防汛工作通知', `<h2>${REAL}</h2>`)).toBe('青梧区防汛工作通知')
    expect(title('通知公告栏目内容', '<h1>规范性文件</h1>')).toBe('规范性文件')
  })

  it('is a lesser heading that says as much as the page, and more', () => {
    const heading = '<h3>青梧区防汛工作通知<br>（试行）</h3>'
    expect(title('青梧区人民政府 政府文件 青梧区防汛工作通知', heading)).toBe('青梧区防汛工作通知（试行）')
  })
})

it('does not read what the page hides', () => {
  const { paragraphs } = extractHtml(`<div style="DISPLAY: NONE">请升级浏览器</div>${TEXT}`, {
    text: 'body',
    fields: {},
  })
  expect(paragraphs).toHaveLength(1)
})

it('is that of the explanation where the table of the page names the document that it explains', () => {
  const page = (heading: string, label: string) =>
    extractHtml(
      `<html><head><title>${heading}</title></head><body><dl><dt>${label}</dt><dd>青梧区公园管理办法</dd>
       <dt>发布日期</dt><dd>2023-06-16</dd></dl><h1>${heading}</h1><div id="zoom"><p>本办法共六章三十二条。</p></div></body></html>`,
      null,
    ).fields.title
  expect(page('《青梧区公园管理办法》政策解读', '文件名称')).toEqual(['《青梧区公园管理办法》政策解读'])
  expect(page('关于印发《青梧区公园管理办法》的通知', '文件名称')).toEqual(['青梧区公园管理办法'])
})
