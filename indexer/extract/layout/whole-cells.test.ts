import { describe, expect, it } from 'vitest'
import type { Fragment } from './line.js'
import { pageLines } from './columns.js'

const SIZE = 12
const LEADING = 18
const piece = (text: string, x: number, y: number, size = SIZE): Fragment => ({
  text,
  x,
  y,
  width: text.length * size,
  size,
})
const textOf = (fragments: Fragment[]): string[] => pageLines(fragments, 1).map(({ text }) => text)

/** A cell of several lines, in the middle of a row that begins at `y` and has so many. */
const cell = (lines: string[], x: number, y: number, rows: number): Fragment[] =>
  lines.map((line, at) => piece(line, x, y + ((rows - lines.length) / 2 + at) * LEADING))

const row = (number: number, y: number): Fragment[] => [
  ...cell([String(number)], 50, y, 3),
  ...cell(['新桥', '镇'], 80, y, 3),
  ...cell(['新建供水工程一处，铺', '设管网十二公里，配套', `消毒设备${number}套`], 120, y, 3),
  ...cell([`${number}.5`], 260, y, 3),
]

describe('a row of a table whose cells stand in the middle of it', () => {
  it('is one line, each cell with all of its words', () => {
    const title = piece('供水工程投资计划表', 90, 60, 16)
    expect(textOf([title, ...row(1, 100), ...row(2, 100 + 3.4 * LEADING)])).toEqual([
      '供水工程投资计划表',
      '1　新桥镇　新建供水工程一处，铺设管网十二公里，配套消毒设备1套　1.5',
      '2　新桥镇　新建供水工程一处，铺设管网十二公里，配套消毒设备2套　2.5',
    ])
  })

  it('is none where a cell spans several rows', () => {
    const rows = [
      piece('办公室', 120, 100),
      piece('负责文电会务机要档案', 200, 100),
      piece('青梧区水利局', 40, 109),
      piece('人事科', 120, 118),
      piece('负责编制规划', 200, 118),
      piece('财务科', 120, 136),
      piece('负责财务', 200, 136),
    ]
    expect(textOf(rows).join('')).not.toMatch(/办公室人事科|档案负责/)
    const figures = [
      piece('办公室', 120, 100),
      piece('3', 200, 100),
      piece('水利局', 40, 109),
      piece('人事科', 120, 118),
      piece('5', 200, 118),
    ]
    expect(textOf(figures)).toEqual(['办公室　3', '水利局', '人事科　5'])
  })

  it('is none where something small is raised beside the words', () => {
    const line = [piece('面积', 50, 100), piece('12', 74, 100), piece('m', 98, 100), piece('2', 110, 94, 6)]
    const far = piece('备注', 200, 100)
    expect(textOf([...line, far])).toEqual(['面积12m2　备注'])
  })

  it('is none where lines beside each other are but a little askew', () => {
    const signed = [piece('青梧区教育局', 50, 100), piece('青梧区财政局', 200, 107)]
    expect(textOf(signed)).toEqual(['青梧区教育局', '青梧区财政局'])
  })
})
