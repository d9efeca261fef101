import { describe, expect, it } from 'vitest'
import { workOf } from '../contract/testing/work.js'
import { kindByContent } from './kinds.js'

describe('kindByContent', () => {
  it.each([
    ['甲<br>乙', 'html'],
    ['甲</p>', 'html'],
    ['<p 甲', 'plain'],
    ['3 < 5，7 > 6', 'plain'],
    ['> 甲 <b', 'plain'],
  ])('takes %j under the name of a page for %s', (content, kind) => {
    expect(kindByContent(content, 'html')).toBe(kind)
  })

  it('takes time in step with a page of tags that are never closed', () => {
    const content = '</'.repeat(60_000)
    expect(workOf(() => expect(kindByContent(content, 'html')).toBe('plain'))).toBeLessThan(1_000)
  })
})
