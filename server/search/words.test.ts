import { describe, expect, it } from 'vitest'
import { queryWords } from './words.js'

const words = (query: string): string[] => queryWords(query).map(({ word }) => word)

describe('queryWords', () => {
  it('keeps words whole that synonyms are listed for', () => {
    expect(words('高空抛物谁负责')).toEqual(['高空抛物', '谁', '负责'])
  })

  it('finds them where the cut has put their end into a word that there is not', () => {
    expect(words('醉驾判几年')).toEqual(['醉驾', '判', '几年'])
  })

  it('keeps a numeral together with what it counts', () => {
    expect(words('缴费年限15年')).toContain('15年')
    expect(words('18岁以下')[0]).toBe('18岁')
  })

  it('takes no end of a word that there is', () => {
    expect(words('主办事项')).toEqual(['主办', '事项'])
  })

  it('tells the words that ask from what is asked about', () => {
    expect(queryWords('醉驾判几年').filter(({ asks }) => asks)).toMatchObject([{ word: '几年', isContent: false }])
  })
})
