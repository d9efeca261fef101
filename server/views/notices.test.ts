import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { linkedRequest, noticeText } from './notices.js'

describe('noticeText', () => {
  it('has a sentence for each kind, with what it is about', () => {
    expect(noticeText({ kind: 'unbalanced-quote', phrase: '中华' })).toContain('“中华”')
    expect(noticeText({ kind: 'unbalanced-quote', phrase: '' })).toContain('已忽略')
    expect(noticeText({ kind: 'too-long', limit: 1500 })).toContain('前 1,500 个字')
    expect(noticeText({ kind: 'nothing-to-find' })).toContain('没有可以查找的文字')
    expect(noticeText({ kind: 'partial-match', missing: ['甲', '乙'] })).toContain('“甲”、“乙”')
    expect(noticeText({ kind: 'partial-match', missing: [] })).not.toContain('未能')
  })
})

describe('linkedRequest', () => {
  it('carries of a query that was cut only what was used', () => {
    const request = newSearch({ q: '电'.repeat(900) })
    expect(linkedRequest(request, [{ kind: 'too-long', limit: 500 }]).q).toHaveLength(500)
    expect(linkedRequest(request, [])).toBe(request)
  })
})
