import { posix } from 'node:path'
import type { OfficeZip } from './office-zip.js'
import { attribute, elementsBelow, nameOf, readXml } from './word/xml.js'

/** Cells that are merged: rows and columns from 0, the last ones included. */
export interface Range {
  top: number
  bottom: number
  left: number
  right: number
}

const WORKBOOK = 'xl/workbook.xml'
const MERGED = /<(?:\w+:)?mergeCell\b[^>]*?\bref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"/g
/** Cells that are filled at most in one sheet: ranges may overlap in a broken or hostile file. */
const MAX_FILLED = 2_000_000

/** The merged cells of each sheet, by its name. Throws PackedError. */
export async function mergedCells(zip: OfficeZip): Promise<ReadonlyMap<string, Range[]>> {
  const targets = new Map<string, string>()
  for (const relation of await elementsOf(zip, 'xl/_rels/workbook.xml.rels')) {
    const [id, target] = [attribute(relation, 'Id'), attribute(relation, 'Target')]
    if (id === null || target === null) continue
    targets.set(id, target.startsWith('/') ? target.slice(1) : posix.join('xl', target))
  }
  const merged = new Map<string, Range[]>()
  for (const sheet of await elementsOf(zip, WORKBOOK)) {
    if (nameOf(sheet) !== 'sheet') continue
    const part = targets.get(sheet.attribs['r:id'] ?? attribute(sheet, 'id') ?? '')
    const content = part === undefined ? null : await zip.part(part)
    const ranges = [...(content?.matchAll(MERGED) ?? [])].map(([, left, top, right, bottom]) => ({
      ...{ top: Number(top) - 1, bottom: Number(bottom) - 1, left: columnOf(left!), right: columnOf(right!) },
    }))
    if (ranges.length > 0) merged.set(attribute(sheet, 'name') ?? '', ranges)
  }
  return merged
}

async function elementsOf(zip: OfficeZip, part: string) {
  const content = await zip.part(part)
  return content === null ? [] : elementsBelow(readXml(content).root)
}

const columnOf = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Whether merged cells take the whole width of a sheet: a title, or the name of a group of rows. */
export const isAcross = ({ left, right }: Range, width: number): boolean =>
  left === 0 && right >= width - 1 && width > 1

/**
 * The rows with the value of merged cells in each of them: it holds for all. What is merged across a whole sheet is a
 * line of its own and stays in its first cell.
 */
export function withMerged(rows: readonly string[][], ranges: readonly Range[]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const filled = rows.map((row) => [...row])
  let count = 0
  for (const range of ranges) {
    const value = rows[range.top]?.[range.left] ?? ''
    if (value === '' || isAcross(range, width)) continue
    const [bottom, right] = [Math.min(range.bottom, rows.length - 1), Math.min(range.right, width - 1)]
    count += (bottom - range.top + 1) * (right - range.left + 1)
    if (count > MAX_FILLED) break
    for (let y = range.top; y <= bottom; y++)
      for (let x = range.left; x <= right; x++) {
        const row = filled[y]!
        while (row.length < x) row.push('')
        row[x] ||= value
      }
  }
  return filled
}
