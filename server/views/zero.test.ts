import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { zeroResults } from './zero.js'

const zero = (q: string) => zeroResults(newSearch({ q }), { terms: [], relaxed: [] })

describe('zeroResults', () => {
  it.each(['OR', '-', '""', '，。！'])('does not say of %j, which asks for nothing, that nothing was found', (q) => {
    const { heading, reason, tips } = zero(q)
    expect(heading).toBe('没有写要查找的词')
    expect(reason).toBe('输入的内容里没有可以查找的文字。')
    expect(tips.join('')).not.toContain('错别字')
  })

  it('says what was only left out', () => {
    expect(zero('-草案 -意见').reason).toBe('只写了不要包含的“草案”“意见”。请再写一个要查找的词。')
  })

  it('gives advice on words where there were some', () => {
    expect(zero('火星')).toMatchObject({ heading: '没有找到符合条件的文件', reason: null })
    expect(zero('火星').tips.join('')).toContain('错别字')
  })
})
