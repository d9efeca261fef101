import { CHINESE_DIGITS, writeCount } from '../../contract/numerals.js'

/** Numbers that are drawn one by one: what stands for the first, and how many there are. */
const DRAWN: Record<string, [first: string, count: number]> = {
  decimalEnclosedCircle: ['①', 20],
  decimalEnclosedCircleChinese: ['①', 20],
  decimalEnclosedParen: ['⑴', 20],
  decimalEnclosedFullstop: ['⒈', 20],
  ideographEnclosedCircle: ['㊀', 10],
}
const STEMS = [...'甲乙丙丁戊己庚辛壬癸']
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥']
const LEGAL: Record<string, string> = {
  chineseLegalSimplified: '零壹贰叁肆伍陆柒捌玖拾佰仟',
  ideographLegalTraditional: '零壹貳參肆伍陸柒捌玖拾佰仟',
}
const COUNTED = '零一二三四五六七八九十百千'
const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
const MAX_COUNTED = 9999
/** Word repeats letters: z, aa, bb. Labels longer than this are no labels. */
const MAX_REPEATED = 30

/**
 * A number as Word writes it in a format of numbering (ECMA-376, 17.18.59 ST_NumberFormat). Formats of scripts that
 * are not used here, and numbers that a format has no way to write, are in digits.
 */
export function formatNumber(value: number, format: string): string {
  const drawn = Object.hasOwn(DRAWN, format) ? DRAWN[format] : undefined
  if (drawn) return inRange(value, drawn[1]) ? String.fromCodePoint(drawn[0].codePointAt(0)! + value - 1) : `${value}`
  if (Object.hasOwn(LEGAL, format))
    return inRange(value, MAX_COUNTED)
      ? writeCount(value)
          .replace(/^十/, '一十')
          .replace(/./gu, (one) => LEGAL[format]![COUNTED.indexOf(one)]!)
      : `${value}`
  switch (format) {
    case 'none':
    case 'bullet':
      return ''
    case 'chineseCountingThousand':
    case 'taiwaneseCountingThousand':
      return inRange(value, MAX_COUNTED) ? writeCount(value) : byDigit(value)
    case 'japaneseCounting':
      return inRange(value, MAX_COUNTED)
        ? writeCount(value)
            .replaceAll('零', '')
            .replace(/一(?=[十百千])/g, '')
        : byDigit(value)
    // Counts up to ninety-nine, and goes on with the digits: 九十九, 一〇〇.
    case 'chineseCounting':
    case 'taiwaneseCounting':
      return inRange(value, 99) ? writeCount(value) : byDigit(value)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return byDigit(value)
    case 'ideographTraditional':
      return inRange(value, STEMS.length) ? STEMS[value - 1]! : `${value}`
    case 'ideographZodiac':
      return inRange(value, BRANCHES.length) ? BRANCHES[value - 1]! : `${value}`
    case 'ideographZodiacTraditional':
      return inRange(value, 60) ? STEMS[(value - 1) % 10]! + BRANCHES[(value - 1) % 12]! : `${value}`
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerLetter':
      return letters(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'numberInDash':
      return `- ${value} -`
    default:
      return String(value)
  }
}

const inRange = (value: number, last: number): boolean => value >= 1 && value <= last

const byDigit = (value: number): string => [...String(value)].map((digit) => CHINESE_DIGITS[Number(digit)]!).join('')

function roman(value: number): string {
  if (!inRange(value, 3999)) return String(value)
  let [rest, written] = [value, '']
  for (const [worth, sign] of ROMAN) for (; rest >= worth; rest -= worth) written += sign
  return written
}

function letters(value: number): string {
  const times = Math.ceil(value / 26)
  if (!inRange(times, MAX_REPEATED)) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(times)
}
