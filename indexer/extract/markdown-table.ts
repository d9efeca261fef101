import type { ExtraLabels } from '../labels.js'
import { isFieldLabel } from './head-pairs.js'
import { tableCells } from './markdown-line.js'

/** Heading rows that name the two columns of a table of metadata. */
const LABELS = /^(?:项目|名称|字段|属性|要素|标签|元数据|信息项|类别|)$/
const VALUES = /^(?:内容|值|取值|信息|说明|)$/

/** True for the heading row 项目 | 内容 above rows of labels and values: it says nothing itself. */
export function isBareHeading(lines: readonly string[], at: number, extra?: ExtraLabels): boolean {
  const heading = tableCells(lines[at]!)
  if (heading === null || heading.length % 2 !== 0) return false
  if (!heading.every((cell, column) => (column % 2 === 0 ? LABELS : VALUES).test(cell))) return false
  const [dashes, row] = [lines[at + 1] ?? '', lines[at + 2] ?? ''].map(tableCells)
  return dashes?.length === 0 && row !== null && row !== undefined && isFieldLabel(row[0] ?? '', extra)
}
