import { describe, expect, it } from 'vitest'
import { extractMarkdown } from './markdown.js'

const TYPED = `
        青梧区农村公路管理养护实施办法

                第一章　总　则

    第一条　为加强农村公路管理养护，保障农村
公路完好畅通，根据有关法律法规，结合本区实际
情况，制定本办法。
    第二条　本办法适用于本区行政区域内的县道

— 1 —

和乡道、村道以及桥梁、隧道和附属设施的管理、
养护。
    第三条　区交通局负责全区农村公路的管理养
护工作，街道办事处按照职责分工做好相关工作。
    一、经费
    第四条　经费列入预算，每年不少于GB 9704
standard一百万元，专款专用，任何单位和个人不
得截留。
                青梧区人民政府
                2011年5月23日

青梧区人民政府办公室                    2011年5月24日印发

— 2 —
`

const read = (content: string): string[] => extractMarkdown(content, false).paragraphs

describe('a text typed on pages', () => {
  it('has its paragraphs again, and no page numbers', () => {
    expect(read(TYPED)).toEqual([
      '青梧区农村公路管理养护实施办法',
      '第一章　总　则',
      '第一条　为加强农村公路管理养护，保障农村公路完好畅通，根据有关法律法规，结合本区实际情况，制定本办法。',
      '第二条　本办法适用于本区行政区域内的县道和乡道、村道以及桥梁、隧道和附属设施的管理、养护。',
      '第三条　区交通局负责全区农村公路的管理养护工作，街道办事处按照职责分工做好相关工作。',
      '一、经费',
      '第四条　经费列入预算，每年不少于GB 9704 standard一百万元，专款专用，任何单位和个人不得截留。',
      '青梧区人民政府',
      '2011年5月23日',
      '青梧区人民政府办公室                    2011年5月24日印发',
    ])
  })

  it('is not any text of short lines, nor one with a paragraph a line', () => {
    const list = Array.from({ length: 9 }, (_, n) => `第${n}街道办事处负责人及联系方式见附表所列各项内容`)
    expect(read(list.join('\n'))).toEqual(list)
    const letter = [
      '各街道办事处：',
      ...Array.from({ length: 8 }, () => '　　为做好防汛工作，现将有关事项通知如下，请认真执行。'),
    ]
    expect(read(letter.join('\n'))).toHaveLength(9)
  })

  it('may have its paragraphs set apart by empty lines', () => {
    const [one, two, three] = [
      '为加强农村公路管理养护，保障农村公路完好畅通，',
      '根据有关法律法规，结合本区实际情况，制定本意见',
      '。',
    ]
    const paragraph = [one, two, three, '']
    expect(read([...paragraph, '一、总体要求', '', ...paragraph, ...paragraph].join('\n'))).toEqual([
      `${one}${two}${three}`,
      '一、总体要求',
      `${one}${two}${three}`,
      `${one}${two}${three}`,
    ])
  })

  it('keeps a number that counts no pages', () => {
    expect(read('甲\n— 7 —\n乙')).toEqual(['甲', '— 7 —', '乙'])
  })
})

describe('breaks within a text', () => {
  it('are line ends, as Word and printers write them', async () => {
    const { extractFile } = await import('./index.js')
    const { records } = await extractFile('a.txt', Buffer.from('关于甲的通知\v各单位：\f附件'), null)
    expect(records[0]!.paragraphs).toEqual(['关于甲的通知', '各单位：', '附件'])
  })
})

describe('what a .txt may be', () => {
  it('is a piece of a page, or a table', async () => {
    const { extractFile } = await import('./index.js')
    const read = async (content: string) => (await extractFile('a.txt', Buffer.from(content), null)).records
    expect((await read('<div><p>各单位：</p><p>请报送材料。</p></div>'))[0]!.paragraphs).toEqual([
      '各单位：',
      '请报送材料。',
    ])
    expect((await read('<关于甲的通知>\n各单位：'))[0]!.paragraphs).toEqual(['<关于甲的通知>', '各单位：'])
    const rows = await read('标题\t文号\t公开方式\t正文\n甲\t青政发〔2015〕3号\t依申请公开\t内容三。\n')
    expect(rows).toMatchObject([{ position: 1, fields: { title: ['甲'], visibility: ['依申请公开'] } }])
    expect((await read('标题，内容\n各单位：'))[0]!.paragraphs).toHaveLength(2)
  })
})
