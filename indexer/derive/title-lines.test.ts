import { describe, expect, it } from 'vitest'
import { titleLines } from './title-lines.js'

describe('titleLines', () => {
  const titles = (paragraphs: string[], headings: number[]) =>
    titleLines({ paragraphs, headings: headings.map((paragraph) => ({ paragraph, level: 7 })) })

  it('takes the first heading and the one below it', () => {
    expect(titles(['政府工作报告[1]', '为实现目标而奋斗', '——2020年1月1日在会议上', '各位代表：'], [0, 1, 2])).toEqual([
      '政府工作报告',
      '为实现目标而奋斗',
    ])
  })

  it('leaves out the number that stands beside the title', () => {
    expect(titles(['青梧区人民政府关于绿化的通知青政发〔2020〕1号', '各单位：'], [])).toEqual([
      '青梧区人民政府关于绿化的通知',
    ])
  })

  it('takes a first line that is no heading, but no date, name or sentence', () => {
    expect(titles(['关于绿化的通知', '各单位：'], [])).toEqual(['关于绿化的通知'])
    for (const line of ['2020年1月1日', '林雨晴', '这是一句话。', '某府发〔2020〕1号', '各位代表：'])
      expect(titles([line, '各单位：'], [])).toEqual([])
  })

  const unmarked = (paragraphs: string[]) => titles([...paragraphs, '正文。'.repeat(40)], [])

  it.each([
    [['000012', '机密★1年', '特 急', '青梧区人民政府办公室文件', '青政办发〔2021〕5号']],
    [['000012　机密★1年', '青梧区人民政府办公室文件', '青政办发〔2021〕5号　签发人：林雨晴']],
    [['青梧区人民政府办公室', '青政办函〔2021〕5号']],
    [['青梧区民政局公告', '2021年第5号']],
    [['青梧区税务局公告2021年第5号']],
  ])('finds the title below the letterhead %j', (letterhead) => {
    expect(unmarked([...letterhead, '关于绿化的通知', '各单位：'])).toEqual(['关于绿化的通知'])
  })

  it.each([
    [
      ['青梧区人民政府办公室', '关于印发《青梧区绿化办法》的', '通    知'],
      '青梧区人民政府办公室关于印发《青梧区绿化办法》的通知',
    ],
    [['青梧区人民政府关于印发绿化行动方案', '的通知'], '青梧区人民政府关于印发绿化行动方案的通知'],
    [['关于推行公示制度', '审核制度的意见'], '关于推行公示制度审核制度的意见'],
    [['青梧区绿化管理办法', '（试行）'], '青梧区绿化管理办法（试行）'],
    [['青梧区', '2021年统计公报'], '青梧区2021年统计公报'],
  ])('puts the broken title %j together', (lines, title) => {
    expect(unmarked([...lines, '青政发〔2021〕5号', '各单位：'])).toEqual([title])
  })

  it('leaves lines apart that make no title together', () => {
    expect(unmarked(['为绿化而奋斗', '努力前进', '各单位：'])).toEqual(['为绿化而奋斗'])
    expect(unmarked(['相关通知', '关于绿化的通知', '青政发〔2021〕5号'])).toEqual(['相关通知'])
    expect(unmarked(['关于绿化的通知', '青梧区2021年方案', '各单位：'])).toEqual(['关于绿化的通知'])
    expect(titles(['青梧区', '2021年统计公报', '各单位：'], [0])).toEqual(['青梧区'])
  })

  it('passes over what a telegram has above its title', () => {
    const above = ['传真电报', '发往：各乡镇', '签批盖章：林雨晴', '等级：特急·明电', '青政电〔2021〕4号']
    expect(unmarked([...above, '关于防范强降雨的紧急通知', '各乡镇：'])).toEqual(['关于防范强降雨的紧急通知'])
  })

  it('adds the state of the text that stands above the title', () => {
    expect(unmarked(['（征求意见稿）', '青梧区养犬管理办法'])).toEqual(['青梧区养犬管理办法（征求意见稿）'])
    expect(unmarked(['送审稿', '关于绿化的通知', '各单位：'])).toEqual(['关于绿化的通知（送审稿）'])
    expect(unmarked(['征求意见稿', '青梧区养犬管理办法（征求意见稿）'])).toEqual(['青梧区养犬管理办法（征求意见稿）'])
  })

  it('names an announcement without a title by its number', () => {
    const text = ['青河县人民政府公告', '2019年第3号', '为了保护水源，现决定禁止在水库钓鱼。']
    expect(unmarked(text)).toEqual(['青河县人民政府公告2019年第3号'])
  })

  it('names an order by what it publishes', () => {
    const lines = [
      '青梧区人民政府令',
      '第7号',
      '根据《某法》，现公布《青梧区绿化办法》。',
      '青梧区绿化办法',
      '第一章 总则',
    ]
    expect(titles(lines, [])).toEqual(['青梧区绿化办法'])
    expect(titles(['青梧区人民政府令', '第7号', '《青梧区绿化办法》已经通过，现予公布。'], [])).toEqual([
      '青梧区绿化办法',
    ])
    expect(titles(['青梧区人民政府令', '第7号', '根据《某法》，现公布如下。'], [])).toEqual([])
  })
})
