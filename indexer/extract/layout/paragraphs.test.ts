import { expect, it } from 'vitest'
import { emptyRecord } from '../fields.js'
import type { Line } from './line.js'
import { addLines } from './paragraphs.js'

const SIZE = 16
const RIGHT = 500
/** A line of the page, from a place on to the right edge. */
const line = (text: string, left: number, row: number): Line => ({
  text,
  page: 1,
  left,
  right: RIGHT,
  y: row * 28,
  size: SIZE,
  cells: [{ left, right: RIGHT }],
})

it('keeps who signed and when apart where both stand at the right edge', () => {
  const record = emptyRecord(null)
  addLines(record, [
    line('现将预算公布如下，请各部门遵照执行，并按时报送有关材料，不得', 50, 1),
    line('延误，有关事项由区财政局负责解释，请各部门认真贯彻落实到位。', 50, 2),
    line('青梧区财政局', RIGHT - 6 * SIZE, 3),
    line('2021年2月3日', RIGHT - 6.2 * SIZE, 4),
  ])
  expect(record.paragraphs.slice(-2)).toEqual(['青梧区财政局', '2021年2月3日'])
  expect(record.paragraphs).toHaveLength(3)
})
