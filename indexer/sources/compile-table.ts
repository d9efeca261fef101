import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeFile, UnreadableFileError } from '../encoding.js'
import { readTable } from '../extract/table.js'
import type { RawField } from '../record.js'
import { text } from '../text.zh.js'
import type { Source } from './source.js'

interface TableRule {
  /** Path of the table from the source's folder on. */
  file: string
  /** Path of the file that a row describes, with `{columns}`. */
  match: string
  /** Field → column. */
  fields: Partial<Record<RawField, string>>
}

/**
 * Reads a table (CSV or TSV with a heading row) that lies beside the files and says of each what the file itself does
 * not. `fail` reports a problem with one key of the rule. Empty cells state nothing.
 */
export function compileTable(
  { file, match, fields }: TableRule,
  root: string,
  fail: (key: string[], message: string) => never,
): Source['tables'][number] {
  const { labels, rows } = readTable(contentOf(resolve(root, file), file, fail))
  const column = (name: string, key: string[]): number => {
    const index = labels.findIndex((label) => label.trim() === name)
    return index >= 0 ? index : fail(key, text.source.column(name, labels.join('、')))
  }
  const columns = (Object.entries(fields) as [RawField, string][]).map(([field, name]) => ({
    field,
    index: column(name, ['fields', field]),
  }))
  const places = new Map([...match.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => [name!, column(name!, ['match'])]))
  const described = new Map<string, Partial<Record<RawField, string[]>>>()
  for (const cells of rows) {
    const path = match.replace(/\{([^{}]*)\}/g, (_, name: string) => cells[places.get(name)!]?.trim() ?? '')
    const values = columns.map(({ field, index }) => [field, cells[index]?.trim() ?? ''] as const)
    const stated = values.filter(([, value]) => value !== '').map(([field, value]) => [field, [value]] as const)
    described.set(path.normalize('NFC'), Object.fromEntries(stated))
  }
  return { file, rows: described }
}

function contentOf(path: string, file: string, fail: (key: string[], message: string) => never): string {
  try {
    return decodeFile(readFileSync(path))
  } catch (error) {
    if (error instanceof UnreadableFileError) return fail(['file'], text.source.unreadableTable(file, error.reason))
    return fail(['file'], text.source.noTable(file))
  }
}
