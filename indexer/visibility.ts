import { answerIn } from './answer.js'
import { visibilityLabel, type VisibilityLabel } from './labels-visibility.js'
import type { ExtraLabels } from './labels.js'
import type { ExtractedRecord } from './record.js'
import { text } from './text.zh.js'
import { tickedOptions } from './visibility-options.js'
import { beginsClosed, isOpenToAll, keepsBack } from './visibility-words.js'

/** A label that nobody knows may be about anything: only what can mean nothing else counts. */
const CLOSED_UNDER_ANY_LABEL = /^(?:依申请公开|不予公开|不公开)$/

/** Whether a value says of itself that something is not for the public: 依申请公开, 不公开. */
export const isClosed = (value: string): boolean => CLOSED_UNDER_ANY_LABEL.test(compacted(value))

/** Whether a value of visibility keeps something back, in whatever words. */
export function isClosedVisibility(value: string): boolean {
  return statementsIn(value)
    .map(compacted)
    .some((compact) => !isOpenToAll(compact) && keepsBack(compact))
}

/**
 * Whether a label, known or not, and its values (set apart by ；) together say that something is not for the public:
 * 公开情况：依申请公开（涉及商业秘密）, 是否涉密：是, openFlag: 0. Of a label whose name does not say that it is about
 * visibility, only words count that can mean nothing else.
 */
export function isClosedBy(label: string, values: string, extra?: ExtraLabels): boolean {
  const about = visibilityLabel(label, extra)
  if (about === null) return isClosed(values)
  return values.split('；').some((value) => answersClosed(about, label, value))
}

function answersClosed(about: VisibilityLabel, label: string, value: string): boolean {
  // 依申请公开: 1 counts them, 是否依申请公开: 1 does not.
  const mayCount = /^\d$/.test(value.trim()) && /\p{Script=Han}/u.test(label) && !label.includes('否')
  const answer = about === 'tells' || mayCount ? null : answerIn(value)
  return answer === null ? beginsClosed(value) : answer === (about === 'asksClosed')
}

/** Why a record is not for the public as far as it is stated; null where it may be read by anybody. */
export function restriction({ fields, unknown }: Pick<ExtractedRecord, 'fields' | 'unknown'>): string | null {
  for (const value of (fields.visibility ?? []).flatMap(statementsIn)) {
    const compact = compacted(value)
    if (compact === '' || isOpenToAll(compact)) continue
    // What is not public must never be shown: what nobody understands is left to the operator.
    return keepsBack(compact) ? text.skipped.restricted(compact) : text.skipped.unclearVisibility(compact)
  }
  for (const [label, value] of Object.entries(unknown))
    if (isClosedBy(label, value)) return text.skipped.restrictedBy(label, value)
  return null
}

/** What is ticked in a value; where nothing is, the value as it stands, which nobody understands. */
function statementsIn(value: string): string[] {
  const ticked = tickedOptions(value)
  return ticked === null || ticked.length === 0 ? [value] : ticked
}

const compacted = (value: string): string => value.normalize('NFKC').replace(/[\s()[\]〔〕【】]/g, '')
