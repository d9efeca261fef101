import { describe, expect, it } from 'vitest'
import { readLetterhead } from './letterhead.js'

describe('readLetterhead', () => {
  it('ends above the title, and below the number of an order', () => {
    expect(readLetterhead(['000012', '特急', '青梧区人民政府文件', '签发人：林雨晴', '关于绿化的请示'], 0).end).toBe(4)
    expect(readLetterhead(['导语', '青梧区人民政府令', '（第七号）', '甲'], 1)).toEqual({
      end: 3,
      orderNumber: '青梧区人民政府令第七号',
      senders: ['青梧区人民政府'],
    })
  })

  it('names who shares it, by full names only', () => {
    const shared = ['青梧区民政局', '青梧区财政局', '文件', '青民发〔2020〕3号', '关于绿化的通知']
    expect(readLetterhead(shared, 0)).toMatchObject({ end: 4, senders: ['青梧区民政局', '青梧区财政局'] })
    expect(readLetterhead(['区民政局文件', '关于绿化的通知'], 0)).toMatchObject({ end: 1, senders: [] })
    // The first line of a title that is broken below the body.
    expect(readLetterhead(['青梧区民政局文件', '青梧区民政局', '关于绿化的通知'], 0).end).toBe(1)
  })

  it('names all who share it in a table, where 文件 stands beside one of them', () => {
    const number = '青财〔2022〕5号'
    const bodies = ['青河县财政局', '青河县教育局', '青河县民政局']
    for (const at of [0, 1, 2]) {
      const rows = bodies.map((body, row) => (row === at ? `${body}　文件` : `${body}　`))
      expect(readLetterhead([...rows, number, '关于助学的通知'], 0)).toMatchObject({ end: 4, senders: bodies })
    }
  })

  it('holds the series of minutes, who sends them when, and rules, where their title follows', () => {
    const minutes = ['会　议　纪　要', '〔２０１３〕第　５　号', '青梧区人民政府办公室　　2013年4月18日', '━━━━━']
    expect(readLetterhead([...minutes, '区政府第２０次常务会议纪要', '4月15日，召开会议。'], 0).end).toBe(4)
    expect(readLetterhead(['专题会议纪要', '（第5期）', '4月15日，区长主持召开会议。'], 0).end).toBe(0)
  })

  it.each(['青梧区人民政府', '招标文件', '秘密花园', '2021', '关于命令', ''])('takes %j for none', (line) =>
    expect(readLetterhead([line, '甲'], 0)).toEqual({ end: 0, orderNumber: null, senders: [] }),
  )
})
