import { describe, expect, it } from 'vitest'
import { docxOf } from '../../testing/files/office.js'
import { extractFile } from '../index.js'

const paragraph = (...texts: string[]): string =>
  `<w:p>${texts.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('')}</w:p>`

async function read(header: string, blocks: string[]) {
  const parts = { header1: `<w:hdr>${header}</w:hdr>`, footer1: `<w:ftr>${paragraph('第 1 页')}</w:ftr>` }
  const text = blocks.map((block) => (block.startsWith('#') ? { heading: 1, text: block.slice(1) } : block))
  return (await extractFile('a.docx', docxOf(text, { parts }), null)).records[0]!
}

describe('the headers of a DOCX', () => {
  it('give the letterhead that they hold, and not what every page says', async () => {
    const header =
      paragraph('青梧区', '人民政府文件') +
      paragraph('机密★1年') +
      paragraph('青政发〔2020〕3号') +
      paragraph('青梧区政府公报')
    const { paragraphs, headings } = await read(header, ['#关于绿化的通知', '各街道办事处：'])
    expect(paragraphs).toEqual([
      '青梧区人民政府文件',
      '机密★1年',
      '青政发〔2020〕3号',
      '关于绿化的通知',
      '各街道办事处：',
    ])
    expect(headings).toEqual([{ paragraph: 3, level: 1 }])
  })

  it('give nothing that the text has itself, or that is hidden', async () => {
    const hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>青政发〔2020〕4号</w:t></w:r></w:p>'
    const text = ['青 梧 区 人 民 政 府 文 件', '关于绿化的通知']
    expect((await read(paragraph('青梧区人民政府文件') + hidden, text)).paragraphs).toEqual(text)
    expect((await read(paragraph('质量管理体系文件'), text)).paragraphs).toEqual(text)
  })
})

it('reads notes and what changes insert, and no comments or what changes deleted', async () => {
  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
  const changed =
    `<w:p>${run('甲')}<w:r><w:footnoteReference w:id="1"/></w:r><w:ins w:id="1">${run('乙')}</w:ins>` +
    `<w:del w:id="2"><w:r><w:delText>丙</w:delText></w:r></w:del><w:commentRangeStart w:id="5"/>${run('丁')}` +
    `<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>`
  const parts = {
    footnotes: `<w:footnotes><w:footnote w:id="1">${paragraph('脚注。')}</w:footnote></w:footnotes>`,
    endnotes: `<w:endnotes><w:endnote w:id="1">${paragraph('尾注。')}</w:endnote></w:endnotes>`,
    comments: `<w:comments><w:comment w:id="5">${paragraph('批注')}</w:comment></w:comments>`,
  }
  const { records } = await extractFile('a.docx', docxOf([{ xml: changed }], { parts }), null)
  expect(records[0]!.paragraphs).toEqual(['甲[1]乙丁[2]', '1. 脚注。', '2. 尾注。'])
})
