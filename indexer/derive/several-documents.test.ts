import { describe, expect, it } from 'vitest'
import { documentNumbersIn } from './several-documents.js'

const notice = (title: string, number: string): string[] => [title, number, '各镇人民政府：', '现将有关事项通知如下。']

describe('documentNumbersIn', () => {
  it('finds the documents of a gazette', () => {
    const gazette = [
      '青梧区人民政府公报',
      '2021年第3期',
      '目　录',
      '关于绿化的通知（青政发〔2021〕5号）……（1）',
      ...notice('青梧区人民政府关于绿化的通知', '青政发〔2021〕5号'),
      ...notice('青梧区人民政府关于供水的通知', '青政发〔2021〕 6 号'),
    ]
    expect(documentNumbersIn(gazette)).toEqual(['青政发〔2021〕5号', '青政发〔2021〕6号'])
  })

  it('finds none in one document, whatever others it names', () => {
    const one = notice('关于绿化的通知', '青政发〔2021〕5号')
    expect(documentNumbersIn(one)).toEqual([])
    expect(documentNumbersIn([...one, '依据：', '青政发〔2020〕1号', '青政发〔2020〕2号'])).toEqual([])
    expect(documentNumbersIn([...one, ...one])).toEqual([])
  })
})
