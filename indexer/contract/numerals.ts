/** Chinese digits, each at its value; the ways of writing zero beside 〇 are read too. */
export const CHINESE_DIGITS = '〇一二三四五六七八九'
const ZEROS = /[零○◯]/g
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }

/** Pattern of a year in digits or characters, as it stands before 年. */
export const WRITTEN_YEAR = '(?:(?<!\\d)[12]\\d{3}|[一二][〇零一二三四五六七八九]{3})'

/** `2021` or 二〇二一 (also with 零, ○ or 0 for zero) as a number; null for anything but four digits. */
export function readYear(text: string): number | null {
  const digits = [...text.replace(ZEROS, '〇')].map((digit) => {
    const value = CHINESE_DIGITS.indexOf(digit)
    return value >= 0 ? String(value) : digit
  })
  return /^\d{4}$/.test(digits.join('')) ? Number(digits.join('')) : null
}

/** A whole number from 0 to 99,999,999 in digits or as counted (七百一十一, 十二, 一百零五); null for anything else. */
export function readCount(text: string): number | null {
  if (/^\d{1,8}$/.test(text)) return Number(text)
  const counted = text.replace(ZEROS, '').replaceAll('〇', '').replaceAll('两', '二')
  if (!/^[一二三四五六七八九十百千万]+$/.test(counted)) return null
  let [total, section, digit] = [0, 0, 0]
  for (const character of counted) {
    const unit = UNITS[character]
    if (unit === undefined) {
      if (digit !== 0) return null
      digit = CHINESE_DIGITS.indexOf(character)
    } else if (unit === UNITS['万']) {
      total += (section + digit) * unit
      section = digit = 0
    } else {
      section += (digit || 1) * unit
      digit = 0
    }
  }
  return total + section + digit
}

/** A whole number from 1 to 9,999 as it is counted: 105 → 一百零五, 12 → 十二. */
export function writeCount(value: number): string {
  const places = ['', '十', '百', '千']
  const digits = String(value)
  let written = ''
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[index])
    if (digit !== 0) written += CHINESE_DIGITS[digit]! + places[digits.length - 1 - index]!
    else if (!written.endsWith('零') && /[1-9]/.test(digits.slice(index))) written += '零'
  }
  return written.replace(/^一十/, '十')
}
