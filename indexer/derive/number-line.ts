import { NUMBER_PARTS, parseDocNumber } from '../contract/doc-number.js'
import { endsLikeTitle } from './title-kind.js'

/** A line that bears a document number besides words that may be the title. */
export interface NumberLine {
  number: string
  /** What stands before the number where it is the title; else null. */
  title: string | null
}

/** A longer line is text. */
const MAX_LENGTH = 140
/** An organisation's code: 国办函, 京政办发. Codes with a spelt-out body are found by what follows the body. */
const LONGEST_CODE = 12
const SHORTEST_TITLE = 6

const { open, close, year, serial } = NUMBER_PARTS
const YEAR_AND_SERIAL = new RegExp(`${open}\\s*${year}\\s*年?\\s*${close}\\s*第?\\s*${serial}\\s*号`, 'u')
const SEPARATOR = /[\s（(【[:：》”]+/
/** The class of an answer to a proposal, as source of a regular expression: （A类）, 分类：A, 办理结果：B1类. */
export const ANSWER_CLASS = '(?:(?:分类|类别|办理结果|办理类别|答复类[别型])\\s*[:：]\\s*)?[（(]?[A-E]\\d?\\s*类?[）)]?'
/** Beside the number may stand who signs, the date, and of an answer its class. */
const AFTER = new RegExp(
  `^[\\s,，;；）)】\\]]*(?:${ANSWER_CLASS}\\s*)?(?:签\\s*发\\s*人.{0,30}|[^年]{0,4}\\d{4}年\\d{1,2}月\\d{1,2}日(?:印发|发布)?)?[）)】\\]]*$`,
)
const LABEL = /(?:字\s*号|文\s*号|文件编号)$/
/** The class of an answer, or the urgency of a telegram, may stand before the number. */
const MARK = new RegExp(`^(?:${ANSWER_CLASS}|等级\\s*[:：]?\\s*[特加平]急.{0,8})$`)
/** What a code cannot hold: who issued the document stands before it where both are written without a space. */
const BODY = /^.*(?:人民政府|办公[厅室]|委员会|文件|[文字]号)(?=\p{Script=Han}{2,8}$)/u
const CODE_END = /[发發函字复復办批报规呈电通令]$/

/**
 * Reads a line of the head that bears a document number: alone, after the title (`…的通知 某政发〔2021〕15号`, even
 * without a space), beside 签发人 or the date. Null for any other line, and for a sentence that names a number.
 */
export function readNumberLine(line: string): NumberLine | null {
  if (line.length > MAX_LENGTH || /[。；;！]$/.test(line)) return null
  const found = YEAR_AND_SERIAL.exec(line)
  if (found === null) return withoutBrackets(line)
  if (!AFTER.test(line.slice(found.index + found[0].length))) return null
  const { code, before } = splitCode(codeBefore(line.slice(0, found.index)))
  const number = `${code}${found[0]}`
  if (code === '' || parseDocNumber(number) === null) return null
  const words = before.replace(/[\s（(【[:：]+$/u, '')
  if (words === '' || LABEL.test(words) || MARK.test(words) || isSender(words)) return { number, title: null }
  return isTitle(words) ? { number, title: words } : null
}

/** Orders and announcements (某令第5号), and numbers typed without brackets: the whole line, if no title is in it. */
function withoutBrackets(line: string): NumberLine | null {
  return /关于/.test(line) || parseDocNumber(line) === null ? null : { number: line, title: null }
}

interface Code {
  before: string
  code: string
}

/** The run of letters at the end, and all before it. 国 发 may be spaced. */
function codeBefore(text: string): Code {
  const trimmed = text.trimEnd()
  const words = trimmed.split(SEPARATOR)
  let first = words.length - 1
  while (first > 0 && [...words[first]!].length === 1 && [...words[first - 1]!].length === 1) first--
  const code = words.slice(first).join('')
  const start = words.length - first === 1 ? trimmed.length - code.length : trimmed.lastIndexOf(words[first]!)
  return { code, before: trimmed.slice(0, start) }
}

/** Parts a title or a body from the code that it stands close to. */
function splitCode({ before, code: run }: Code): Code {
  for (let length = 2; length <= LONGEST_CODE && length < run.length; length++) {
    const title = before + run.slice(0, -length)
    const code = run.slice(-length)
    if (isTitle(title) && CODE_END.test(code) && !/[的于]/.test(code)) return { before: title, code }
  }
  const body = CODE_END.test(run) ? BODY.exec(run)?.[0] : undefined
  return body === undefined ? { before, code: run } : { before: before + body, code: run.slice(body.length) }
}

const isTitle = (words: string): boolean => words.length >= SHORTEST_TITLE && endsLikeTitle(words)
const isSender = (words: string): boolean => /(?:政府|委员会|办公[厅室]|[局厅部院委办]|文件)$/.test(words)
