import { describe, expect, it } from 'vitest'
import { nearWhole } from './near-whole.js'

const TEXT = '县长说，路虽远，行则将至；办好云栖水库是青梧人自己的事，要由青梧人来决定。'

describe('nearWhole', () => {
  it('is how much of a quotation stands in a text in one piece', () => {
    expect(nearWhole(TEXT, '办好云栖水库是青梧人自己的事')).toBe(1)
    expect(nearWhole(TEXT, '办好云栖水库是青梧人自己的事情')).toBeCloseTo(14 / 15)
    expect(nearWhole(TEXT, '要办好云栖水库是青梧人自己的事')).toBeCloseTo(14 / 15)
  })

  it('takes no account of signs', () => {
    expect(nearWhole(TEXT, '路虽远行则将至')).toBe(0)
    expect(nearWhole(TEXT, '路虽远行则将至办好云栖')).toBe(1)
    expect(nearWhole(TEXT, '路虽远, 行则将至 办好')).toBe(1)
  })

  it('is nothing where it is little, or short, or a pasted text', () => {
    expect(nearWhole(TEXT, '云栖水库')).toBe(0)
    expect(nearWhole(TEXT, '云栖水库是青梧人说的另外几件事情')).toBe(0)
    expect(nearWhole(TEXT.repeat(4), TEXT.repeat(3))).toBe(0)
    expect(nearWhole('', '办好云栖水库是青梧人自己的事')).toBe(0)
  })
})
