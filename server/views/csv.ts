import { HIT_FIELDS } from '../../indexer/contract/fields.js'
import type { SearchHit } from '../search/types.js'
import { t } from '../text.zh.js'
import { documentUrl } from '../urls.js'

/** The first row of a table of results. */
export const CSV_HEADINGS: readonly string[] = [...HIT_FIELDS.map((name) => t.fields[name]), t.exports.address]

/** A document as a row under the headings; `origin` makes its address one that leads here from anywhere. */
export function csvRow(hit: SearchHit, origin: string): string[] {
  return [...HIT_FIELDS.map((name) => cell(hit[name as keyof SearchHit])), origin + documentUrl(hit.id)]
}

function cell(value: unknown): string {
  return Array.isArray(value) ? value.join(t.exports.separator) : typeof value === 'string' ? value : ''
}
