import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import type { QueryNotice } from '../search/types.js'
import { searchUrl } from '../urls.js'
import { linkedRequest, noticeView } from './notices.js'

describe('noticeView', () => {
  const view = (notice: QueryNotice, q = '"中华') => noticeView(notice, newSearch({ q, page: 3 }))

  it('has a sentence for each kind, with what it is about', () => {
    const rewrite = '"中华"'
    expect(view({ kind: 'unbalanced-quote', phrase: '中华', rewrite }).text).toContain('“中华”')
    expect(view({ kind: 'unbalanced-quote', phrase: '', rewrite }).text).toContain('已忽略')
    expect(view({ kind: 'empty-quotes', rewrite }).text).toContain('引号里没有文字')
    expect(view({ kind: 'lone-operator', rewrite }).text).toContain('减号')
    expect(view({ kind: 'operators-in-exact' }).text).toContain('逐字匹配')
    expect(view({ kind: 'too-long', limit: 1500 }).text).toContain('前 1,500 个字')
    expect(view({ kind: 'nothing-to-find' }).text).toContain('没有可以查找的文字')
    expect(view({ kind: 'partial-match', missing: ['甲', '乙'] }).text).toContain('“甲”、“乙”')
    expect(view({ kind: 'partial-match', missing: [] }).text).not.toContain('未能')
  })

  it('links to the query as it was read, and to the other way to read it', () => {
    const { links } = view({ kind: 'unbalanced-quote', phrase: '中华', rewrite: '"中华"' })
    expect(links.map(({ url }) => url)).toEqual([
      searchUrl(newSearch({ q: '"中华"' })),
      searchUrl(newSearch({ q: '中华' })),
    ])
    const exact = noticeView({ kind: 'operators-in-exact' }, newSearch({ q: '甲 -乙', mode: 'exact' }))
    expect(exact.links.map(({ url }) => url)).toEqual([searchUrl(newSearch({ q: '甲 -乙' }))])
    expect(view({ kind: 'lone-operator', rewrite: '' }).links).toEqual([])
  })
})

describe('linkedRequest', () => {
  it('carries of a query that was cut only what was used', () => {
    const request = newSearch({ q: '电'.repeat(900) })
    expect(linkedRequest(request, [{ kind: 'too-long', limit: 500 }]).q).toHaveLength(500)
    expect(linkedRequest(request, [])).toBe(request)
  })
})
