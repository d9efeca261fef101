import { parseDocNumber, type DocNumber } from './doc-number.js'
import type { ArchiveDocument } from './document.js'
import { normalize } from './normalize.js'

/** What a document is looked up by when its number is typed; absent where it has none. */
export interface NumberAttributes {
  /** Code and year: `国发/2021`, `国务院令/-`. */
  number_series?: string
  number_serial?: number
  /** The letters and digits of the index number. */
  index_key?: string
}

/** One series under several names: the State Council's own short form beside what its orders are headed with. */
const SAME_CODE = new Map([['国令', '国务院令']])

/** The key of all numbers with one code and year, however the code is written. */
export function seriesKey({ code, year }: Pick<DocNumber, 'code' | 'year'>): string {
  const plain = normalize(code).replace(/^中华人民共和国(?=.)/, '')
  return `${SAME_CODE.get(plain) ?? plain}/${year ?? '-'}`
}

/** Equal for all ways of spacing and separating one index number; '' where there is nothing of one. */
export function indexKey(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
}

export function numberAttributes(document: Pick<ArchiveDocument, 'doc_number' | 'index_number'>): NumberAttributes {
  const number = parseDocNumber(document.doc_number ?? '')
  const key = indexKey(document.index_number ?? '')
  return {
    ...(number ? { number_series: seriesKey(number), number_serial: number.number } : {}),
    ...(key ? { index_key: key } : {}),
  }
}
