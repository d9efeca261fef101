import { describe, expect, it } from 'vitest'
import { formatDocNumber, isNoDocNumber, parseDocNumber, readDocNumber } from './doc-number.js'

describe('parseDocNumber', () => {
  it.each([
    '国发〔2021〕5号',
    '国发[2021]5号',
    '国发(2021)5号',
    '国发（2021）5号',
    '国发【2021】5号',
    '国发〔２０２１〕５号',
    '国发〔2021〕05号',
    '国发〔2021〕第5号',
    '国发 〔 2021 〕 5 号',
    '国 发〔2021〕5号',
    '（国发〔2021〕5号）',
    '国发2021 5号',
    '国发 2021-5',
    '国发2021年第5号',
    '国发〔２０２１〕００５号',
    '国发﹝2021﹞5号',
    '国发〔2021 5号',
    '国发二〇二一5号',
    '国发〔二○二一〕五号',
    '国发20215号',
    '国发２０２１　５号',
    '国 发 2021 5 号',
    '国发〔2021〕5号文',
    '国发〔2021〕5号文件',
  ])('reads %s', (value) => expect(parseDocNumber(value)).toEqual({ code: '国发', year: 2021, number: 5 }))

  it.each(['', '无〔〕号', '国发', '国发〔2021〕0号', '国发〔1021〕5号', '2021', '营商环境20215号', '令', '第5号'])(
    'takes %j for no number',
    (value) => expect(parseDocNumber(value)).toBeNull(),
  )

  it.each([
    ['国令第711号', '国令'],
    ['国务院令第 711 号', '国务院令'],
    ['国务院令第七百一十一号', '国务院令'],
    ['中华人民共和国国务院令 第711号', '中华人民共和国国务院令'],
    ['国务院第711号令', '国务院令'],
    ['第七百一十一号国务院令', '国务院令'],
  ])('reads the order %s', (value, code) => expect(parseDocNumber(value)).toEqual({ code, year: null, number: 711 }))

  it('reads the announcement 国家税务总局公告2021年第5号', () => {
    expect(parseDocNumber('国家税务总局公告2021年第5号')).toEqual({ code: '国家税务总局公告', year: 2021, number: 5 })
  })

  it.each([
    ['阳府办函〔2021〕9号', { code: '阳府办函', year: 2021, number: 9 }],
    ['国家税务总局公告2021年第5号', { code: '国家税务总局公告', year: 2021, number: 5 }],
    ['国令第711号', { code: '国令', year: null, number: 711 }],
  ])('is undone by formatDocNumber: %s', (text, number) => {
    expect(formatDocNumber(number)).toBe(text)
    expect(parseDocNumber(text)).toEqual(number)
  })
})

describe('readDocNumber', () => {
  it.each(['国发〔2021〕5号', '国发2021-5', '国发 2021 5号', '工作 2021 第5号', '国务院令第711号'])(
    'is sure of %s',
    (value) => expect(readDocNumber(value)).toMatchObject({ certain: true }),
  )
  it.each(['招商引资 2021-8', '工作报告 2021 8', '疫情 2021年8'])('is not sure of %s', (value) =>
    expect(readDocNumber(value)).toMatchObject({ certain: false }),
  )
})

describe('isNoDocNumber', () => {
  it.each(['', '无', '无〔〕号', '无 〔 〕 号', '〔〕号', '()号', '—', '/', '无文号'])('says so of %j', (value) =>
    expect(isNoDocNumber(value)).toBe(true),
  )
  it.each(['国发〔2021〕5号', '国令第744号', '第5号'])('does not say so of %j', (value) =>
    expect(isNoDocNumber(value)).toBe(false),
  )
})
