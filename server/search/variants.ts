import { parseDocNumber } from '../../indexer/contract/doc-number.js'
import { CHINESE_DIGITS, readCount, readYear, writeCount } from '../../indexer/contract/numerals.js'
import { normalize } from '../../indexer/contract/normalize.js'

/**
 * Other ways of writing one thing, where the difference is in the numerals and what they count: 二〇二一年 and 2021年, 第十二条 and
 * 第12条, 百分之三十 and 30%, 七天 and 7日, 国发〔2021〕5号 and 国发〔2021〕第5号; or in a 、 between two of a kind; 二十届三中全会 and its full name.
 *
 * Contract, for whoever matches terms. In an ordinary query a term is matched by any of `[run, ...variantsOf(run)]`: a
 * document has the term when it has one of them, its weight is that of the commonest, and all of them are marked. In
 * mode `exact`, in quotations and in exclusions the run stands for itself only: exactness is a substring scan after
 * the normalisation, and variants are no part of that. Document numbers that the reader typed without quotation marks
 * (`Unit.isNumber`) are in the standard form of no single text and take their variants too.
 *
 * Takes and gives normalised strings. At most `MAX_VARIANTS`, most likely first, without the run itself; most runs have
 * none, which costs two regular expressions. `variantsOf(v)` of a variant need not lead back to the run.
 */
export const MAX_VARIANTS = 4

export function variantsOf(run: string): string[] {
  if (!NUMERAL.test(run)) return sideBySide(run)
  const found = RULES.flatMap((rule) => rule(run))
  return [...new Set(found)].filter((variant) => variant !== run).slice(0, MAX_VARIANTS)
}

/** Two of a kind, as slogans have them, are written with and without a 、 between them: 碳达峰碳中和, 大众创业万众创新. */
function sideBySide(run: string): string[] {
  if (!/^(?:\p{Script=Han}{6}|\p{Script=Han}{8})$/u.test(run)) return []
  const [one, other] = [run.slice(0, run.length / 2), run.slice(run.length / 2)]
  const isAlike = one !== other && [...one].some((character, place) => character === other[place])
  return isAlike ? [`${one}、${other}`] : []
}

/** Words of fewer characters are set off whole; longer ones are sentences. */
const [SHORTEST_SET_OFF, LONGEST_SET_OFF] = [4, 8]

/**
 * A word of the dictionary as texts write it that set off a part of it: “三公”经费, “十四五”规划, 双随机、一公开. Takes and gives
 * normalised strings; none of what has other characters than Chinese ones.
 */
export function setOff(word: string): string[] {
  const { length } = word
  if (!/^\p{Script=Han}+$/u.test(word) || length < SHORTEST_SET_OFF || length > LONGEST_SET_OFF) return []
  const ends = Array.from({ length: length - 3 }, (_, place) => place + 2)
  const quoted = ends.map((end) => `"${word.slice(0, end)}"${word.slice(end)}`)
  const isEven = length >= 6 && length % 2 === 0
  return isEven ? [...quoted, `${word.slice(0, length / 2)}、${word.slice(length / 2)}`] : quoted
}

const NUMERAL = /[0-9〇零一二三四五六七八九十百]/

/** Each gives forms of a run; what it has nothing to say to comes back as it is, or not at all. */
const RULES: ((run: string) => string[])[] = [
  documentNumbers,
  plenarySessions,
  inDays,
  inYearsOfAge,
  inDigits,
  inCharacters,
]

const YEAR_IN_CHARACTERS = /(?<![〇零0一二三四五六七八九十百千])(?:[一二][〇零0一二三四五六七八九]{3})(?=年|$)/g
const YEAR_IN_DIGITS = /(?<![0-9.])(?:19|20)[0-9]{2}(?=年|$)/g
/** What is counted with numerals of either kind; a numeral inside a word (统一项目) is none. */
const COUNTED = '(?=[年月日天号届次条章节款项批期类级倍岁周])'
const PLACE = '(?<=^|第|年|月)'
const COUNT_IN_CHARACTERS = new RegExp(`${PLACE}[一二三四五六七八九十百千零〇]{1,7}${COUNTED}`, 'g')
const COUNT_IN_DIGITS = new RegExp(`${PLACE}[1-9][0-9]{0,3}${COUNTED}`, 'g')
const SHARE_IN_CHARACTERS = /百分之([一二三四五六七八九十百]{1,5})/g
const SHARE_IN_DIGITS = /(?<![0-9.])([1-9][0-9]{0,2})%/g

const SESSION = /第?([一二三四五六七八九十]{1,3})届([一二三四五六七八九十]{1,2})中全会/g

/** Plenary sessions of the Central Committee by their full name, which communiqués alone have: 二十届三中全会. */
function plenarySessions(run: string): string[] {
  return [run.replace(SESSION, '第$1届中央委员会第$2次全体会议')]
}

/** Laws count in 日 what people count in 天. */
function inDays(run: string): string[] {
  const days = run.replace(/(?<=[0-9〇零一二三四五六七八九十百])天/g, '日')
  return days === run ? [] : [days, ...inDigits(days)]
}

/** Laws count in 周岁 what people count in 岁. */
function inYearsOfAge(run: string): string[] {
  const years = run.replace(/(?<=[0-9〇零一二三四五六七八九十百])岁/g, '周岁')
  return years === run ? [] : [...inCharacters(years).slice(0, 1), ...inDigits(years)]
}

function inDigits(run: string): string[] {
  const count = (text: string): string => String(readCount(text) ?? text)
  return [
    run
      .replace(YEAR_IN_CHARACTERS, (text) => String(readYear(text)))
      .replace(SHARE_IN_CHARACTERS, (_, share: string) => `${count(share)}%`)
      .replace(COUNT_IN_CHARACTERS, count),
  ]
}

/** Zero in a year is written in three ways, the first of which is the right one. */
function inCharacters(run: string): string[] {
  return ['〇', '零', '0'].map((zero) => {
    const digits = (year: number): string =>
      [...String(year)].map((digit) => (digit === '0' ? zero : CHINESE_DIGITS[Number(digit)])).join('')
    return run
      .replace(YEAR_IN_CHARACTERS, (text) => digits(readYear(text)!))
      .replace(YEAR_IN_DIGITS, (text) => digits(Number(text)))
      .replace(SHARE_IN_DIGITS, (_, share: string) => `百分之${writeCount(Number(share))}`)
      .replace(COUNT_IN_DIGITS, (text) => (/^(19|20)\d\d$/.test(text) ? text : writeCount(Number(text))))
  })
}

const ORDER_NAMES: [RegExp, string][] = [
  [/^国令(?=第)/, '国务院令'],
  [/^(?:中华人民共和国)?国务院令(?=第)/, '国令'],
]

function documentNumbers(run: string): string[] {
  const number = parseDocNumber(run)
  if (number === null) return []
  const { code, year, number: serial } = number
  if (year === null) return [...ORDER_NAMES.map(([from, to]) => run.replace(from, to)), ...spokenOrder(code, serial)]
  return [`[${year}]第${serial}号`, `[${year}]${String(serial).padStart(2, '0')}号`, `[${year}]${serial}号`].map(
    (rest) => normalize(code + rest),
  )
}

/** As orders are spoken of, by the one that gives them, or by whose they are: 国务院第711号令, 第七十三号主席令. */
function spokenOrder(code: string, serial: number): string[] {
  const giver = /^(.+)令$/.exec(code)?.[1]
  if (giver === undefined || giver === '国') return []
  return giver === '主席' ? [`第${writeCount(serial)}号${code}`] : [`${giver}第${serial}号令`]
}
