import { describe, expect, it } from 'vitest'
import { areRelated, placesAtStart, placesIn } from './places.js'

describe('placesAtStart', () => {
  it.each([
    ['福建省人民政府', ['35']],
    ['2019年福建省政府工作报告', []],
    ['江苏省连云港市教育局', ['3207']],
    ['连云港市教育局', ['3207']],
    ['中共北京市委', ['11', '1101']],
    ['深圳经济特区中医药条例', ['4403']],
    ['恩施土家族苗族自治州人民政府', ['4228']],
    ['黔东南苗族侗族自治州自治条例', ['5226']],
    ['内蒙古自治区草原管理条例', ['15']],
    ['福州市鼓楼区民政局', ['350102']],
    ['中华人民共和国民法典', []],
    ['城市房地产管理法', []],
    ['朝阳产业发展办法', ['2113']],
    ['青梧区民政局', []],
  ])('%s begins with %j', (name, places) => expect(placesAtStart(name)).toEqual(places))

  it('knows a name that several places bear', () => {
    expect(placesAtStart('鼓楼区民政局').length).toBeGreaterThan(2)
  })
})

describe('placesIn', () => {
  it('finds places anywhere, with and without what they are', () => {
    expect(placesIn('我想在杭州租房')).toContain('3301')
    expect(placesIn('杭州市租房')).toContain('3301')
    expect(placesIn('海淀区入学')).toContain('110108')
    expect(placesIn('海淀入学')).toContain('110108')
    expect(placesIn('房屋租赁合同')).toEqual([])
  })
})

describe('areRelated', () => {
  it('holds for a place and what it lies in', () => {
    expect(areRelated('35', '3501')).toBe(true)
    expect(areRelated('3501', '35')).toBe(true)
    expect(areRelated('3501', '3502')).toBe(false)
  })
})
