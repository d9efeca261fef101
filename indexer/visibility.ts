import type { ExtractedRecord } from './record.js'
import { text } from './text.zh.js'

/** What is said of documents that anybody may read, as a whole … */
const PUBLIC = /^(?:公开|是|无|非密|非涉密|不涉密|普通|一般)$/
/** … or among other words: 面向社会公开, 政府网站、政府公报, 主动公开. Asked after `CLOSED`. */
const OPEN = /公开|社会|公众|全[国省市区县]|网|公报|媒体|新闻|报刊|广播|电视|公告栏|public|open/i
const CLOSED =
  /依申请|申请公开|不予公开|不予公布|不公开|未公开|非公开|免[予于]公开|暂[缓不]公开|不宜|内部|涉密|秘密|机密|绝密|保密|^否$/
/** A label that nobody knows may be about anything: only what can mean nothing else counts. */
const CLOSED_UNDER_ANY_LABEL = /^(?:依申请公开|不予公开|不公开)$/

/** Whether a value says of itself that something is not for the public: 依申请公开, 不公开. */
export const isClosed = (value: string): boolean => CLOSED_UNDER_ANY_LABEL.test(compacted(value))

/** Whether a value of visibility keeps something back, in whatever words. */
export const isClosedVisibility = (value: string): boolean => CLOSED.test(compacted(value))

/** Why a record is not for the public as far as it is stated; null where it may be read by anybody. */
export function restriction({ fields, unknown }: Pick<ExtractedRecord, 'fields' | 'unknown'>): string | null {
  for (const value of fields.visibility ?? []) {
    const compact = compacted(value)
    if (compact === '' || PUBLIC.test(compact)) continue
    if (CLOSED.test(compact)) return text.skipped.restricted(compact)
    // What is not public must never be shown: what nobody understands is left to the operator.
    if (!OPEN.test(compact)) return text.skipped.unclearVisibility(compact)
  }
  const closed = Object.values(unknown).find(isClosed)
  return closed === undefined ? null : text.skipped.restricted(compacted(closed))
}

const compacted = (value: string): string => value.normalize('NFKC').replace(/[\s()[\]]/g, '')
