import { expect, it } from 'vitest'
import { docxOf, type WordBlock } from '../../testing/files/office.js'
import { outlineOf } from '../../derive/outline.js'
import { extractFile } from '../index.js'

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const definition = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const num = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`

const item = (text: string, numId: number, at = 0, more = ''): WordBlock => ({
  xml: `<w:p><w:pPr>${more}<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`,
})
const styled = (text: string, style: string, more = ''): WordBlock => ({
  xml: `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`,
})

async function read(numbering: string, blocks: WordBlock[], styles = '') {
  const { records } = await extractFile('a.docx', docxOf(blocks, { numbering, styles }), null)
  return records[0]!
}

const OUTLINE = definition(
  7,
  level(0, 'chineseCounting', '%1、'),
  level(1, 'chineseCountingThousand', '（%2）'),
  level(2, 'decimal', '%3.'),
)

it('counts the levels of a list through the document, and its headings are found as if typed', async () => {
  const record = await read(OUTLINE + num(3, 7), [
    '青梧区古树名木保护方案',
    item('总体要求', 3),
    '本区共有古树一百二十六株。',
    item('基本原则', 3, 1),
    item('政府主导。', 3, 2),
    item('社会参与。', 3, 2),
    item('工作目标', 3, 1),
    item('全部建档。', 3, 2),
    item('保障措施', 3),
    item('资金', 3, 1),
  ])
  expect(record.paragraphs).toEqual([
    '青梧区古树名木保护方案',
    '一、总体要求',
    '本区共有古树一百二十六株。',
    '（一）基本原则',
    '1. 政府主导。',
    '2. 社会参与。',
    '（二）工作目标',
    '1. 全部建档。',
    '二、保障措施',
    '（一）资金',
  ])
  expect(outlineOf(record, 1).map(({ level: of, paragraph }) => [of, paragraph])).toEqual([
    [1, 2],
    [2, 4],
    [2, 7],
    [3, 8],
    [1, 9],
    [2, 10],
  ])
})

it('sets articles apart from their text, through lists that share a definition', async () => {
  const articles = definition(0, level(0, 'chineseCountingThousand', '第%1条')) + num(1, 0) + num(2, 0)
  const { paragraphs } = await read(articles, [item('为保护古树，制定本办法。', 1), '（略）', item('违者罚款。', 2)])
  expect(paragraphs).toEqual(['第一条　为保护古树，制定本办法。', '（略）', '第二条　违者罚款。'])
})

it('begins anew where a list says so, and goes on after levels that do not restart', async () => {
  const { paragraphs } = await read(
    definition(
      0,
      level(0, 'decimal', '%1.'),
      level(1, 'lowerLetter', '%2)', '<w:lvlRestart w:val="0"/>'),
      level(2, 'upperRoman', '%1.%3', '<w:isLgl/>'),
    ) +
      num(1, 0) +
      num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>') +
      num(3, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'decimalEnclosedCircle', '%1')}</w:lvlOverride>`),
    [
      item('甲', 1),
      item('乙', 1, 1),
      item('丙', 1),
      item('丁', 1, 1),
      item('戊', 2),
      item('己', 2),
      item('庚', 2, 2),
      item('辛', 3),
    ],
  )
  expect(paragraphs).toEqual(['1. 甲', 'a) 乙', '2. 丙', 'b) 丁', '5. 戊', '6. 己', '6.1 庚', '⑦辛'])
})

it('takes the list of a style, its level as the list links it, and leaves what was taken out of it', async () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="Chapter"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Article"><w:basedOn w:val="Chapter"/><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="numbering" w:styleId="List"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
  const { paragraphs } = await read(
    definition(0, level(0, 'chineseCounting', '第%1章'), level(1, 'decimal', '第%2条', '<w:pStyle w:val="Article"/>')) +
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="List"/></w:abstractNum>' +
      num(1, 0) +
      num(2, 1),
    [
      styled('总则', 'Chapter'),
      styled('本区适用。', 'Article'),
      styled('附则', 'Chapter', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      item('监督', 2),
    ],
    styles,
  )
  expect(paragraphs).toEqual(['第一章　总则', '第1条　本区适用。', '附则', '第二章　监督'])
})

it('shows no bullets and no hidden labels, does not count what is hidden, and labels empty cells', async () => {
  const hidden = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>'
  const cell = (content: WordBlock): string => `<w:tc>${(content as { xml: string }).xml}</w:tc>`
  const { paragraphs } = await read(
    definition(0, level(0, 'decimal', '%1')) +
      definition(1, level(0, 'bullet', '\uf0b7')) +
      definition(2, level(0, 'decimal', '%1.', '<w:rPr><w:vanish/></w:rPr>')) +
      num(1, 0) +
      num(2, 1) +
      num(3, 2) +
      num(4, 99),
    [
      item('点', 2),
      item('隐', 3),
      item('无', 4),
      { xml: hidden },
      {
        xml: `<w:tbl><w:tr>${cell(item('', 1))}${cell(item('', 2))}${cell({ xml: '<w:p><w:r><w:t>桐花街道</w:t></w:r></w:p>' })}</w:tr></w:tbl>`,
      },
    ],
  )
  expect(paragraphs).toEqual(['点', '隐', '无', '1　　桐花街道'])
})
