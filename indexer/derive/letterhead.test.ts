import { describe, expect, it } from 'vitest'
import { readLetterhead } from './letterhead.js'

describe('readLetterhead', () => {
  it('ends above the title, and below the number of an order', () => {
    expect(readLetterhead(['000012', '特急', '青梧区人民政府文件', '签发人：林雨晴', '关于绿化的请示'], 0).end).toBe(4)
    expect(readLetterhead(['导语', '青梧区人民政府令', '（第七号）', '甲'], 1)).toEqual({
      end: 3,
      orderNumber: '青梧区人民政府令第七号',
    })
  })

  it.each(['青梧区人民政府', '招标文件', '秘密花园', '2021', '关于命令', ''])('takes %j for none', (line) =>
    expect(readLetterhead([line, '甲'], 0)).toEqual({ end: 0, orderNumber: null }),
  )
})
