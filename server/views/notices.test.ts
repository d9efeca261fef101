import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import type { QueryNotice } from '../search/types.js'
import { searchUrl } from '../urls.js'
import { linkedRequest, noticeViews } from './notices.js'

describe('noticeViews', () => {
  const view = (notice: QueryNotice, q = '"中华') => noticeViews([notice], newSearch({ q, page: 3 }))[0]!

  it('has a sentence for each kind, with what it is about', () => {
    const rewrite = '"中华"'
    expect(view({ kind: 'unbalanced-quote', phrase: '中华', rewrite }).text).toContain('“中华”')
    expect(view({ kind: 'unbalanced-quote', phrase: '', rewrite }).text).toContain('已忽略')
    expect(view({ kind: 'empty-quotes', rewrite }).text).toContain('引号里没有文字')
    expect(view({ kind: 'lone-operator', rewrite }).text).toContain('减号')
    expect(view({ kind: 'operators-in-exact' }).text).toContain('逐字匹配')
    expect(view({ kind: 'too-long', limit: 1500 }).text).toContain('前 1,500 个字')
    expect(view({ kind: 'too-many', limit: 12 }).text).toContain('只使用了前 12 个')
    expect(view({ kind: 'nothing-to-find' }).text).toContain('没有可以查找的文字')
    expect(view({ kind: 'partial-match', missing: ['甲', '乙'] }).text).toContain('“甲”、“乙”')
    expect(view({ kind: 'partial-match', missing: [] }).text).not.toContain('未能')
    // Of three words one may be all that is left: how large the part is, the counts of each word say.
    expect(view({ kind: 'partial-match', missing: ['甲', '乙'] }).text).not.toContain('大部分')
    expect(view({ kind: 'narrowed' }).links).toMatchObject([{ label: '按相关程度排列，查看全部' }])
  })

  it('links to the query as it was read, and to the other way to read it', () => {
    const { links } = view({ kind: 'unbalanced-quote', phrase: '中华', rewrite: '"中华"' })
    expect(links.map(({ url }) => url)).toEqual([
      searchUrl(newSearch({ q: '"中华"' })),
      searchUrl(newSearch({ q: '中华' })),
    ])
    const exact = noticeViews([{ kind: 'operators-in-exact' }], newSearch({ q: '甲 -乙', mode: 'exact' }))[0]!
    expect(exact.links.map(({ url }) => url)).toEqual([searchUrl(newSearch({ q: '甲 -乙' }))])
    expect(view({ kind: 'lone-operator', rewrite: '' }).links).toEqual([])
  })

  it('says quietly that what was written at a time counts', () => {
    const [only, ...others] = noticeViews(
      [
        { kind: 'dated', of: '2023年7月' },
        { kind: 'dated', of: '2024年' },
      ],
      newSearch({ q: '2023-07 2024 夜市' }),
    )
    expect(others).toEqual([])
    expect(only).toMatchObject({ quiet: true, links: [] })
    expect(only!.text).toContain('“2023年7月”、“2024年”')
  })

  it('says of all synonyms together, quietly and first', () => {
    const views = noticeViews(
      [
        { kind: 'partial-match', missing: [] },
        { kind: 'synonyms', of: '养狗', others: ['养犬', '犬类'] },
        { kind: 'synonyms', of: '夜市', others: ['夜间经济'] },
      ],
      newSearch({ q: '养狗 夜市' }),
    )
    expect(views.map(({ quiet }) => quiet)).toEqual([true, false])
    expect(views[0]!.text).toContain('“养狗”也找“养犬”“犬类”，“夜市”也找“夜间经济”。')
  })
})

describe('linkedRequest', () => {
  it('carries of a query that was cut only what was used', () => {
    const request = newSearch({ q: '电'.repeat(900) })
    expect(linkedRequest(request, [{ kind: 'too-long', limit: 500 }]).q).toHaveLength(500)
    expect(linkedRequest(request, [])).toBe(request)
  })
})
