import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { sampleDocument } from '../testing/memory-archive.js'
import { hitSummary, queryToMark } from './hit.js'

describe('hitSummary', () => {
  it('shows the document number, else the index number', () => {
    expect(hitSummary(sampleDocument({ doc_number: '国发〔2021〕5号' })).number).toBe('国发〔2021〕5号')
    expect(hitSummary(sampleDocument()).number).toBe('675490773/2021-00278')
  })

  it('warns of what is not in force, and of nothing else', () => {
    expect(hitSummary(sampleDocument({ validity: '失效' })).validity?.label).toBe('失效')
    expect(hitSummary(sampleDocument({ validity: '有效' })).validity).toBeNull()
    expect(hitSummary(sampleDocument({ validity: '未标注', written: null }))).toMatchObject({ validity: null, date: null })
  })
})

describe('queryToMark', () => {
  it('makes a phrase of an exact query that has no quotation marks of its own', () => {
    expect(queryToMark(newSearch({ q: 'a b', mode: 'exact' }))).toBe('"a b"')
    expect(queryToMark(newSearch({ q: '“放管服”改革', mode: 'exact' }))).toBe('“放管服”改革')
    expect(queryToMark(newSearch({ q: 'a b' }))).toBe('a b')
    expect(queryToMark(newSearch({ mode: 'exact' }))).toBe('')
  })
})
