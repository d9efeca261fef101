import { describe, expect, it } from 'vitest'
import { newSearch } from '../params.js'
import { askedNumber, mentionsSearch } from './asked-number.js'

describe('askedNumber', () => {
  it.each([
    '国发〔2021〕5号',
    '国发2021 5号',
    '国发[2021]5号',
    '国发【2021】5号',
    '国发（2021）5号',
    '国发〔2021〕005号',
    '国发〔２０２１〕５号',
    '国发〔2021〕第5号',
    '国发二〇二一5号',
    ' 国 发 〔 2021 〕 5 号 ',
    '国发〔2021〕5号文',
    '国发〔2021〕5号文件',
    '文号：国发〔2021〕5号',
    '请问国发〔2021〕5号',
    '國發〔2021〕5號',
    '国发〔2021〕5',
  ])('reads the document number %s', (q) => {
    expect(askedNumber(q)).toMatchObject({ certain: true, number: { year: 2021, number: 5 } })
  })

  it.each([
    ['国务院令第 711 号', '国务院令第711号'],
    ['国令第711号', '国令第711号'],
  ])('reads the order %s', (q, text) => expect(askedNumber(q)).toMatchObject({ text, certain: true }))

  it.each([
    ...['675490773/2021-00278', '675490773 2021 00278', '675490773／2021－00278', '675490773-2021-00278'],
    ...[
      '６７５４９０７７３/2021-00278',
      '675490773 / 2021 - 00278',
      '索引号: 675490773/2021-00278',
      '675490773202100278',
    ],
  ])('reads the index number %s', (q) =>
    expect(askedNumber(q)).toEqual({
      text: '675490773/2021-00278',
      certain: true,
      number: null,
      key: '675490773202100278',
    }),
  )

  it('reads an index number with a credit code, in either case', () => {
    for (const q of ['11441700007280420Y/2021-00050', '11441700007280420y 2021-00050'])
      expect(askedNumber(q)).toMatchObject({ text: '11441700007280420Y/2021-00050', certain: true })
  })

  it.each(['招商引资 2021-8', '疫情 2021年8', '印发2021年1号', 'GZ032021-0012'])('is not certain of %s', (q) =>
    expect(askedNumber(q)).toMatchObject({ certain: false }),
  )

  it.each([
    '',
    '招商引资',
    '2021',
    '2021年',
    '2021-08-24',
    '5号',
    '"国发〔2021〕5号"',
    '国发〔2021〕5号的解读',
    'PM2.5',
    'a b',
  ])('takes %j for no number', (q) => expect(askedNumber(q)).toBeNull())
})

describe('askedNumber of a number after the name of its body', () => {
  it.each([
    ['国务院国发〔2018〕44号', '国发〔2018〕44号'],
    ['国务院办公厅国办发〔2018〕1号', '国办发〔2018〕1号'],
    ['国务院令第711号', '国务院令第711号'],
    ['国家税务总局公告2021年第5号', '国家税务总局公告2021年第5号'],
    ['教育部函〔2018〕1号', '教育部函〔2018〕1号'],
  ])('of %s is %s', (q, number) => expect(askedNumber(q)?.text).toBe(number))
})

describe('askedNumber of a number after other words', () => {
  it.each([
    '国务院 国发〔2018〕44号',
    '请问 国发〔2018〕44号',
    '国务院关于2018年度国家科学技术奖励的决定 国发〔2018〕44号',
    '《政府信息公开条例》 国务院令第711号',
  ])('is not certain: %s', (q) => expect(askedNumber(q)?.certain ?? false).toBe(false))

  it.each(['国 发〔2018〕44号', '国发 〔2018〕 44号', '国务院令 第711号', '文号 国发〔2018〕44号'])('is: %s', (q) =>
    expect(askedNumber(q)?.certain).toBe(true),
  )
})

describe('mentionsSearch', () => {
  const search = (q: string) => mentionsSearch(askedNumber(q)!)

  it('looks for a document number in all ways in which texts write it', () => {
    // As one exact string, 主席令第73号 is not found where 主席令第七十三号 stands.
    expect(search('主席令第七十三号')).toEqual(newSearch({ q: '主席令第73号', scope: 'text' }))
    expect(search('国发2021 5号')).toEqual(newSearch({ q: '国发〔2021〕5号', scope: 'text' }))
  })

  it('looks for an index number as it stands', () => {
    expect(search('675490773-2021-00278')).toMatchObject({ q: '675490773/2021-00278', mode: 'exact' })
  })
})
