import { isExact, parseQuery, type Unit } from '../search/query.js'
import type { SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'

/** The query as it was understood, in words; null where it has no operators to speak of. */
export function readingOf({ q, mode }: SearchRequest): string | null {
  if (mode === 'exact') return null
  const query = parseQuery(q, mode)
  const { required, excluded, whole } = query
  if (required.length === 0 || (whole !== '' && excluded.length === 0)) return null
  const exact = isExact(query)
  // One exact phrase is what the total is said to be of.
  if (exact && required.length === 1 && required[0]!.length === 1 && excluded.length === 0) return null
  const name = ({ text, kind }: Unit): string => t.reading.term(text, kind === 'phrase' && !exact)
  const groups = required.map((group) => t.reading.alternatives(group.map(name)))
  return t.reading.all(
    exact,
    groups,
    excluded.map(({ text }) => t.reading.term(text, false)),
  )
}
