import { centralBodyAtEnd } from '../contract/bodies.js'
import { formatDocNumber, parseDocNumber } from '../contract/doc-number.js'
import type { Reference } from '../contract/document.js'

/** Longest title and longest issuing code that are looked for, in characters. */
const LONGEST_TITLE = 90
const LONGEST_CODE = 14

/** Titles in 《…》 name books and programmes too: these words are how titles of documents end. */
const DOCUMENT =
  /(?:宪法|法|法典|条例|规定|办法|意见|通知|决定|决议|纲要|规划|计划|方案|细则|规则|规程|规范|标准|公报|公告|通告|通报|报告|准则|章程|命令|令|批复|函|指南|指引|目录|名录|清单|议定书|协定|公约|条约|协议|解释|修正案|要点|措施|预案|预算|决算|守则|建议|制度|宣言|声明|纪要|须知|试点|白皮书)$/
const SUFFIX = /[（(][^（）()]{1,20}[）)]$/
/** What stands before a name that holds in this document only, （以下简称《决定》）, and how many characters it has. */
const SHORT_NAME = /(?:简称|以下称|下称|统称)(?:为|[:：])?[“"]?$/
const BEFORE_SHORT_NAME = 8
/** Not `\s*第?\s*`, which would divide white space in every way. */
const NUMBER = /[〔[(（【]\s*(\d{4})\s*[〕\])）】](?:\s*第)?\s*(\d{1,5})\s*号/g
/** Orders are counted without a year: 国务院令第711号. Who gave it stands before it, and is looked for from there. */
const ORDER = /令第?\s*([0-9]{1,4}|[一二三四五六七八九十百]{1,7})\s*号/g
const BEFORE_ORDER = /\p{Script=Han}{2,28}$/u
/** Said of who gave an order, or not; the number is the same. */
const STATE = /^.*中华人民共和国(?=\p{Script=Han})/u
/** Words that stand before an issuing code and are no part of it. */
const BEFORE_CODE =
  /^.*(?:年|月|日|根据|按照|依据|依照|执行|贯彻|落实|参照|印发|转发|发布|废止|文件|关于|遵照|结合|对照|以及|以|和|与|及|见|即|由|为|在|经|如|等|是|按|将|原|对|该|据)(?=\p{Script=Han})/u

/**
 * The documents that a text names: titles in 《…》 that read like one, and document numbers, a number in brackets after
 * a title going with it. Each once, in order; what `own` names (the document itself) is left out, and so are the short
 * names that the text gives to others. One pass over the text.
 */
export function referencesIn(
  paragraphs: readonly string[],
  own: { title: string; number: string | null },
): Reference[] {
  const found = new Map<string, Reference>()
  const leftOut = new Set([own.title])
  const add = (title: string | null, number: string | null, paragraph: number): void => {
    if ((title !== null && leftOut.has(title)) || (number !== null && number === own.number)) return
    const key = title ?? number!
    const known = found.get(key)
    if (!known) found.set(key, { title, number, paragraph })
    else if (known.number === null && number !== null) found.set(key, { ...known, number })
  }
  paragraphs.forEach((paragraph, index) => {
    const taken = addTitles(paragraph, (title, number, isShort) => {
      if (isShort) leftOut.add(title)
      else add(title, number, index + 1)
    })
    for (const { number, at } of numbersIn(paragraph)) if (!taken.has(at)) add(null, number, index + 1)
  })
  const withTitle = new Set([...found.values()].flatMap(({ title, number }) => (title && number ? [number] : [])))
  return [...found.values()].filter(({ title, number }) => title !== null || !withTitle.has(number!))
}

/** Adds the titles of a paragraph; returns where the numbers are that went with one. */
function addTitles(
  paragraph: string,
  add: (title: string, number: string | null, isShort: boolean) => void,
): Set<number> {
  const taken = new Set<number>()
  for (let open = paragraph.indexOf('《'); open >= 0; open = paragraph.indexOf('《', open + 1)) {
    const close = closing(paragraph, open)
    if (close < 0) continue
    const title = paragraph
      .slice(open + 1, close)
      .replace(/\s+/g, ' ')
      .trim()
    if (isDocumentTitle(title)) {
      const bracket = /^\s*[（(]([^（）()《》]{2,20}[〔[(（【]\s*\d{4}\s*[〕\])）】]\s*第?\s*\d{1,5}\s*号)/.exec(
        paragraph.slice(close + 1, close + 50),
      )
      const number = bracket ? (numbersIn(bracket[1]!)[0]?.number ?? null) : null
      if (bracket && number) taken.add(close + 1 + bracket[0].length)
      add(title, number, SHORT_NAME.test(paragraph.slice(Math.max(0, open - BEFORE_SHORT_NAME), open)))
    }
    open = close
  }
  return taken
}

/** Where the 》 is that belongs to a 《; -1 where it is too far away. Titles within a title have 〈〉 or 《》 again. */
function closing(paragraph: string, open: number): number {
  let depth = 0
  const last = Math.min(paragraph.length, open + LONGEST_TITLE + 2)
  for (let at = open; at < last; at++) {
    if (paragraph[at] === '《') depth++
    else if (paragraph[at] === '》' && --depth === 0) return at
  }
  return -1
}

function isDocumentTitle(title: string): boolean {
  return title.length >= 2 && DOCUMENT.test(title.replace(SUFFIX, ''))
}

/** Document numbers in standard form, and where each ends. */
function numbersIn(paragraph: string): { number: string; at: number }[] {
  const numbers: { number: string; at: number }[] = []
  for (const match of paragraph.matchAll(NUMBER)) {
    const before = paragraph.slice(Math.max(0, match.index - LONGEST_CODE), match.index)
    const code = /[\p{Script=Han}]+$/u.exec(before)?.[0].replace(BEFORE_CODE, '') ?? ''
    const parsed = code.length >= 2 ? parseDocNumber(`${code}〔${match[1]}〕${match[2]}号`) : null
    if (parsed) numbers.push({ number: formatDocNumber(parsed), at: match.index + match[0].length })
  }
  for (const match of paragraph.matchAll(ORDER)) {
    const before = paragraph.slice(Math.max(0, match.index - 2 * LONGEST_CODE), match.index)
    const words = BEFORE_ORDER.exec(before)?.[0]
    if (words === undefined) continue
    const parsed = parseDocNumber(`${codeOfOrder(words)}第${match[1]}号`)
    if (parsed) numbers.push({ number: formatDocNumber(parsed), at: match.index + match[0].length })
  }
  return numbers
}

/**
 * The code of an order by the words before 令: who gave it is at their end. Names of bodies have 和 and 经 in them, so
 * those that are known go first.
 */
function codeOfOrder(words: string): string {
  const known = centralBodyAtEnd(words)
  if (known !== null) return `${known}令`
  const code = `${words}令`.replace(STATE, '')
  return code.length <= words.length ? code : `${words.slice(-LONGEST_CODE)}令`.replace(BEFORE_CODE, '')
}
