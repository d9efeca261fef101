import { describe, expect, it } from 'vitest'
import { inMarks, quoted } from './text.quoted.zh.js'

describe('quoted', () => {
  it.each([
    ['营商环境', '“营商环境”'],
    ['"营商环境"', '“营商环境”'],
    ['“营商环境”', '“营商环境”'],
    ['"甲" OR "乙"', '“"甲" OR "乙"”'],
    ['"', '“"”'],
  ])('%s stands in one pair of marks', (typed, said) => {
    expect([quoted(typed), inMarks(typed)]).toEqual([said, said])
  })

  it('is cut where it is long', () => {
    expect(quoted('字'.repeat(41))).toBe(`“${'字'.repeat(40)}…”`)
  })
})
