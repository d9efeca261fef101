import { describe, expect, it } from 'vitest'
import { removeSiteMatter } from './html-site.js'
import { loadHtml } from './load-html.js'

const left = (body: string): string => {
  const page = loadHtml(`<body>${body}</body>`)
  removeSiteMatter(page)
  return page('body').text()
}

describe('what a site says of itself', () => {
  it.each([
    '<div>主办单位：青河县人民政府</div><div>地址：青河县人民路1号</div><div>网站标识码：1147000001</div>',
    '<p>版权所有：青河县人民政府。建议使用1024以上分辨率的浏览器访问本站，以获得更好的体验。</p>',
    '<p>本网站由青河县人民政府主办，未经许可不得转载。</p><p>粤ICP备05070829号　粤公网安备44170002号</p>',
    '<p><a href="/">网站地图</a></p><p>Copyright © 2022</p>',
  ])('goes, whatever it is called: %s', (footer) => {
    expect(left(`<div><p>正文。</p></div><div class="x">${footer}</div>`)).toBe('正文。')
  })

  it('goes where tools of the page stand below it', () =>
    expect(left('<p>正文。</p><p>版权所有：青河县</p><p>返回顶部</p>')).toBe('正文。返回顶部'))

  it.each([
    ['words of a document', '<p>各单位应当注明网站标识码：由十位数字组成。</p><p>版权所有者应当登记。</p>'],
    ['a contact below a text', '<div><p>材料寄至县政府办。</p><p>地址：青河县人民路1号　邮编：529500</p></div>'],
    [
      'a list of sites',
      '<table><tr><td>青河县政府网</td><td>粤ICP备05070829号</td></tr><tr><td>教育局</td><td>粤ICP备05070830号</td></tr></table>',
    ],
    ['what a text goes on after', '<p>版权所有：青河县档案馆</p><p>第一条 为了规范档案管理，制定本办法。</p>'],
  ])('is not %s', (_, body) => expect(left(body)).toBe(loadHtml(body)('body').text()))
})
