import { normalize } from '../../indexer/contract/normalize.js'
import { describe, expect, it } from 'vitest'
import { endsWithName, fullNamesOf, isLawOn, isLawWithin, isNamedIn, isPlanNamedIn, nameIn } from './asked-name.js'

const law = (title: string) => ({ title, validity: '有效' as const })

describe('fullNamesOf', () => {
  it('tells what a short name of a text stands for, and nothing of other words', () => {
    expect(fullNamesOf('道交法')).toContain('道路交通安全法')
    expect(fullNamesOf('二十大报告')).toContain('在中国共产党第二十次全国代表大会上的报告')
    expect(fullNamesOf('养狗')).toEqual([])
    // The long name is short for nothing.
    expect(fullNamesOf('道路交通安全法')).toEqual([])
  })
})

describe('nameIn', () => {
  it.each([
    ['劳动合同法第三十九条', '劳动合同法'],
    ['十二五规划全文', '十二五规划'],
    ['2024年政府工作报告的全文', '政府工作报告'],
    ['养犬', '养犬'],
  ])('finds in %s the name %s', (whole, name) => expect(nameIn(whole)).toBe(name))
})

describe('endsWithName', () => {
  it('knows a title by its end, whatever it says in brackets after it', () => {
    expect(endsWithName(normalize('中国共产党纪律处分条例（2023年）'), '纪律处分条例')).toBe(true)
    expect(endsWithName('《纪律处分条例》单行本出版', '纪律处分条例')).toBe(false)
  })
})

describe('isNamedIn', () => {
  it('finds the name of a rule in a longer query', () => {
    expect(isNamedIn(['食品安全法十倍赔偿'], law('中华人民共和国食品安全法'))).toBe(true)
    expect(isNamedIn(['食品安全法十倍赔偿'], law('中华人民共和国食品安全法实施条例'))).toBe(false)
    expect(isNamedIn(['民法典怎么规定租赁'], law('中华人民共和国民法典第七百零三条'))).toBe(true)
    expect(isNamedIn(['端午放假'], { title: '端午', validity: '未标注' })).toBe(false)
  })
})

describe('isPlanNamedIn', () => {
  const called = fullNamesOf('十四五')

  it('finds the plan that is called so, and not what is said of it', () => {
    const plan = { title: '中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要' }
    expect(isPlanNamedIn(called, plan)).toBe(true)
    expect(isPlanNamedIn(fullNamesOf('十三五'), plan)).toBe(false)
    expect(isPlanNamedIn(called, { title: '关于制定第十四个五年规划的建议' })).toBe(false)
    expect(isPlanNamedIn(['2021年浙江省政府工作报告'], { title: '2021年浙江省政府工作报告' })).toBe(false)
  })
})

describe('isLawOn', () => {
  it('knows the law on what was asked for from the rules that carry it out', () => {
    expect(isLawOn('食品安全', law('中华人民共和国食品安全法（2018年修正）'))).toBe(true)
    expect(isLawOn('食品安全', law('中华人民共和国食品安全法实施条例'))).toBe(false)
    expect(isLawOn('食品', law('中华人民共和国食品安全法'))).toBe(false)
  })
})

describe('isLawWithin', () => {
  it('finds what a law is on in a longer query', () => {
    expect(isLawWithin(['外卖食品安全谁负责'], law('中华人民共和国食品安全法'))).toBe(true)
    expect(isLawWithin(['外卖食品安全谁负责'], law('中华人民共和国食品安全法实施条例'))).toBe(false)
    expect(isLawWithin(['外卖食品安全谁负责'], law('中华人民共和国食品安全法第三条'))).toBe(false)
    // Short words stand anywhere.
    expect(isLawWithin(['公司拖欠工资怎么办'], law('中华人民共和国公司法'))).toBe(false)
  })
})
