import { describe, expect, it } from 'vitest'
import { VALIDITIES } from '../contract/validity.js'
import { readValidity } from './validity.js'

describe('readValidity', () => {
  it('knows the seven by their own names', () => {
    for (const validity of VALIDITIES) expect(readValidity(validity)).toBe(validity)
  })
  it.each([
    ['现行有效', '有效'],
    ['全文有效', '有效'],
    ['部分条款废止', '部分失效'],
    ['全文失效', '失效'],
    ['全文废止', '废止'],
    [' 有 效。', '有效'],
    ['In force', '有效'],
    ['已修订', '已修改'],
    ['已废止', '废止'],
    ['expired', '失效'],
    ['未生效', '尚未生效'],
    ['继续有效', '有效'],
    ['宣布失效', '失效'],
    ['宣布废止', '废止'],
  ])('reads %s', (value, expected) => expect(readValidity(value)).toBe(expected))
  it.each(['', '待定', 'constructor'])('does not know %j', (value) => expect(readValidity(value)).toBeNull())
})
