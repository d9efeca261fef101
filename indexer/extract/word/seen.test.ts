import { describe, expect, it } from 'vitest'
import { docxOf } from '../../testing/files/office.js'
import { extractFile } from '../index.js'
import { leaveSeen } from './seen.js'
import { WordStyles } from './styles.js'
import { readXml } from './xml.js'
import { workOf } from '../../contract/testing/work.js'

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const paragraph = (runs: string, properties = '', mark = ''): string =>
  `<w:p><w:pPr>${properties}<w:rPr>${mark}</w:rPr></w:pPr>${runs}</w:p>`
const STYLES =
  '<w:style w:type="paragraph" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="NoteToo"><w:basedOn w:val="Note"/></w:style>' +
  '<w:style w:type="character" w:styleId="Inner"><w:rPr><w:vanish w:val="1"/></w:rPr></w:style>'

async function read(...blocks: string[]): Promise<string[]> {
  const { records } = await extractFile('a.docx', docxOf([{ xml: blocks.join('') }], { styles: STYLES }), null)
  return records[0]!.paragraphs
}

describe('what Word does not show', () => {
  it('is left out where text is hidden, by itself or by a style', async () => {
    expect(
      await read(
        paragraph(run('青梧区公告') + run('内部批示', '<w:vanish/>') + run('全文', '<w:vanish w:val="0"/>')),
        paragraph(run('经办人意见', '<w:rStyle w:val="Inner"/>') + run('如下。')),
        paragraph(run('不公开'), '<w:pStyle w:val="Note"/>'),
        paragraph(run('也不公开') + run('要公开', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="NoteToo"/>'),
      ),
    ).toEqual(['青梧区公告全文', '如下。', '要公开'])
  })

  it('is left out where a row or a shape is hidden, or changes deleted it', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`
    const box = (style: string, text: string): string =>
      `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="${style}"><v:textbox><w:txbxContent>${paragraph(run(text))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
    expect(
      await read(
        `<w:tbl><w:tr>${cell('街道')}${cell('株数')}</w:tr>` +
          `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('桐花街道')}${cell('17')}</w:tr>` +
          `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('梧叶街道')}${cell('9')}</w:tr>` +
          `<w:tr>${cell('青石街道')}${cell('5', '<w:cellDel w:id="2"/>')}${cell('6')}</w:tr></w:tbl>`,
        paragraph(run('甲') + box('visibility:hidden', '藏') + box('width:9pt', '框')),
        paragraph(run('乙') + `<w:del w:id="3"><w:r><w:delText>丙</w:delText></w:r></w:del>`),
        paragraph(`<w:moveFrom w:id="4">${run('移走')}</w:moveFrom>`),
      ),
    ).toEqual(['街道　株数', '青石街道　6', '甲', '框', '乙'])
  })

  it('joins paragraphs where it is the mark between them', async () => {
    const deleted = '<w:del w:id="1"/>'
    expect(
      await read(
        paragraph(run('一、总则。'), '', '<w:vanish/><w:specVanish/>'),
        paragraph(run('本办法适用于本区。')),
        paragraph(run('前半句，'), '', deleted),
        paragraph(run('全隐', '<w:vanish/>'), '', '<w:vanish/>'),
        paragraph(run('后半句。')),
        paragraph(run('表前。'), '', deleted),
        `<w:tbl><w:tr><w:tc>${paragraph(run('格'), '', deleted)}</w:tc><w:tc>${paragraph(run('格'))}</w:tc></w:tr></w:tbl>`,
        paragraph(run('末段。'), '', deleted),
      ),
    ).toEqual(['一、总则。本办法适用于本区。', '前半句，后半句。', '表前。', '格　格', '末段。'])
  })
})

it('gives the results of fields, and what stands below phonetic signs', async () => {
  expect(
    await read(
      paragraph(
        `${run('第')}<w:fldSimple w:instr="PAGE"><w:fldSimple w:instr="X">${run('3')}</w:fldSimple></w:fldSimple>${run('页')}` +
          `<w:r><w:ruby><w:rt>${run('wú')}</w:rt><w:rubyBase>${run('梧')}${run('桐', '<w:vanish/>')}</w:rubyBase></w:ruby></w:r>`,
      ),
      paragraph(
        `<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="begin"/><w:instrText>XE "藏"</w:instrText></w:r>` +
          `<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="end"/></w:r>${run('正文')}`,
      ),
    ),
  ).toEqual(['第3页梧', '正文'])
})

it('takes time in step with the length of a document', () => {
  const many = (mark: string): string => paragraph(run('字'), '', mark).repeat(20_000)
  const { root, write } = readXml(`<w:body>${many('<w:del/>')}${many('<w:vanish/>')}${paragraph(run('末'))}</w:body>`)
  expect(workOf(() => leaveSeen(root, new WordStyles(null)))).toBeLessThan(4_000)
  expect(write().match(/<w:p>/g)).toHaveLength(1)
})
