import { describe, expect, it } from 'vitest'
import { ofdOf, pdfOf, type PrintedLine } from '../../testing/files/printed.js'
import { extractFile } from '../index.js'
import { pageLines } from './columns.js'
import { linesOf, type Fragment } from './line.js'

const SIZE = 10
const LEADING = 18
const GAP = 22

const TEXT = [
  '各街道办事处，区政府各部门：',
  '为保护好全区古树名木，根据城市绿化管理的有关规定，结合本区实际，现就有关事项通知如下，请认真执行。',
  ...Array.from(
    { length: 9 },
    (_, n) =>
      `第${n + 1}株古树位于桐花街道，胸径${n + 60}厘米，树龄约${n * 10 + 100}年，由居民委员会看护，每月巡查一次。`,
  ),
  '本通知自印发之日起施行。',
]

/** The width of a text in characters, a Latin one being half of one. */
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\x80' ? 0.5 : 1), 0)

/** The lines of paragraphs in a column of so many characters, first lines indented by two. */
function setLines(paragraphs: string[], width: number): { text: string; indent: number }[] {
  return paragraphs.flatMap((paragraph) => {
    const lines: { text: string; indent: number }[] = []
    let line = { text: '', indent: 2 }
    for (const character of paragraph) {
      if (line.indent + widthOf(line.text + character) > width) {
        lines.push(line)
        line = { text: '', indent: 0 }
      }
      line.text += character
    }
    return [...lines, line]
  })
}

/** A page of paragraphs in so many columns of so many lines, each begun before the next. */
function setColumns(paragraphs: string[], count: number, width: number, top = 120): PrintedLine[] {
  const lines = setLines(paragraphs, width)
  const height = Math.ceil(lines.length / count)
  return lines.map(({ text, indent }, index) => {
    const column = Math.floor(index / height)
    return {
      text,
      x: 60 + column * (width * SIZE + GAP) + indent * SIZE,
      // Columns need not stand on the same lines.
      y: top + (index % height) * LEADING + column * 3,
      size: SIZE,
    }
  })
}

const TITLE: PrintedLine = { text: '青梧区关于保护古树的通知', x: 180, y: 80, size: 18 }
const HEAD: PrintedLine[] = [
  { text: '青梧区政府公报', x: 60, y: 40, size: 9 },
  { text: '区政府文件，第3期', x: 400, y: 40, size: 9 },
]
const NUMBER: PrintedLine = { text: '— 1 —', x: 280, y: 800, size: 9 }

describe.each([
  ['a.pdf', pdfOf],
  ['a.ofd', ofdOf],
])('columns of %s', (name, build) => {
  it.each([
    [2, 22],
    [3, 15],
  ])('are read one after the other: %i of %i characters', async (count, width) => {
    const page = [...HEAD, TITLE, ...setColumns(TEXT, count, width), NUMBER]
    const { records } = await extractFile(name, build([page]), null)
    expect(records[0]!.paragraphs).toEqual(['青梧区政府公报　区政府文件，第3期', TITLE.text, ...TEXT])
  })

  it('go on from page to page, and end at lines that run across', async () => {
    const [one, two] = [TEXT.slice(0, 6), TEXT.slice(6)]
    const across: PrintedLine = { text: '第二部分：自下列各株起，由园林绿化局直接养护管理', x: 160, y: 300, size: SIZE }
    const pages = [
      [...HEAD, TITLE, ...setColumns(one, 2, 22), across, ...setColumns(two, 2, 22, 330), NUMBER],
      [...setColumns(TEXT, 2, 22), NUMBER],
    ]
    const { records } = await extractFile(name, build(pages), null)
    expect(records[0]!.paragraphs.slice(2)).toEqual([...one, across.text, ...two, ...TEXT])
  })
})

/** Rows of cells at the places of columns. */
const tableOf = (rows: string[][], places: number[]): Fragment[] =>
  rows.flatMap((row, index) =>
    row.map((text, column) => ({
      text,
      x: places[column]!,
      y: 100 + index * LEADING,
      width: widthOf(text) * SIZE,
      size: SIZE,
    })),
  )
const filled = (count: number, row: (n: number) => string[]): string[][] =>
  Array.from({ length: count }, (_, n) => row(n))

describe('what is no column', () => {
  it.each([
    [
      'a table',
      tableOf(
        filled(20, (n) => [`${n + 1}`, '桐花街道古树养护', '区园林绿化局']),
        [60, 110, 300],
      ),
    ],
    [
      'a table of long cells',
      tableOf(
        filled(20, () => ['青梧区桐花街道第三居民小区门前', '树龄约一百二十年以上国家一级']),
        [60, 260],
      ),
    ],
    [
      'a form',
      tableOf(
        filled(6, (n) => [`索引号：4829156${n}`, '发布机构：青梧区人民政府办公室']),
        [60, 320],
      ),
    ],
    [
      'a list of contents',
      tableOf(
        filled(20, (n) => ['关于保护古树、加强养护的若干规定', `${n}`]),
        [60, 500],
      ),
    ],
    ['nothing', []],
  ])('is read by rows: %s', (_, fragments) => expect(pageLines(fragments, 1)).toEqual(linesOf(fragments, 1)))

  it('is read by rows: a page in one column', () => {
    const lines = setColumns(TEXT, 1, 44).map((line): Fragment => ({ ...line, width: widthOf(line.text) * SIZE }))
    expect(pageLines(lines, 1)).toEqual(linesOf(lines, 1))
  })
})
