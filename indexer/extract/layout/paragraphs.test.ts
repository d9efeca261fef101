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

it('puts lines of prose together though a table on the page is set wider and closer than they are', () => {
  const record = emptyRecord(null)
  const cell = (said: string, y: number): Line => ({ ...line(said, 20, 0), right: RIGHT + 80, y })
  addLines(record, [
    line('为加强全区农村供水管理，现将二〇二一年各镇供水工程投资计划下', 82, 1),
    line('达给你们，请按照计划抓紧组织实施，加快工程进度，确保在年底前完', 50, 2),
    line('成全部建设任务。各镇要明确专人负责，严格执行基本建设程序，保证', 50, 3),
    { ...line('质量。', 50, 4), right: 98 },
    // Cells whose text stands in the middle of those of two lines beside them.
    ...Array.from({ length: 40 }, (_, n) => cell(`第${n}处　工程　投资`, 5 * 28 + n * 12)),
    line('各镇每季度末要将工程进度和资金使用情况报区水利局，由区水利局会', 82, 26),
    line('同区财政局汇总后报区政府，并按照有关规定向社会公布，接受群众监', 50, 27),
    line('督。', 50, 28),
  ])
  expect(record.paragraphs[0]).toMatch(/^为加强.*质量。$/)
  expect(record.paragraphs.at(-1)).toMatch(/^各镇每季度末.*群众监督。$/)
})

it('keeps a number that stands in the middle apart from whom the text is addressed to', () => {
  const record = emptyRecord(null)
  addLines(record, [
    { ...line('青政发〔2021〕12号', 200, 1), right: 350 },
    { ...line('各镇人民政府：', 50, 2), right: 162 },
  ])
  expect(record.paragraphs).toEqual(['青政发〔2021〕12号', '各镇人民政府：'])
})
