import { describe, expect, it } from 'vitest'
import { issuerIn } from './issuer.js'

const BODY = ['各街道办事处：', '现将有关事项通知如下。'.repeat(12), '一、加强领导', '各单位要认真落实。']

const issuer = (paragraphs: string[], title: string | null = null, number: string | null = null) =>
  issuerIn({ paragraphs, headings: [] }, title, number)?.names ?? null

describe('issuerIn', () => {
  it.each([
    ['a letterhead', ['青 梧 区 民 政 局 文 件', '青民发〔2020〕3号', '关于绿化的通知', ...BODY]],
    ['a letter', ['青梧区民政局', '青民函〔2020〕3号', '关于绿化的函', ...BODY]],
    ['the title', ['青梧区民政局关于绿化的通知', ...BODY]],
    ['a signature', ['关于绿化的通知', ...BODY, '青梧区民政局', '2020年3月4日', '（此件公开发布）']],
    ['a sealed one', ['关于绿化的通知', ...BODY, '青梧区民政局（盖章）', '2020年3月4日']],
    ['one with the seal between', ['关于绿化的通知', ...BODY, '青梧区民政局', '（印章）', '2020年3月4日']],
    ['one on one line', ['关于绿化的通知', ...BODY, '青梧区民政局　2020年3月4日']],
  ])('takes it from %s', (_, paragraphs) =>
    expect(
      issuer(
        paragraphs,
        paragraphs.find((line) => line.includes('关于'))!,
      ),
    ).toEqual(['青梧区民政局']),
  )

  it('takes it from the number of an order and from the codes of the centre', () => {
    expect(issuer(['正文。'], '某办法', '青梧区人民政府令第7号')).toEqual(['青梧区人民政府'])
    expect(issuer(['正文。'], '关于某事的通知', '国办发〔2017〕47号')).toEqual(['国务院办公厅'])
    expect(issuer(['正文。'], '关于某事的通知', '青政发〔2017〕47号')).toBeNull()
  })

  it('takes it from who adopted it, but not who heard a report', () => {
    const line = '（2003年1月10日青梧市第十二届人民代表大会常务委员会第三次会议通过）'
    expect(issuer(['青梧市绿化条例', line], '青梧市绿化条例')).toEqual(['青梧市人民代表大会常务委员会'])
    expect(issuer(['政府工作报告', line], '政府工作报告')).toBeNull()
  })

  it('takes it from who first published a rule, however often it was changed', () => {
    const changed = '根据2015年7月9日青梧市人民政府令第88号《关于修改部分规章的决定》第一次修正'
    const notes = [
      `（2009年3月4日青梧市人民政府令第56号公布　${changed}）`,
      `（2009年3月1日市人民政府第12次常务会议通过　2009年3月4日青梧市人民政府令第56号发布　${changed.repeat(3)}）`,
      `（2009年3月4日青梧市人民政府第56号令公布）`,
    ]
    const title = '青梧市公园管理办法'
    for (const note of notes) expect(issuer([title, note, ...BODY], title)).toEqual(['青梧市人民政府'])
    expect(issuer([title, `（${changed}）`, ...BODY], title)).toBeNull()
  })

  it('has all that signed together, whoever heads the letterhead', () => {
    const signed = [...BODY, '青梧区民政局　青梧区财政局', '青梧区教育局', '2020年3月4日']
    const all = ['青梧区民政局', '青梧区财政局', '青梧区教育局']
    expect(issuer(['关于绿化的通知', ...signed], '关于绿化的通知')).toEqual(all)
    expect(issuer(['青梧区民政局文件', '青民发〔2020〕3号', '关于绿化的通知', ...signed])).toEqual(all)
    expect(issuer(['青梧区民政局', '青梧区财政局　文件', '青民发〔2020〕3号', '关于绿化的通知', ...BODY])).toEqual([
      '青梧区民政局',
      '青梧区财政局',
    ])
  })

  it('knows the long and the short name of one body', () => {
    const paragraphs = ['中共青梧区委文件', '青委发〔2020〕3号', '甲', ...BODY, '中共青梧区委员会', '2020年3月4日']
    expect(issuer(paragraphs)).toEqual(['中共青梧区委'])
  })

  it('gives none where two bodies are named', () => {
    const signed = [...BODY, '青梧区财政局', '2020年3月4日']
    expect(issuer(signed, '青梧区民政局关于绿化的通知')).toBeNull()
    expect(issuer([...signed, '青梧区教育局', '2020年3月5日'], '关于绿化的通知')).toBeNull()
  })

  it('gives none where a name may be that of many', () => {
    for (const name of ['区民政局', '我市教育局', '高新区管委会', '民政局', '全体干部', '办公室'])
      expect(issuer(['关于绿化的通知', ...BODY, name, '2020年3月4日'])).toBeNull()
    expect(issuer(['甲', ...BODY, '青梧区民政局　财政局', '2020年3月4日'])).toBeNull()
  })

  it('does not look into attachments, nor take the signature of what is passed on', () => {
    expect(issuer(['关于绿化的通知', ...BODY, '附件1', '申请表', '青梧区民政局', '2020年3月4日'])).toBeNull()
    const passedOn = ['关于转发绿化通知的通知', ...BODY, '青梧区民政局', '2020年3月4日']
    expect(issuer(passedOn, passedOn[0]!)).toBeNull()
    expect(issuer([...passedOn, '关于绿化的通知', '澜州市民政局', '2020年3月1日'], passedOn[0]!)).toEqual([
      '青梧区民政局',
    ])
  })

  it('takes a title about a document for none of its own', () => {
    expect(issuer(['正文。'], '青梧区民政局关于绿化的通知解读')).toBeNull()
    expect(issuer(['正文。'], '《青梧区民政局关于绿化的通知》')).toBeNull()
    expect(issuer(['正文。'], '青梧区民政局关于绿化的若干事')).toBeNull()
  })
})
