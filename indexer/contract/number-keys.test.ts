import { describe, expect, it } from 'vitest'
import { indexKey, numberAttributes, seriesKey } from './number-keys.js'

describe('seriesKey', () => {
  it('is one for all names of a series', () => {
    const orders = ['国令', '国务院令', '國務院令', '中华人民共和国国务院令']
    expect(new Set(orders.map((code) => seriesKey({ code, year: null })))).toEqual(new Set(['国务院令/-']))
    expect(seriesKey({ code: '国发', year: 2021 })).toBe('国发/2021')
    expect(seriesKey({ code: 'constructor', year: 2021 })).toBe('constructor/2021')
  })
})

describe('indexKey', () => {
  it.each([
    '675490773/2021-00278',
    '675490773／2021－00278',
    ' 675490773 2021 00278 ',
    '６７５４９０７７３-2021/00278',
  ])('reads %s', (value) => expect(indexKey(value)).toBe('675490773202100278'))
  it('does not mind the case of letters', () => expect(indexKey('11y/2021-1')).toBe(indexKey('11Y / 2021-1')))
})

describe('numberAttributes', () => {
  it('has what the document has', () => {
    expect(numberAttributes({ doc_number: '国发〔2021〕5号', index_number: '000014349/2021-00005' })).toEqual({
      number_series: '国发/2021',
      number_serial: 5,
      index_key: '000014349202100005',
    })
    expect(numberAttributes({ doc_number: '国令第711号', index_number: null })).toEqual({
      number_series: '国务院令/-',
      number_serial: 711,
    })
    expect(numberAttributes({ doc_number: '无此格式', index_number: null })).toEqual({})
  })
})
