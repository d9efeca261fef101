import { describe, expect, it } from 'vitest'
import { isClosedVisibility } from '../visibility.js'
import { extractHtml } from './html.js'

const TEXT = '<div class="TRS_Editor"><p>现将有关事项通知如下，请各单位遵照执行，不得有误，特此通知。</p></div>'
const visibility = (head: string, below = ''): string[] | undefined =>
  extractHtml(`<html><body>${head}${TEXT}${below}</body></html>`, null).fields.visibility

describe('what a page says of its visibility', () => {
  it.each([
    ['<div><span>公开方式</span><span>依申请公开</span><span>发布机构</span><span>某局</span></div>'],
    ['<p><b>公开属性</b>：<i>不予公开</i></p>'],
    ['<div><em>索引号 1</em><em>公开类别：依申请公开</em></div>'],
    ['<div><span>公开方式</span><span>不对外公开</span></div>'],
    ['<div><span>公开方式</span><span>依申请公开（涉及商业秘密）</span></div>'],
    ['<section><h6>公 开 方 式</h6><h5> 依申请公开 </h5></section>'],
  ])('is found in any mark-up: %s', (head) => {
    expect(visibility(head)?.join()).toMatch(/依申请公开|不予公开|不对外公开/)
  })

  it('is found below the text', () => {
    expect(visibility('', '<div><span>公开方式</span><span>依申请公开</span></div>')).toEqual(['依申请公开'])
  })

  it('is found in the tags of the page', () => {
    const { fields } = extractHtml(
      `<html><head><meta name="公开方式" content="不予公开"><meta name="索引号" content="1/2"></head><body>${TEXT}</body></html>`,
      null,
    )
    expect(fields).toMatchObject({ visibility: ['不予公开'], index_number: ['1/2'] })
  })

  it.each([
    ['<form>公开方式 <select><option>主动公开</option><option selected>依申请公开</option></select></form>'],
    ['<input type="hidden" name="gkfs" value="依申请公开">'],
    ['<input name="openType" value="不予公开" readonly>'],
    ['<p>公开方式：<input type="radio">主动公开 <input type="radio" checked>依申请公开</p>'],
  ])('is found in a form: %s', (head) => {
    expect(visibility(head)?.some((value) => isClosedVisibility(value))).toBe(true)
  })

  it.each([
    ['<form><select><option selected>主动公开</option><option>依申请公开</option></select></form>'],
    ['<form><input name="q" value="依申请公开"><input name="gkfs" value="1"></form>'],
    ['<p>公开方式：<input type="radio" checked>主动公开 <input type="radio">依申请公开</p>'],
  ])('is nothing that is not chosen, and nothing that is searched for: %s', (head) => {
    expect((visibility(head) ?? []).filter(isClosedVisibility)).toEqual([])
  })

  it('is found in the tags of programs', () => {
    const { fields } = extractHtml(
      `<html><head><meta name="OpenType" content="依申请公开"></head><body>${TEXT}</body></html>`,
      null,
    )
    expect(fields.visibility).toEqual(['依申请公开'])
  })

  it('is no menu, and nothing that the text says', () => {
    expect(visibility('<div>公开方式 <a href="/y">依申请公开</a></div>')).toBeUndefined()
    expect(visibility('<div><span>公开方式</span><span>主动公开</span></div><div>依申请公开</div>')).toBeUndefined()
  })
})
