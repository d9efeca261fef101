import { describe, expect, it } from 'vitest'
import { readHead } from './head.js'

const head = (lines: string[], title: string | null = null, headings: number[] = []) =>
  readHead(
    { paragraphs: [...lines, '正文。'.repeat(60)], headings: headings.map((paragraph) => ({ paragraph, level: 1 })) },
    title,
  )

describe('readHead', () => {
  it.each([
    [['(2021年3月2日)', '林 雨 晴', '同志们:'], '2021-03-02', '林雨晴'],
    [['（2003年1月10日 林雨晴）', '各位代表：'], '2003-01-10', '林雨晴'],
    [
      ['政府工作报告', '——2021年1月24日在某区第十届人民代表大会第五次会议上', '区长 林雨晴', '各位代表：'],
      '2021-01-24',
      '林雨晴',
    ],
    [['——2021年1月24日在某区第十届人民代表大会第五次会议上 自治区主席 林雨晴'], '2021-01-24', '林雨晴'],
    [['——1955年7月5日至6日在全国大会第二次会议上', '国务院副总理兼某委员会主任　林雨晴'], '1955-07-05', '林雨晴'],
    [['国务院代总理　林晴', '各位代表：'], null, '林晴'],
    [['二0一四年一月十五日在某市大会第二次会议上', '省 长 林 晴'], '2014-01-15', '林晴'],
    [['某省第九届人民代表大会第二次会议上（一九九九年一月二十七日）', '省长：林雨晴'], '1999-01-27', '林雨晴'],
    [['政府工作报告（2010年1月19日在某省大会第三次会议上 代省长 林雨晴）', '各位代表：'], '2010-01-19', '林雨晴'],
    [['某省省长林雨晴（2002年1月29日）'], '2002-01-29', '林雨晴'],
    [['——2009年1月在某省大会第三次会议上', '某省人民政府省长林雨晴'], '2009-01', '林雨晴'],
    [['2021年1月6日在自治区大会第三次会议上', '艾尔肯·吐逊', '各位代表：'], '2021-01-06', '艾尔肯·吐逊'],
    [['2021年1月6日在自治区大会第三次会议上', '自治区主席 乌云其其格'], '2021-01-06', '乌云其其格'],
    [['——2008年1月25日在某省大会第五次会议上', '省人民政府省长', '各位代表：'], '2008-01-25', null],
    [['1979年6月27日', '国家统计局'], '1979-06-27', null],
    [['某办公室关于某县在林雨晴副总理考察工作时所提问题办理情况的函'], null, null],
    [['目录', '前言'], null, null],
    [['中华人民共和国主席令第三号公布'], null, null],
    [['任务表', '序号　单位　时限', '1　桐花街道　2021年6月', '2　　梧叶街道　2021年9月5日'], null, null],
    [['二〇二一年　三月　二日', '林　雨　晴'], '2021-03-02', '林雨晴'],
    [['政府工作报告', '县长　李　四', '各位代表：'], null, '李四'],
    [['2021年3月5日，区长林雨晴在区政府主持召开专题会议，现纪要如下：'], '2021-03-05', null],
    [['自2021年3月1日起，区审计局派出审计组进行了审计。现将结果公告如下：'], null, null],
    [['根据安排，2021年3月1日至5日开展了检查，现将结果公告如下：'], null, null],
    [['2021年以来，我们完成了任务。', '2021年3月2日，会议召开。'], null, null],
  ])('reads %j', (lines, date, speaker) => expect(head(lines)).toMatchObject({ date, speaker }))

  it('reads the order that published a rule, where no other has changed it', () => {
    const note = '（2015年3月2日青梧区人民政府令第12号公布　自2015年5月1日起施行）'
    expect(head([note, '第一章　总则'])).toMatchObject({ docNumber: '青梧区人民政府令第12号', date: '2015-03-02' })
    const changed = '（2015年3月2日青梧区人民政府令第12号公布　根据2018年1月1日青梧区人民政府令第20号修正）'
    expect(head([changed, '第一章　总则']).docNumber).toBeNull()
  })

  it('reads date and speaker from the brackets of the title', () => {
    expect(head(['各位代表：'], '某省政府工作报告（2012年2月11日 林雨晴）')).toMatchObject({
      date: '2012-02-11',
      speaker: '林雨晴',
    })
    expect(head(['各位代表：'], '1999年1月27日 某省省长林雨晴 在某省大会第二次会议上作政府工作报告')).toMatchObject({
      date: '1999-01-27',
      speaker: '林雨晴',
    })
  })

  it('reads the speaker from the title of a speech', () => {
    expect(head(['同志们：'], '林雨晴同志在某区动员大会上的讲话').speaker).toBe('林雨晴')
    expect(head(['同志们：'], '区长林雨晴在某区动员大会开幕式上的致辞').speaker).toBe('林雨晴')
    expect(head(['同志们：'], '在某区动员大会上的讲话').speaker).toBeNull()
    expect(head(['同志们：'], '某区领导在某区动员大会上的讲话').speaker).toBeNull()
  })

  it('ends with the salutation or before the first numbered heading', () => {
    expect(head(['甲', '同志们：', '一、乙']).end).toBe(2)
    expect(head(['甲', '一、乙']).end).toBe(1)
    expect(head([]).end).toBe(0)
  })

  it('ends with the addressee', () => {
    expect(head(['关于绿化的请示', '青梧区人民政府：', '2021年3月2日至5日，区里调查了绿化', '甲']).end).toBe(2)
    expect(head(['关于绿化的请示', '联系单位：', '甲', '乙']).end).toBe(4)
  })

  it('reads an order and its number, and takes whoever signed it for no speaker', () => {
    expect(
      head(['青梧区人民政府令', '第 7 号', '《青梧区绿化办法》已经通过，现予公布。', '区长　林雨晴']),
    ).toMatchObject({
      docNumber: '青梧区人民政府令第7号',
      speaker: null,
    })
  })

  it('begins below a long lead', () => {
    expect(head(['导语'.repeat(80), '关于改革的决定', '2003年3月10日'], null, [1])).toMatchObject({
      date: '2003-03-10',
      end: 3,
    })
  })

  it('finds a document number on its line', () => {
    expect(head(['关于绿化的通知', '某府发〔2020〕1号', '各区人民政府：']).docNumber).toBe('某府发〔2020〕1号')
  })

  it.each([
    ['青梧区人民政府关于绿化的通知 青政发〔2020〕1号'],
    ['青梧区人民政府关于绿化的通知青政发〔2020〕1号'],
    ['（青政发〔2020〕1号　2020年5月6日）'],
    ['青政发〔2020〕1号　签发人：林雨晴'],
  ])('finds it among other words in %s', (line) => {
    expect(head([line, '各区人民政府：']).docNumber).toBe('青政发〔2020〕1号')
  })
})
