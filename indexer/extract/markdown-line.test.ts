import { describe, expect, it } from 'vitest'
import { workOf } from '../contract/testing/work.js'
import { cleanInline } from './markdown-line.js'

describe('cleanInline', () => {
  it.each([
    ['![图](a.png)甲', '图甲'],
    ['甲[^1]乙', '甲[1]乙'],
    ['__甲乙__丙', '甲乙丙'],
    [`__${'甲'.repeat(1000)}__`, '甲'.repeat(1000)],
  ])('takes the marks of %s away', (line, words) => expect(cleanInline(line)).toBe(words))

  it.each(['![', '[^', '__a '])('takes time in step with a line of %j', (mark) => {
    const line = mark.repeat(50_000)
    expect(workOf(() => expect(cleanInline(line)).toBe(line))).toBeLessThan(3_000)
  })
})
