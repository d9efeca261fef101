import { describe, expect, it } from 'vitest'
import { doubts } from './doubts.js'

describe('doubts', () => {
  it('are about values that the page shows', () => {
    const notes = [
      { kind: 'doubtful' as const, field: 'written', message: '标明 2007 年，正文写的是 2008-01-22，以标明的为准' },
      { kind: 'damaged' as const, field: 'paragraphs', message: '有 2 处字节无法解码' },
      { kind: 'missing' as const, field: 'issuer', message: '没有发布机构' },
      { kind: 'unknown_label' as const, field: '密级', message: '没有与此标签对应的字段' },
    ]
    expect(doubts({ notes })).toEqual([
      '成文日期：标明 2007 年，正文写的是 2008-01-22，以标明的为准',
      '正文：有 2 处字节无法解码',
    ])
    expect(doubts({ notes: [] })).toEqual([])
  })

  it('name a field once', () => {
    const message = '发布日期 2021-08-20 早于成文日期 2021-08-24'
    const notes = [{ kind: 'published_before_written' as const, field: 'published', message }]
    expect(doubts({ notes })).toEqual([message])
  })
})
