import { chinaDay, dayRange, findDates } from '../../indexer/contract/dates.js'
import { readYear, WRITTEN_YEAR } from '../../indexer/contract/numerals.js'
import type { HitMetadata } from '../../indexer/contract/records.js'
import { askedDay, saysMonth } from './asked-day.js'
import type { ParsedQuery } from './query.js'

/** The time that a query asks for. */
export interface AskedTime {
  years: readonly number[]
  /** Months and days of these years, as partial ISO dates, where more is said than the year. */
  dates: readonly string[]
  /** The newer, the better. */
  newest: boolean
  /** Nothing is said of the time: what holds today is meant. */
  today: boolean
  /** When it is asked. */
  now: Date
}

/** A year is written with 年, or stands by itself, first or last: 新年贺词 2024, 2024政府工作报告, 机构改革方案2023. */
const YEARS = new RegExp(
  `${WRITTEN_YEAR}(?=年)|(?<![\\d.])(?:19|20)\\d{2}(?=\\s|$)|(?<=^|\\s)(?:19|20)\\d{2}(?=\\p{Script=Han})(?![年多余万亿元人名个件次号项家])`,
  'gu',
)
/** From one year on, up to now or to another: 2019年以来, 2016至2020年. */
const SINCE = new RegExp(`(${WRITTEN_YEAR})年(?:以来|至今|以后|之后)`, 'gu')
const BETWEEN = new RegExp(`(?<!\\d)(${WRITTEN_YEAR})年?[-—~至到](${WRITTEN_YEAR})年`, 'gu')
const ONE_TIME = new RegExp(`^${WRITTEN_YEAR}年(?:[^年]{1,3}月(?:份|[^月]{1,3}[日号])?)?$`)
const NEWEST = /最新|最近|近期|今年|本年度/
const TIME_IN_FRONT = new RegExp(`^(?:${NEWEST.source}|${WRITTEN_YEAR}年度?)的?(?=.)`)
const RELATIVE_YEARS: [RegExp, number][] = [
  [/今年|本年度/, 0],
  [/去年|上一?年度/, -1],
  // 以前年度, 目前年产量
  [/(?<![以目当先])前年(?!度)/, -2],
]
/** What it counts for to look back on the year that is asked for, beside being of it. */
const REVIEW = 0.5
const YEARLY_REVIEW = /政府工作报告$/
/** What being new counts for beside being of the very year, where that is asked for too: 今年. */
const NEW = 0.5
/** Who asks when something was, or was first said, asks for old texts as well. */
const HISTORY = /什么时候|何时|哪一?年|首次|第一次|最早|最初|历史|当年|年代|初期/
/** A document counts for half as much when it is this many years older. */
const HALF_LIFE_YEARS = 3
const YEAR_MS = 365.25 * 24 * 3600 * 1000

/** What it counts for to be of the year, where a month is asked for. */
const OF_YEAR_ONLY = 0.25

type Days = Pick<HitMetadata, 'written' | 'published'>

/** What the reader typed outside quotation marks says of the time. */
export function askedTime({ required }: Pick<ParsedQuery, 'required'>, now: Date): AskedTime {
  const words = required.flat().filter(({ kind }) => kind !== 'phrase')
  const query = words.map(({ run }) => askedDay(run)?.run ?? run).join(' ')
  const thisYear = Number(chinaDay(now).slice(0, 4))
  const relative = RELATIVE_YEARS.filter(([word]) => word.test(query)).map(([, back]) => thisYear + back)
  const years = [...new Set([...yearsIn(query), ...spansIn(query, thisYear), ...relative])]
  const newest = NEWEST.test(query)
  const dates = findDates(query).filter(saysMonth)
  return { years, dates, newest, today: years.length === 0 && !newest && !HISTORY.test(query), now }
}

/**
 * How well a document, with its normalised title, fits the time, from 0 to 1; 0 where no time is asked for. The year
 * that its title states counts before the day it was written: an address for the new year is written in the old one.
 */
export function timeFit(title: string, { written, published }: Days, time: AskedTime): number {
  const { years, dates, newest } = time
  if (dates.some((date) => isWithin(written, date) || isWithin(published, date))) return 1
  if (years.length > 0) {
    const stated = yearsIn(title)
    // A version of a law was first written long before it was published.
    const days = [written, published].filter((day) => day !== null)
    const own = stated.length > 0 ? stated : days.map((day) => Number(day.slice(0, 4)))
    if (own.some((year) => years.includes(year))) return dates.length > 0 ? OF_YEAR_ONLY : 1
    if (YEARLY_REVIEW.test(title) && own.some((year) => years.includes(year - 1))) return REVIEW
  }
  if (!newest || written === null) return 0
  return (years.length > 0 ? NEW : 1) * 0.5 ** (ageOf(written, time) / HALF_LIFE_YEARS)
}

/** Whether a day, which may be known to its month only, lies in a partial ISO date. */
function isWithin(day: string | null, date: string): boolean {
  if (day === null) return false
  const [[first, last], [from, to]] = [dayRange(date), dayRange(day)]
  return first <= from && to <= last
}

/** In years. */
export function ageOf(written: string, { now }: Pick<AskedTime, 'now'>): number {
  return Math.max(0, now.getTime() - Date.parse(written)) / YEAR_MS
}

/** The day of a text as it is held, '' where it has none: versions of a law may all have the day that it was first written. */
export function latestDay({ written, published }: Days): string {
  return [written ?? '', published ?? ''].sort().at(-1)!
}

/** What is asked for, when the time that it is asked for of is left out: 最新的政府工作报告, 2024年政府工作报告. */
export const withoutTime = (whole: string): string => whole.replace(TIME_IN_FRONT, '')

/** Whether a normalised string is a year, or a month or day of one, and nothing else. */
export const isTime = (normalized: string): boolean => ONE_TIME.test(normalized)

/** No document is older, and no plan looks further ahead. */
const OLDEST = 1900
const AHEAD = 30

/** All years of the spans of time in a normalised string. */
function spansIn(normalized: string, thisYear: number): number[] {
  const spans = [
    ...[...normalized.matchAll(SINCE)].map(([, from]) => [readYear(from!)!, thisYear] as const),
    ...[...normalized.matchAll(BETWEEN)].map(([, from, to]) => [readYear(from!)!, readYear(to!)!] as const),
  ]
  return spans.flatMap(([from, to]) => {
    const [first, last] = [Math.max(from, OLDEST), Math.min(to, thisYear + AHEAD)]
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  })
}

function yearsIn(normalized: string): number[] {
  return (normalized.match(YEARS) ?? []).map((year) => readYear(year)!)
}
