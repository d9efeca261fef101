import { describe, expect, it } from 'vitest'
import { withoutRadicals } from './radicals.js'

describe('withoutRadicals', () => {
  it('puts characters for radicals of both blocks', () => {
    expect(withoutRadicals('\u2ed8梧区\u2f08\u2ea0政府，\u2ed3\u2f5a2021年3\u2f49')).toBe(
      '青梧区人民政府，长片2021年3月',
    )
  })

  it('leaves all other compatibility forms as they are', () => {
    expect(withoutRadicals('①（１）Ａ㎡')).toBe('①（１）Ａ㎡')
  })
})
