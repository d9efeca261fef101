import { centralBodyAtStart } from '../../indexer/contract/bodies.js'
import { formatDocNumber, NUMBER_PARTS, parseDocNumber, type DocNumber } from '../../indexer/contract/doc-number.js'
import { normalize } from '../../indexer/contract/normalize.js'

/** A document number inside a query; offsets are UTF-16 code units. */
export interface NumberSpan {
  start: number
  end: number
  number: DocNumber
}

const { open, close, year, serial, codeEnd, counted } = NUMBER_PARTS
const CODE = '\\p{Script=Han}{1,14}?'
/** 国发2021年5号线 is no number. */
const END = '\\s*[号號](?![线線楼樓院栋棟区區])'
/**
 * What may stand between year and serial. White space is matched in one place only wherever it may stand: a run of it
 * that two neighbours can share is tried in every division.
 */
const BETWEEN = '[年第\\-—–－/.,、\\s]+'
const WRITTEN = new RegExp(
  [
    `${CODE}\\s*${open}\\s*${year}\\s*(?:年\\s*)?${close}\\s*(?:第\\s*)?${serial}\\s*[号號]`,
    `${CODE}${codeEnd}\\s*${year}${BETWEEN}${serial}${END}`,
    `${CODE}${codeEnd}(?:19|20)\\d{2}\\d{1,4}${END}`,
    `\\p{Script=Han}{0,14}?${counted}\\s*(?:${year}\\s*年\\s*)?第\\s*${serial}\\s*[号號]`,
    `\\p{Script=Han}{1,14}?第\\s*${serial}\\s*[号號]令`,
    // 第 is often left out of orders; 公告20号起 speaks of a day.
    `\\p{Script=Han}{1,14}?令\\s*${serial}${END}`,
  ].join('|'),
  'gu',
)

/** What may stand before the code of a number in a sentence, without a space between. */
const BEFORE =
  /^(?:请问|查找|查询|检索|查|关于|有关|根据|依据|依照|遵照|参照|参见|详见|见|贯彻|落实|执行|印发|转发|废止|修改|替代|和|与|及|或|的|对|在|是|以|由|為|为|關於|根據|按照|依據|參照|貫徹|落實|執行)+(?=\p{Script=Han}{2})/u

const CODE_FOLLOWS = new RegExp(`^(?!${counted})\\p{Script=Han}{2,}(?:\\s*${open}|\\s*${year})`, 'u')

/** Words that end as codes do: 印发2021年1号文件 speaks of no number of 印发. */
const ORDINARY = /(?:[印转轉下颁頒核签簽首开研]发|[批答回恢]复|[文数汉]字|[法命]令)$/u

/** Whether what stands before a year without brackets is a word rather than a code. */
export const isOrdinaryWord = (code: string): boolean => ORDINARY.test(normalize(code))

/** How many characters of a text are words that may stand before the code of a number, or the body whose code it is. */
function leadIn(text: string): number {
  const words = BEFORE.exec(text)?.[0].length ?? 0
  const body = centralBodyAtStart(text.slice(words))?.length ?? 0
  // 国务院令 and 国家税务总局公告 are codes themselves.
  return CODE_FOLLOWS.test(text.slice(words + body)) ? words + body : words
}

/** A text without what may stand before the code of a number. */
export const withoutLeadIn = (text: string): string => text.slice(leadIn(text))

/** Whether what looks like a number is one: its code is none of the words before a year, and it can be written again. */
function isMeant(number: DocNumber, written: string): boolean {
  const standard = formatDocNumber(number)
  const isBracketed = new RegExp(open, 'u').test(written)
  const isWord = !isBracketed && number.year !== null && isOrdinaryWord(number.code)
  return !isWord && !BEFORE.test(standard) && [...standard.matchAll(WRITTEN)].some(([whole]) => whole === standard)
}

/** The document numbers in a text, in order, however they are written. */
export function findNumbers(text: string): NumberSpan[] {
  const spans: NumberSpan[] = []
  for (const match of text.matchAll(WRITTEN)) {
    const before = leadIn(match[0])
    const number = parseDocNumber(match[0].slice(before))
    if (number && isMeant(number, match[0])) {
      spans.push({ start: match.index + before, end: match.index + match[0].length, number })
    }
  }
  return spans
}
