import { describe, expect, it } from 'vitest'
import { signatureDate, signatures } from './signature.js'

describe('signatureDate', () => {
  it('reads a date alone on one of the last lines', () => {
    expect(signatureDate(['正文', '某办公室', '二〇二一年三月二日', '（此件公开发布）'])).toBe('2021-03-02')
    expect(signatureDate(['2021年3月2日', '甲', '乙', '丙', '丁'])).toBeNull()
    expect(signatureDate([])).toBeNull()
    expect(signatureDate(['正文', '二 〇 二 一 年 十 二 月 二 十 五 日'])).toBe('2021-12-25')
    expect(signatureDate(['正文', '2 0 2 1 年 3 月 2 日'])).toBe('2021-03-02')
  })

  it('reads the date below the signature before the attachments', () => {
    const notice = ['正文', '青梧区人民政府', '2021年3月5日', '（此件公开发布）']
    const attachment = ['青梧区绿化办法', '第一条', '第二条', '附件：1.表', '青梧区人民政府办公室　2021年3月8日印发']
    expect(signatureDate([...notice, ...attachment])).toBe('2021-03-05')
    expect(signatureDate([...notice, ...attachment, '2021年1月1日'])).toBe('2021-03-05')
  })

  it.each([
    [['区长　林雨晴', '2021年3月5日']],
    [['青梧区民政局　2021年3月5日']],
    [['青梧区民政局、财政局', '2021年3月5日']],
  ])('knows the signature %j', (lines) => expect(signatureDate([...lines, '甲', '乙', '丙', '丁'])).toBe('2021-03-05'))
})

it.each(['（盖章）', '（代章）', '(签章)'])('finds who signed above the seal %s', (seal) => {
  expect(signatures(['正文。', '青梧区民政局', seal, '2021年3月5日'], 0)).toEqual([['青梧区民政局']])
})
