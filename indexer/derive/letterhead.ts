import { parseDate } from '../contract/dates.js'
import { isBodyLine } from './body-line.js'
import { bodyNamesIn } from './body-names.js'
import { ANSWER_CLASS, readNumberLine } from './number-line.js'
import { secrecyIn } from './restriction-in-text.js'

/** What stands above the title of an official document (GB/T 9704—2012, 7.2): none of it is the title. */
export interface Letterhead {
  /** The first line below it. */
  end: number
  /** Of an order or announcement whose number stands on a line of its own: 某令第5号. */
  orderNumber: string | null
  /** The bodies whose letterhead it is, by their full names; none where one of them is not written in full. */
  senders: string[]
}

const COPY_NUMBER = /^(?:No\.?|№)?\d{6}$/i
const URGENCY = /^(?:特急|特提|加急|平急|急件|紧急)$/
const SIGNER = /^签发人[:：]?/
/** What stands above the text of a telegram: 发往：各乡镇, 等级：特急·明电, 签批盖章：… */
const TELEGRAM =
  /^(?:(?:传真|明传|内部|密码)?(?:电报|明电)|传真电报|(?:发往|发电(?:单位|机关)|签批(?:盖章)?|等级|紧急程度)[:：].{0,40})$/
const CLASS = new RegExp(`^${ANSWER_CLASS}$`)
/** A state of the text that is set above its title. */
export const DRAFT = /^[（(【[]?(?:公开)?(征求意见稿|送审稿|审议稿|讨论稿|修改稿|草案)[）)】\]]?$/
const ORDER = /^\p{Script=Han}{2,30}(?:令|公告|通告)$/u
const ORDER_NUMBER = /^[（(]?((?:〔?\d{4}[年〕])?第?(?:\d{1,4}|[一二三四五六七八九十百零〇]{1,7})号)[）)]?$/
const MINUTES_NUMBER = /^[（(]?[〔[［（(]?\d{4}[〕\]］）)]?年?第?\d{1,4}[号期][）)]?$|^[（(]?第?\d{1,4}[号期][）)]?$/
/** A longer line is none of these. */
const LONGEST = 80
/** So many bodies may share a letterhead, a line each. */
const MOST_SENDERS = 12
/** Stands behind the sender: 青梧区人民政府文件, 青梧区人民政府令. */
const WHAT_IT_SENDS = /\s*(?:文\s*件|令|公\s*告|通\s*告)$/

/** Reads the letterhead that begins at line `start`: `end` is `start` where there is none. */
export function readLetterhead(lines: readonly string[], start: number): Letterhead {
  let orderNumber: string | null = null
  let senders: string[] | null = null
  let end = start
  for (let length = 1; length > 0; end += length) {
    orderNumber ??= orderAt(lines, end)
    length = linesAt(lines, end)
    senders ??= sendersOf(lines.slice(end, end + length))
  }
  return { end, orderNumber, senders: senders ?? [] }
}

/** How many lines of a letterhead stand there that belong together; 0 for the title and the text. */
function linesAt(lines: readonly string[], at: number): number {
  const line = lines[at]
  if (line === undefined || line.length > LONGEST) return 0
  if (orderAt(lines, at) !== null) return 2
  if (isMinutesAt(lines, at)) return 2
  if (isMark(line) || isSenderAndDate(line) || isAbove(line) || isNumber(line)) return 1
  const sharing = sendersAt(lines, at)
  if (sharing > 0) return sharing
  // Letters have the sender alone above the number.
  return isBodyLine(line) && isNumber(lines[at + 1] ?? '') ? 2 : 0
}

const compact = (line: string): string => line.normalize('NFKC').replace(/\s/g, '')
/** Lines that tell something of the document, whatever stands above and below them. */
const isAbove = (line: string): boolean => [SIGNER, TELEGRAM, CLASS, DRAFT].some((one) => one.test(compact(line)))
const isNumber = (line: string): boolean => readNumberLine(line)?.title === null

/** 专题会议纪要 above 〔2013〕第5号 is the name of a series (GB/T 9704—2012, 10.3), if the title of this one follows. */
function isMinutesAt(lines: readonly string[], at: number): boolean {
  const [name, number, ...below] = lines.slice(at, at + 6).map((line) => (line.length > LONGEST ? '' : compact(line)))
  const isSeries = /^\p{Script=Han}{0,24}纪要$/u.test(name ?? '') && MINUTES_NUMBER.test(number ?? '')
  return isSeries && below.some((line) => /纪要$/.test(line) && line !== name)
}

/** 青梧区人民政府办公室　　2013年4月18日, as on minutes and briefs. */
function isSenderAndDate(line: string): boolean {
  const [sender, date, ...others] = line.trim().split(/\s{2,}|\t/)
  return others.length === 0 && date !== undefined && isBodyLine(sender!) && parseDate(date) !== null
}

/** Copy number, secrecy with its duration, urgency; several may stand on a line. */
function isMark(line: string): boolean {
  const isOne = (word: string): boolean => COPY_NUMBER.test(word) || URGENCY.test(word)
  // A star or a rule parts the letterhead from the text.
  return (
    secrecyIn(line) !== null ||
    /^[★☆━─—＿_=-]+$/.test(compact(line)) ||
    isOne(compact(line)) ||
    line.trim().split(/\s+/).every(isOne)
  )
}

/** How many lines of bodies there are up to 文件, beside the last of them or by itself; 0 where there is none. */
function sendersAt(lines: readonly string[], at: number): number {
  for (let count = 1; count <= MOST_SENDERS; count++) {
    const line = lines[at + count - 1] ?? ''
    const words = compact(line)
    if (words === '文件') return count > 1 ? count + besideBelow(lines, at + count) : 0
    if (!isBodyLine(line.trim().replace(/\s*文\s*件$/, ''))) return 0
    if (words.endsWith('文件')) return count + besideBelow(lines, at + count)
  }
  return 0
}

/**
 * How many bodies stand below 文件 and above the number: in a table it is beside the first of them, or the middle one. A
 * body above no number may begin the title.
 */
function besideBelow(lines: readonly string[], at: number): number {
  let count = 0
  while (count < MOST_SENDERS && isBodyLine((lines[at + count] ?? '').trim())) count++
  return isNumber(lines[at + count] ?? '') ? count : 0
}

/** The bodies of one part of a letterhead; null for a part that names none, an empty list where one is not certain. */
function sendersOf(lines: readonly string[]): string[] | null {
  const named = lines.map((line) => line.trim().replace(WHAT_IT_SENDS, '')).filter(isBodyLine)
  if (named.length === 0) return null
  const names = named.map(bodyNamesIn)
  return names.some((found) => found.length === 0) ? [] : [...new Set(names.flat())]
}

function orderAt(lines: readonly string[], at: number): string | null {
  const [order, number] = [lines[at], lines[at + 1]].map((line = '') => (line.length > LONGEST ? '' : compact(line)))
  const found = ORDER_NUMBER.exec(number!)
  return ORDER.test(order!) && !/关于|的/.test(order!) && found
    ? `${order}${/^[\d〔]|^第/.test(found[1]!) ? '' : '第'}${found[1]}`
    : null
}
