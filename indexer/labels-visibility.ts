import { labelMeaning, normalizeLabel, type ExtraLabels } from './labels.js'
import { REFUSED, SECRET } from './visibility-words.js'

/** What a label has to do with visibility: it tells it in words, or asks whether the record is open, or closed. */
export type VisibilityLabel = 'tells' | 'asksOpen' | 'asksClosed'

const ASKS_OPEN =
  /^(?:是否|可否|能否|应否)?(?:已|可以?|予以)?(?:对外|(?:对|向|面向)社会)?(?:主动|全文|依法)?公开(?:展示|发布|显示|标[志识记])?(?:与否)?$|^(?:is|if|be|can|allow)?(?:open|opened|public|visible|disclosed)(?:flag)?$|^sf(?:zd|dw)?gk$/
const ASKS_CLOSED = new RegExp(
  `^(?:是否|应否)?(?:为|属于?)?(?:${REFUSED}|依申请|${SECRET}|涉及(?:国家|商业|工作)?秘密|定密|内部(?:文件|资料)?)(?:文件|信息|事项|内容)?$|` +
    '^(?:is|if|be)?(?:secret|private|confidential|classified|internal|restricted|non-?public)(?:flag)?$|^sf(?:sm|ysqgk)$',
)
const TELLS =
  /公开|密级|密别|涉密|定密|保密|秘密|open|public(?!a|i)|disclos|secre|classifi|confiden|visib|priva|^(?:xx)?gk|^mj$/

/** Null for a label of anything else, a known one above all: 公开日期, 公开主体. */
export function visibilityLabel(label: string, extra?: ExtraLabels): VisibilityLabel | null {
  const meaning = labelMeaning(label, extra)
  if (meaning !== null) return meaning === 'visibility' ? 'tells' : meaning === 'open' ? 'asksOpen' : null
  const name = normalizeLabel(label).replace(/[_-]/g, '')
  if (ASKS_OPEN.test(name)) return 'asksOpen'
  if (ASKS_CLOSED.test(name)) return 'asksClosed'
  return TELLS.test(name) ? 'tells' : null
}
