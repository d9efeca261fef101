import { parseDate } from '../../indexer/contract/dates.js'
import { WRITTEN_YEAR } from '../../indexer/contract/numerals.js'

/** A time as it is typed by itself, and what it says. */
export interface AskedDay {
  /** As texts write it: 2023-07 stands in none of them. */
  run: string
  /** Partial ISO date: `2023`, `2023-07`, `2023-07-05`. */
  date: string
}

const NUMERAL = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const IN_WORDS = new RegExp(`^${WRITTEN_YEAR}年(?:${NUMERAL}月(?:份|${NUMERAL}[日号])?)?$`)
/** 2021.5 is a number, 202105 may be one. */
const IN_FIGURES = /^(?:19|20)\d{2}(?:[-/]\d{1,2}(?:[-/]\d{1,2})?|\.\d{1,2}\.\d{1,2}|\d{4})?$/

/** What a normalised string says if it is a year, a month or a day, and nothing else; null for any other. */
export function askedDay(normalized: string): AskedDay | null {
  const isInWords = IN_WORDS.test(normalized)
  const date = isInWords || IN_FIGURES.test(normalized) ? parseDate(normalized) : null
  if (date === null) return null
  const [year, month, day] = date.split('-').map(Number)
  if (isInWords || month === undefined) return { run: normalized, date }
  return { run: `${year}年${month}月${day === undefined ? '' : `${day}日`}`, date }
}

/** Whether a partial ISO date says more than the year. */
export const saysMonth = (date: string): boolean => date.length > 4
