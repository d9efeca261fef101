import { visibilityLabel } from '../labels-visibility.js'
import { labelMeaning, type ExtraLabels } from '../labels.js'
import { isClosedBy, isClosedVisibility } from '../visibility.js'

/** A heading row stands among so many first rows. */
const HEADING_WITHIN = 8
/** Longer cells are no labels. */
const LONGEST = 40

/**
 * The places, from 0, of the rows of a sheet that is read as a text which a column of it says not to be for the public
 * (是否公开：否). As a list of records each of them would be a record that is kept out.
 */
export function closedRows(rows: readonly string[][], extra?: ExtraLabels): ReadonlySet<number> {
  const closed = new Set<number>()
  rows.slice(0, HEADING_WITHIN).forEach((labels, at) =>
    labels.forEach((label, column) => {
      if (label.length > LONGEST || visibilityLabel(label, extra) === null) return
      const isKnown = labelMeaning(label, extra) === 'visibility'
      for (let row = at + 1; row < rows.length; row++) {
        const value = rows[row]![column] ?? ''
        if (isClosedBy(label, value, extra) || (isKnown && isClosedVisibility(value))) closed.add(row)
      }
    }),
  )
  return closed
}
