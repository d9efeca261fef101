import { describe, expect, it } from 'vitest'
import { keywordsOf } from './keywords.js'

describe('keywordsOf', () => {
  it('names what a document is about, its title before all', () => {
    const keywords = keywordsOf('青梧区既有住宅加装电梯实施办法', [
      '为方便居民出行，支持既有住宅加装电梯，制定本办法。',
      '加装电梯的补贴按楼层计算，由区财政承担。业主应当先行协商。',
    ])
    expect(keywords).toContain('电梯')
    expect(keywords).toContain('加装')
    expect(keywords.length).toBeLessThanOrEqual(6)
  })

  it('leaves out numbers, Latin words and single characters', () => {
    for (const keyword of keywordsOf('2021年PM2.5治理', ['全区 PM2.5 浓度下降 12%，优良天数 301 天。'])) {
      expect(keyword).toMatch(/^\p{Script=Han}{2,}$/u)
    }
  })

  it('finds nothing in nothing', () => {
    expect(keywordsOf('', [])).toEqual([])
  })
})
