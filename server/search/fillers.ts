import { normalize } from '../../indexer/contract/normalize.js'
import type { ParsedQuery, Unit } from './query.js'
import { queryWords } from './words.js'

/**
 * A query without what was typed apart and says nothing of what documents are about: 请问 土地管理法, 2019年以来 营商环境. Within
 * a sentence such words are passed over; alone they would be looked for. Where there is nothing else, the query as it is.
 */
export function withoutFillers(query: ParsedQuery): ParsedQuery {
  const required = query.required.filter((group) => group.some(isTelling))
  if (required.length === 0 || required.length === query.required.length) return query
  const left = required.flat().map(({ run }) => run)
  return { ...query, required, whole: query.whole === '' ? '' : normalize(left.join(' ')) }
}

const isTelling = ({ kind, run, isNumber }: Unit): boolean =>
  kind === 'phrase' || isNumber || queryWords(run).some(({ isContent, asks }) => isContent || asks)
