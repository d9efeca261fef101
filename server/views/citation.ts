import { bodiesIn } from '../../indexer/contract/bodies.js'
import type { ArchiveDocument } from '../../indexer/contract/document.js'
import { chinaDay } from '../../indexer/contract/dates.js'
import { t } from '../text.zh.js'

/** Of more authors than these the rest are not named. */
const NAMED_AUTHORS = 3

type Cited = Pick<ArchiveDocument, 'issuer' | 'speaker' | 'title' | 'doc_number' | 'written' | 'published'>

/**
 * One reference after GB/T 7714—2025, electronic archive: `责任者. 题名：文号[A/OL]. （发布日期）[引用日期]. 网址`; where the
 * day of publication is not stated, that of writing. Full stops and square brackets are half-width, other marks full-width; what no source states is left out.
 */
export function citation(document: Cited, url: string, cited: Date): string {
  const author = document.issuer === null ? document.speaker : authors(bodiesIn(document.issuer))
  const number = document.doc_number ? `：${document.doc_number}` : ''
  const day = document.published ?? document.written
  return `${author ? `${author}. ` : ''}${document.title}${number}[A/OL]. ${day ? `（${day}）` : ''}[${chinaDay(cited)}]. ${url}`
}

function authors(bodies: readonly string[]): string {
  const named = bodies.slice(0, NAMED_AUTHORS)
  return [...named, ...(bodies.length > named.length ? [t.document.andOthers] : [])].join(t.document.authorSeparator)
}
