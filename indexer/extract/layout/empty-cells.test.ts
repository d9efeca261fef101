import { expect, it } from 'vitest'
import { withEmptyCells } from './empty-cells.js'
import { linesOf, type Fragment } from './line.js'

const PLACES = [60, 120, 240, 360]

/** Lines of cells at the places of four columns, null for none; widths of ten a character. */
function read(...rows: (string | null)[][]): string[] {
  const fragments = rows.flatMap((row, index) =>
    row.flatMap((text, column): Fragment[] =>
      text === null ? [] : [{ text, x: PLACES[column]!, y: 100 + index * 18, width: [...text].length * 10, size: 10 }],
    ),
  )
  return withEmptyCells(linesOf(fragments, 1)).map(({ text }) => text)
}

it('keeps a place for each empty cell between others', () => {
  expect(
    read(
      ['街道', '古树', '名木', '备注'],
      ['桐花', '17', null, '甲'],
      ['梧叶', null, null, '乙'],
      [null, null, '4', '丙'],
      ['青石', '5', null, null],
      [null, null, null, '（续）'],
    ),
  ).toEqual(['街道　古树　名木　备注', '桐花　17　　甲', '梧叶　　　乙', '4　丙', '青石　5', '（续）'])
})

it('leaves lines that are no rows of the same table', () => {
  expect(read(['本表所列古树由所在街道养护', null, '甲'], ['街道', '古树', '名木', '备注'])).toEqual([
    '本表所列古树由所在街道养护　甲',
    '街道　古树　名木　备注',
  ])
  expect(read(['索引号', '4829'], ['文号', null, '青政发'])).toEqual(['索引号　4829', '文号　青政发'])
})
