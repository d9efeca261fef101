import { describe, expect, it } from 'vitest'
import { withoutPageMarks } from './page-marks.js'

describe('withoutPageMarks', () => {
  it.each([
    ['第 1 页 共 2 页', '第 2 页 共 2 页'],
    ['第1页', '第2页'],
    ['第１页（共２页）', '第２页（共２页）'],
    ['- 1 -', '                     - 2 -'],
  ])('leaves out numbers that count up: %s', (one, other) =>
    expect(withoutPageMarks(['甲', '', one, '', '乙', other])).toEqual(['甲', '乙']),
  )

  it('leaves out what stands beside most of them', () => {
    const lines = [
      '某预案',
      '甲',
      '第1页',
      '某预案',
      '',
      '乙',
      '第2页',
      '',
      '某预案',
      '丙',
      '第3页',
      '某预案',
      '丁',
      '第4页',
    ]
    expect(withoutPageMarks(lines)).toEqual(['某预案', '甲', '乙', '丙', '丁'])
    const below = ['甲', '某区 政府', '第1页', '乙', '某区 政府', '第2页', '丙', '某区 政府', '第3页']
    expect(withoutPageMarks(below)).toEqual(['甲', '乙', '丙'])
  })

  it.each([[['甲', '第 7 页', '乙']], [['第1页', '甲', '第3页', '乙']], [['见第1页', '甲', '见第2页']]])(
    'keeps what counts no pages: %s',
    (lines) => expect(withoutPageMarks(lines)).toEqual(lines),
  )

  it('keeps what stands beside two of them only', () => {
    const lines = ['甲', '第1页', '序号　姓名', '乙', '第2页', '序号　姓名', '丙']
    expect(withoutPageMarks(lines)).toEqual(['甲', '序号　姓名', '乙', '序号　姓名', '丙'])
  })
})
