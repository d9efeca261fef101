import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { chips } from './chips.js'

describe('chips', () => {
  it('has one for each filter and date, each leading to the search without it, on the first page', () => {
    const filters = { issuer: ['甲', '乙'], topic: ['A/B'], year: [], validity: [] }
    const shown = chips(newSearch({ q: 'x', filters, from: '2020', to: '2021-08', page: 3 }))
    expect(shown.map(({ label, value }) => `${label} ${value}`)).toEqual([
      '发布机构 甲',
      '发布机构 乙',
      '主题分类 A › B',
      '成文不早于 2020年',
      '成文不晚于 2021年8月',
    ])
    const jia = encodeURIComponent('甲')
    expect(shown[1]!.removeUrl).toBe(`/search?q=x&issuer=${jia}&topic=A%2FB&from=2020&to=2021-08`)
    expect(shown[4]!.removeUrl).not.toContain('to=')
  })

  it('is empty without filters', () => {
    expect(chips(newSearch({ q: 'x' }))).toEqual([])
  })
})
