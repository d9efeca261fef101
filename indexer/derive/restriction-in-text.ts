import { answerIn } from '../answer.js'
import { NEXT_LABEL } from '../extract/head-pairs.js'
import { visibilityLabel } from '../labels-visibility.js'
import { tickedOptions } from '../visibility-options.js'
import { REFUSED, SECRET } from '../visibility-words.js'
import { isClosedBy } from '../visibility.js'
import { restrictionInTitle } from './restriction-in-title.js'

/** Secrecy stands in the letterhead, among so many first lines. */
const HEAD_LINES = 10
/** A bare word of disclosure stands there or among so many last ones. */
const LAST_LINES = 3
const LONGEST = 60

/** 机密★1年, compared without white space. */
const SECRECY = /^[★☆*]?(?:绝密|机密|秘密|工作秘密|密码电报)(?:[★☆*].{0,8})?$/
/** What is printed for some readers only says so above its title: 内部资料　注意保存, 【内部文件，不得外传】, （内部）. */
const INTERNAL =
  /^[（(【[〔]?(内部(?:资料|文件|材料|文稿|刊物|参考|情况|使用|参阅|传阅|掌握|明电|电报|传真(?:电报)?)|(?<=[（(【[〔])内部)(?:[,，、;；·]?(?:请?注意保存|请?妥善保管|注意保密|请?(?:不得|不要|勿|严禁)(?:外传|翻印|转载|复制)))*[）)】\]〕]?$/
/** A copy number or an urgency may stand on the same line. */
const BESIDE_SECRECY = /^(?:(?:No\.?|№)?\d{6}|特急|特提|加急|平急)$/i
/** 依申请公开, 不得上网: whole lines. */
const BARE = new RegExp(`^(${REFUSED})[。！]?$`)
/** A list of kinds of disclosure, or a text about it, has such words for headings. */
const ABOUT_DISCLOSURE = /(?:信息|政务|申请|主动)公开|公开(?:指南|目录|制度|条例|方式|属性|年度报告|工作)/
const BRACKETED = /^[（(【[〔](.*)[）)】\]〕]$/
const THIS = /^(?:此|本)(?:件|文件|文|公文|通知)/
/** （此件依申请公开） */
const NOTE = new RegExp(`^[^公开]{0,6}?(${REFUSED}|${SECRET})[^公开]{0,4}。?$`)
/** （不予公开） */
const BARE_NOTE = new RegExp(`^(${REFUSED})(?:[,，;；:：].*)?$`)
/** 信息公开选项：依申请公开. */
const OPTION = /^([^:：]{2,24})[:：][\s|]*([^\s|].*?)[\s|]*$/
/** Options may stand beside each other, and the first is no label of the second. */
const IS_OPTION = new RegExp(`^(?:${REFUSED}|主动公开)$`)
/** Without one of these no line says anything of the kind; there may be a hundred thousand lines. */
const WORTH_A_LOOK = /[公密内申布网传]|open|public|secret/i
/** A line may say several things, set apart by wide spaces. */
const PARTS = /\u3000|\t| {2,}/

/**
 * The words by which a text itself says that it is not for the public: secrecy or 内部资料 in its letterhead (机密★1年), a
 * note that stands alone (（此件不予公开）), the option of disclosure (公开属性：依申请公开), wherever that stands: long
 * attachments may follow it. `title` is what else than the text says what it is about. Null where it says nothing of the
 * kind.
 */
export function restrictionInText(paragraphs: readonly string[], title = ''): string | null {
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.length > LONGEST || !WORTH_A_LOOK.test(paragraph)) continue
    const secret = index < HEAD_LINES ? (secrecyIn(paragraph) ?? internalIn(paragraph)) : null
    const inTitle = index < HEAD_LINES ? restrictionInTitle(paragraph) : null
    const found = secret ?? inTitle ?? [...partsOf(paragraph), paragraph].map(noteIn).find(Boolean)
    if (found) return found
    const next = paragraphs[index + 1]
    const apart = /[:：]$/.test(paragraph) && next !== undefined && next.length <= LONGEST ? paragraph + next : null
    const below = apart === null ? null : optionIn(apart)
    if (below !== null) return below
  }
  return bareWordIn(paragraphs, title)
}

/** 依申请公开 on a line of its own, at the beginning or the end of a text that is about something else. */
function bareWordIn(paragraphs: readonly string[], title: string): string | null {
  const edges = [...new Set([...paragraphs.slice(0, HEAD_LINES), ...paragraphs.slice(-LAST_LINES)])]
  const bare = edges.map((line) => BARE.exec(line.replace(/\s/g, ''))?.[1])
  const others = edges.filter((_, at) => bare[at] === undefined)
  const isAbout = [title, ...others].some((line) => line.length <= LONGEST && ABOUT_DISCLOSURE.test(line))
  const found = bare.filter((word) => word !== undefined)
  return found.length === 1 && !isAbout ? found[0]! : null
}

function noteIn(part: string): string | null {
  const line = part.replace(/\s/g, '')
  const inner = BRACKETED.exec(line)?.[1]
  const said = (inner ?? line).replace(THIS, '')
  const isOfThis = said !== (inner ?? line)
  const note = isOfThis ? NOTE.exec(said) : inner === undefined ? null : BARE_NOTE.exec(inner)
  return note?.[1] ?? optionIn(part.trim().replace(BRACKETED, '$1').replace(THIS, ''))
}

/** A closed value under a label of visibility, or what is ticked there among all that could be chosen. */
function optionIn(line: string): string | null {
  const [, named, value] = OPTION.exec(line) ?? []
  if (named === undefined || value === undefined) return null
  const label = named.replace(/[为是]\s*$/, '')
  if (visibilityLabel(label) === null || (IS_OPTION.test(label) && answerIn(value) === null)) return null
  return (
    (tickedOptions(value) ?? [value]).map((one) => one.replace(/\s/g, '')).find((one) => isClosedBy(label, one)) ?? null
  )
}

/** The parts of a line, and each with the next one: label and value may stand in two cells of a table. */
function partsOf(line: string): string[] {
  const parts = line.split(PARTS).filter((part) => part.trim() !== '')
  const pairs = line.split(NEXT_LABEL)
  return [
    ...(parts.length < 2 ? [] : parts),
    ...(pairs.length < 2 ? [] : pairs),
    ...parts.slice(1).map((part, index) => `${parts[index]!}：${part}`),
  ]
}

const internalIn = (line: string): string | null => INTERNAL.exec(line.replace(/\s/g, ''))?.[1] ?? null

/** The mark of secrecy on a line that holds nothing but marks; null for any other line. */
export function secrecyIn(line: string): string | null {
  const compact = line.replace(/\s/g, '')
  if (SECRECY.test(compact)) return compact
  const words = line.trim().split(/\s+/)
  const others = words.filter((word) => !BESIDE_SECRECY.test(word))
  return SECRECY.test(others.join('')) ? others.join('') : null
}
