import { answerIn } from './answer.js'
import { normalizeLabel, type ExtraLabels } from './labels.js'

/** Labels of content systems, without what joins their words: whether something is a draft or was thrown away, … */
const ASKS_WITHDRAWN =
  /^(?:is|if)?(?:deleted?|removed|draft|trash(?:ed)?|recycled?|hidden)(?:flag|status)?$|^(?:is)?del(?:flag)?$|^(?:是否|已)(?:删除|撤稿|撤回|隐藏|草稿)$|^是否(?:为|是)?草稿$|^(?:逻辑)?删除(?:标志|标识|标记|状态)$/
/** … when it was thrown away, … */
const TELLS_WHEN = /^(?:deleted?|trashed|removed)(?:at|on|time|date)$|^删除(?:时间|日期)$/
/** … whether it is published, or was approved before that, … */
const ASKS_PUBLISHED =
  /^(?:is|if)(?:published?|released?|online|show|display|visible|audit(?:ed)?|check(?:ed)?|approved?|pass(?:ed)?|verif(?:y|ied)|accept(?:ed)?)(?:flag)?$|^(?:checked|audited|approved|passed)$|^(?:是否|已)(?:经|被)?(?:发布|上线|上架|审核|审批|审核通过|通过审核|显示|展示)$/
/** … the same by a label that may also stand for a date, … */
const MAY_ASK_PUBLISHED = /^publish(?:ed)?$/
/** … and in which state it is. */
const TELLS_STATE =
  /^(?:稿件|文章|信息|文档|文件|内容|发布|审核|数据|记录|公文|新闻|政策)?状态$|^(?:doc|document|article|post|publish|publication|info|content|news|audit|review|file|record)?(?:status|state)$/

const UNPUBLISHED =
  /^(?:(?:电子)?草稿箱?|暂存|编辑中|待(?:审核?|初审|复审|终审|签发?|发布?|发|编辑|提交|上线)|(?:未|尚未)(?:审核?|发布|签发|上线|提交|通过|审核通过)|审[核批](?:中|不通过|未通过)|定时发布|(?:已|被)?(?:驳回|退回|退稿|撤稿|撤回|下线|下架|删除|否决)|回收站|(?:auto-?)?draft|pending(?:review)?|private|future|scheduled|trash(?:ed)?|deleted|removed|unpublished|offline|rejected|withdrawn|hidden)$/i

/** Systems count drafts and what was thrown away down from 0. */
const BELOW_ZERO = /^-[1-9]\d{0,3}$/

/** A time that is not set: 0, 0000-00-00 00:00:00. */
const NO_TIME = /^[0\s:T.Z/-]*$/

/**
 * Whether a label and its value say that a record of a content system is not before the public: a draft, one that waits
 * to be approved, one that was taken back or thrown away (`isDeleted: 1`, `draft: true`, 状态：草稿). What a source says
 * of the label itself counts.
 */
export function isUnpublished(label: string, value: string, extra?: ExtraLabels): boolean {
  const normalized = normalizeLabel(label)
  if (extra?.has(normalized)) return false
  const name = normalized.replace(/[\s_-]/g, '')
  const said = value.normalize('NFKC').replace(/\s/g, '')
  const answer = answerIn(said)
  // Some count on from 1: deleted by its author, by an editor.
  if (ASKS_WITHDRAWN.test(name)) return answer === true || /^[1-9]$/.test(said) || UNPUBLISHED.test(said)
  if (TELLS_WHEN.test(name)) return answer !== false && !NO_TIME.test(said)
  if (ASKS_PUBLISHED.test(name)) return answer === false || UNPUBLISHED.test(said)
  if (MAY_ASK_PUBLISHED.test(name)) return answer === false && said !== '0'
  return TELLS_STATE.test(name) && (UNPUBLISHED.test(said) || BELOW_ZERO.test(said))
}
