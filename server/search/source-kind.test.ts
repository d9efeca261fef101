import { describe, expect, it } from 'vitest'
import { isAmendment, isOfPress, isRule } from './source-kind.js'

describe('isRule', () => {
  it.each([
    ['中华人民共和国契税法', true],
    ['中华人民共和国民法典（婚姻家庭编）', true],
    ['中华人民共和国民法典第一千零七十七条', true],
    ['青梧区养犬管理办法（试行）', true],
    ['李强签署国务院令 公布《退役军人安置条例》', false],
    ['2024年国务院政府工作报告', false],
  ])('of %s is %s', (title, expected) => expect(isRule({ title, validity: '未标注' })).toBe(expected))

  it('is true of whatever states whether it is in force', () => {
    expect(isRule({ title: '关于加强养犬管理的通知', validity: '有效' })).toBe(true)
  })
})

describe('isAmendment', () => {
  it.each([
    ['中华人民共和国刑法修正案（十二）', true],
    ['国务院关于修改〈停车场管理条例〉的决定', true],
    ['中华人民共和国刑法', false],
    ['中华人民共和国公司法（2018年修正）', false],
    ['关于修改完善预案的通知', false],
  ])('of %s is %s', (title, expected) => expect(isAmendment({ title })).toBe(expected))
})

describe('isOfPress', () => {
  it('goes by the body', () => {
    expect(isOfPress({ issuer: '中央广播电视总台', title: '' })).toBe(true)
    expect(isOfPress({ issuer: '国家广播电视总局', title: '' })).toBe(false)
    expect(isOfPress({ issuer: '国务院新闻办公室', title: '' })).toBe(false)
    expect(isOfPress({ issuer: '国务院', title: '' })).toBe(false)
    expect(isOfPress({ issuer: null, title: '' })).toBe(false)
  })

  it.each([
    ['区长在抗洪抢险表彰大会上的讲话', false],
    ['区长发表二〇二四年新年贺词', false],
    ['日报评论员文章：再接再厉——论学习贯彻在抗洪抢险表彰大会上的讲话', true],
    ['各界积极评价二〇二四年新年贺词', true],
    ['区长出席抗洪抢险表彰大会并讲话', true],
  ])('knows %s for a speech that it printed, or for its own: %s', (title, expected) => {
    expect(isOfPress({ issuer: '新华社', title })).toBe(expected)
  })
})
