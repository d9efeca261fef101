import { formatDocNumber, readDocNumber, type DocNumber } from '../../indexer/contract/doc-number.js'
import { indexKey } from '../../indexer/contract/number-keys.js'
import { newSearch } from '../params.js'
import { parseQuery } from './query.js'
import { findNumbers, isOrdinaryWord, withoutLeadIn } from './query-numbers.js'
import type { SearchRequest } from './types.js'

/** A query that is one number and nothing else. */
export interface AskedNumber {
  /** In its standard form where it has one, else as typed. */
  text: string
  /** False where the query may as well be words: 招商引资 2021-8. */
  certain: boolean
  number: DocNumber | null
  /** For an index number: its letters and digits. */
  key: string | null
}

/** Organisation or credit code, year and serial, however they are set apart. */
const INDEX_NUMBER = /^([0-9A-Z]{8,18})[\s/\\—–_-]*((?:19|20)\d{2})[\s/\\—–_-]*(\d{3,6})$/i
/** Letters, digits and what separates them, more than a date has: index numbers of other makes. */
const LIKE_INDEX_NUMBER = /^(?=(?:[^0-9A-Z]*[0-9A-Z]){9})(?=(?:.*\d){6})[0-9A-Z]+(?:[\s/\\—–_-]+[0-9A-Z]+)+$/i

/** Reads a query as a number; null for anything else, and for what stands between quotation marks (that is text). */
export function askedNumber(q: string): AskedNumber | null {
  const text = q.normalize('NFKC').trim()
  if (text.length > 60) return null
  const plain = text
    .replace(/^(?:文号|发文字号|索引号)\s*[:：]?\s*/u, '')
    .replace(/(?:文件?)$/u, '')
    .trim()
  const read = readDocNumber(withoutLeadIn(plain))
  if (read) {
    const isCode = /[〔[(【〖]/u.test(plain) || !isOrdinaryWord(read.number.code)
    const certain = read.certain && isCode && !hasWordsBefore(plain)
    return { text: formatDocNumber(read.number), certain, number: read.number, key: null }
  }
  const parts = INDEX_NUMBER.exec(plain)
  if (parts) {
    const standard = `${parts[1]!.toUpperCase()}/${parts[2]}-${parts[3]}`
    return { text: standard, certain: true, number: null, key: indexKey(plain) }
  }
  return LIKE_INDEX_NUMBER.test(plain) ? { text: plain, certain: false, number: null, key: indexKey(plain) } : null
}

/** Whether a title or a body stands before the number, as where both were copied; the characters of a code may be spaced. */
function hasWordsBefore(text: string): boolean {
  const start = findNumbers(text)[0]?.start ?? 0
  return /\p{Script=Han}{2}[》）)]?\s+$/u.test(text.slice(0, start))
}

/** The search for documents whose text has the number: however it is written there, as far as that is known. */
export function mentionsSearch({ text }: Pick<AskedNumber, 'text'>): SearchRequest {
  const units = parseQuery(text, '').required.flat()
  const isNumber = units.length === 1 && units[0]!.isNumber
  return newSearch({ q: text, mode: isNumber ? '' : 'exact', scope: 'text' })
}
