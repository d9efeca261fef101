import { labelMeaning, normalizeLabel, type ExtraLabels, type LabelMeaning } from '../labels.js'
import type { ExtractedRecord } from '../record.js'
import { isBlank } from './fields.js'
import { extractEntries } from './json-record.js'

/** The columns of a table that have one label: nearly always one. */
interface Column {
  label: string
  meaning: LabelMeaning | null
  places: number[]
}

/** Labels whose values are weighed against each other, each for itself, by whoever reads the record. */
const WEIGHED: ReadonlySet<LabelMeaning | null> = new Set([
  ...(['body', 'abstract', 'question', 'reply', 'in_force', 'expired', 'abolished'] as const),
])
/** Labels under which all values stand: whoever restricts a record in one of two columns has restricted it. */
const MANY: ReadonlySet<LabelMeaning | null> = new Set([
  ...([null, 'topics', 'keywords', 'visibility', 'open', 'address', 'ignored'] as const),
])

/** Columns by their labels, in the order in which these come first. */
export function columnsOf(labels: readonly string[], extra?: ExtraLabels): Column[] {
  const columns = new Map<string, Column>()
  labels.forEach((label, place) => {
    const key = normalizeLabel(label)
    const column = columns.get(key)
    if (column) column.places.push(place)
    else columns.set(key, { label, meaning: labelMeaning(label, extra), places: [place] })
  })
  return [...columns.values()]
}

/** The record of a row. Of columns with the same label the first that is filled states the field. */
export function extractRow(
  columns: readonly Column[],
  cells: readonly string[],
  position: number,
  extra?: ExtraLabels,
): ExtractedRecord {
  const entries: [string, string | string[]][] = []
  const unused: NonNullable<ExtractedRecord['unused']> = []
  for (const { label, meaning, places } of columns) {
    if (places.length === 1) {
      entries.push([label, cells[places[0]!] ?? ''])
      continue
    }
    const filled = places.map((place) => cells[place] ?? '').filter((cell) => !isBlank(cell))
    const values = [...new Set(filled.map((cell) => cell.trim()))]
    if (WEIGHED.has(meaning)) entries.push(...values.map((value): [string, string] => [label, value]))
    else if (MANY.has(meaning)) entries.push([label, values])
    else if (values.length > 0) {
      entries.push([label, values[0]!])
      if (values.length > 1) unused.push({ label, values: values.slice(1) })
    }
  }
  const record = extractEntries(entries, position, extra)
  if (unused.length > 0) record.unused = unused
  return record
}
