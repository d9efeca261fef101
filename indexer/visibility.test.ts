import { describe, expect, it } from 'vitest'
import { restriction } from './visibility.js'

const of = (visibility: string[], unknown: Record<string, string> = {}): string | null =>
  restriction({ fields: { visibility }, unknown })

describe('restriction', () => {
  it.each([
    '主动公开',
    ' 主 动 公 开 ',
    '公开',
    '面向社会',
    '政府网站、政府公报',
    '全文公开',
    '是',
    '无',
    '非涉密',
    'public',
    '',
  ])('lets what is %j be read', (value) => expect(of([value])).toBeNull())

  it.each([
    '依申请公开',
    '依申请',
    '依申请公开（部分）',
    '不予公开',
    '不公开',
    '否',
    '免予公开',
    '内部',
    '机密★1年',
    '暂不公开',
  ])('keeps back what is %s', (value) => expect(of([value])).toContain('不收入公开档案'))

  it('keeps back what it does not understand, and says how it can be let in', () => {
    expect(of(['2'])).toMatch(/无法判断.*visibility: 主动公开/)
  })

  it('looks at every value that is stated', () => {
    expect(of(['主动公开', '依申请公开'])).not.toBeNull()
  })

  it('believes a label that nobody knows where its value can mean nothing else', () => {
    expect(of([], { 备注: '不予公开' })).not.toBeNull()
    expect(of([], { 备注: '原为依申请公开，后已公布' })).toBeNull()
    expect(of([], { 备注: '否' })).toBeNull()
  })
})
