import { describe, expect, it } from 'vitest'
import { restrictionInText } from '../../derive/restriction-in-text.js'
import { docxOf, type WordBlock } from '../../testing/files/office.js'
import { extractFile } from '../index.js'

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`
const symbol = (char: string): string => `<w:r><w:sym w:font="Wingdings" w:char="${char}"/></w:r>`
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
const control = (isChecked: boolean): string =>
  `<w:sdt><w:sdtPr><w14:checkbox ${W14}><w14:checked w14:val="${isChecked ? 1 : 0}"/></w14:checkbox></w:sdtPr>` +
  `<w:sdtContent>${run(isChecked ? '☒' : '☐')}</w:sdtContent></w:sdt>`

async function restrictionOf(last: WordBlock[], parts: Record<string, string> = {}): Promise<string | null> {
  const text = ['关于绿化的通知', '各单位：', '现将有关事项通知如下。', ...last]
  const { records } = await extractFile('a.docx', docxOf(text, { parts }), null)
  return restrictionInText(records[0]!.paragraphs)
}
const options = (box: (isTicked: boolean) => string, ticked: number): WordBlock[] => {
  const option = (name: string, at: number): string => box(at === ticked) + run(`${name}　`)
  return [{ xml: paragraph(run('公开方式：') + ['主动公开', '依申请公开', '不予公开'].map(option).join('')) }]
}

describe('what a DOCX says of its visibility', () => {
  it.each(['F0FE', 'F0FD', 'F0FC'])('is a box that is ticked as a symbol, %s', async (char) => {
    const box = (isTicked: boolean): string => symbol(isTicked ? char : 'F06F')
    expect(await restrictionOf(options(box, 1))).toBe('依申请公开')
    expect(await restrictionOf(options(box, 0))).toBeNull()
  })

  it('is a box of Word that is ticked', async () => {
    expect(await restrictionOf(options(control, 2))).toBe('不予公开')
    expect(await restrictionOf(options(control, 0))).toBeNull()
  })

  it('may stand in the header or the footer', async () => {
    const header = (text: string) => ({ header1: `<w:hdr>${paragraph(run(text))}</w:hdr>` })
    const footer = (text: string) => ({ footer1: `<w:ftr>${paragraph(run(text))}</w:ftr>` })
    expect(await restrictionOf([], header('内部资料　注意保存'))).toBe('内部资料')
    expect(await restrictionOf([], header('机密★1年'))).toBe('机密★1年')
    expect(await restrictionOf([], footer('公开方式：依申请公开'))).toBe('依申请公开')
    expect(await restrictionOf([], footer('公开方式：主动公开'))).toBeNull()
  })
})
