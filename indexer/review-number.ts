import { normalizeLabel, type ExtraLabels } from './labels.js'

/** A content system that keeps in a number how far a record came on its way to the public. */
interface ReviewingSystem {
  /** Columns by whose names an export of it is known, in lower case. */
  columns: string[]
  state: string
  published: RegExp
}

const SYSTEMS: ReviewingSystem[] = [
  // PHPCMS ends its review with 99, XunRui, which came of it, with 9.
  { columns: ['catid', 'inputtime'], state: 'status', published: /^99?$/ },
  { columns: ['inputer', 'copyfrom'], state: 'status', published: /^99$/ },
  // Of DedeCMS the rank that a reader needs; below zero it waits for approval, or was thrown away.
  { columns: ['typeid', 'senddate'], state: 'arcrank', published: /^\d+$/ },
  { columns: ['tid', 'inputer'], state: 'verific', published: /^1$/ },
  // TRS WCM: 1 new, 2 edited, 15 refused, 16 in review, 18 signed, 10 published.
  { columns: ['docchannel', 'doctitle'], state: 'docstatus', published: /^10$/ },
]

/** The label and number of a record of such a system that is not before the public; null for any other record. */
export function numberOfUnpublished(
  entries: readonly (readonly [label: string, value: unknown])[],
  extra?: ExtraLabels,
): { label: string; number: string } | null {
  const values = new Map(entries.map(([label, value]) => [normalizeLabel(label), { label, value }]))
  for (const { columns, state, published } of SYSTEMS) {
    const stated = values.get(state)
    if (stated === undefined || extra?.has(state) || !columns.every((column) => values.has(column))) continue
    const number = String(stated.value).trim()
    if (/^-?\d+$/.test(number) && !published.test(number)) return { label: stated.label, number }
  }
  return null
}
