import { describe, expect, it } from 'vitest'
import { formatDocNumber, isNoDocNumber, parseDocNumber } from './doc-number.js'

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
  ])('reads %s', (value) => expect(parseDocNumber(value)).toEqual({ code: '国发', year: 2021, number: 5 }))

  it.each(['', '无〔〕号', '国发', '国令第744号', '国发〔2021〕0号', '国发〔1021〕5号', '国发20215号', '2021'])(
    'takes %j for no number',
    (value) => expect(parseDocNumber(value)).toBeNull(),
  )

  it('is undone by formatDocNumber', () => {
    const number = { code: '阳府办函', year: 2021, number: 9 }
    expect(formatDocNumber(number)).toBe('阳府办函〔2021〕9号')
    expect(parseDocNumber(formatDocNumber(number))).toEqual(number)
  })
})

describe('isNoDocNumber', () => {
  it.each(['', '无', '无〔〕号', '无 〔 〕 号', '〔〕号', '()号', '—', '/', '无文号'])('says so of %j', (value) =>
    expect(isNoDocNumber(value)).toBe(true),
  )
  it.each(['国发〔2021〕5号', '国令第744号', '第5号'])('does not say so of %j', (value) =>
    expect(isNoDocNumber(value)).toBe(false),
  )
})
