import { visibilityLabel } from '../labels-visibility.js'
import { labelMeaning, type ExtraLabels } from '../labels.js'
import { onlyCell, RowGroups } from './row-groups.js'
import { isClosedBy, isClosedVisibility } from '../visibility.js'

/** A heading row stands among so many first rows. */
const HEADING_WITHIN = 8
/** Longer cells are no labels. */
const LONGEST = 40

/**
 * The places, from 0, of the rows of a sheet that is read as a text which are not for the public: by a column (是否公开：
 * 否), or by what they stand below, the sheet's name, its title or the name of a group of rows. As a list of records each
 * of them would be a record that is kept out.
 */
export function closedRows(name: string, rows: readonly string[][], extra?: ExtraLabels): ReadonlySet<number> {
  const closed = new Set(inClosedGroups(name, rows))
  rows.slice(0, HEADING_WITHIN).forEach((labels, at) => {
    if (onlyCell(labels) !== null) return
    labels.forEach((label, column) => {
      if (label.length > LONGEST || visibilityLabel(label, extra) === null) return
      const isKnown = labelMeaning(label, extra) === 'visibility'
      for (let row = at + 1; row < rows.length; row++) {
        const value = rows[row]![column] ?? ''
        if (isClosedBy(label, value, extra) || (isKnown && isClosedVisibility(value))) closed.add(row)
      }
    })
  })
  return closed
}

function inClosedGroups(name: string, rows: readonly string[][]): number[] {
  const firstWide = rows.findIndex((row) => row.length > 1 && onlyCell(row) === null)
  const above = rows.slice(0, Math.max(firstWide, 0))
  const groups = new RowGroups([name, ...above.flatMap((row) => onlyCell(row) ?? [])])
  return rows.flatMap((row, at) => {
    // Lines of a text that is no table may be called so as well.
    if (firstWide >= 0) groups.next(row, false)
    return groups.closed === null ? [] : [at]
  })
}
