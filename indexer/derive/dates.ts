import { chinaDay, parseDate } from '../contract/dates.js'
import { text } from '../text.zh.js'
import type { Warn } from './warning.js'

export type DateField = 'written' | 'published' | 'effective'

const EARLIEST = '1840'
/** Exports give instants as seconds or milliseconds since 1970; the day is the one it was in China. */
const INSTANT = /^\d{9,10}$|^\d{12,13}$/
/** What was done on the day: 2019年3月5日印发, 2021年5月1日起施行. */
const DONE = /(?<=[日号\d])\s*起?(?:印发|签发|制发|发文|发布|公布|颁布|公开|施行|实施|生效)$/
/** Tables that lost their formats give days since 1899-12-30. Before 1960 such a number is a misprinted year: 20211. */
const SERIAL = /^\d{5}(\.\d+)?$/
const FIRST_SERIAL = 22_000
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
const DAY = 24 * 3600 * 1000

/** A stated date in ISO form, null (with a warning) where it is none. Dates ahead and very early ones are kept. */
export function readDate(field: DateField, values: string[] | undefined, today: string, warn: Warn): string | null {
  const value = values?.[0]
  if (value === undefined) return null
  const date = INSTANT.test(value)
    ? fromInstant(value)
    : (fromSerial(value, today) ?? parseDate(value.trim().replace(DONE, '')))
  if (date === null) warn(field, text.warnings.date(value), 'dropped')
  else if (date < EARLIEST) warn(field, text.warnings.dateEarly(date))
  else if (field !== 'effective' && date > today) warn(field, text.warnings.dateAhead(date))
  return date
}

function fromInstant(value: string): string {
  return chinaDay(Number(value) * (value.length <= 10 ? 1000 : 1))
}

/** Null for what is no such number, or a day ahead. */
function fromSerial(value: string, today: string): string | null {
  if (!SERIAL.test(value) || Number(value) < FIRST_SERIAL) return null
  const date = new Date(SERIAL_ZERO + Math.floor(Number(value)) * DAY).toISOString().slice(0, 10)
  return date <= today ? date : null
}

/**
 * The written date: what is stated, made exact by the date in the text where that says the same and more; the date in
 * the text where nothing is stated. `derived` tells that the text had a part in it.
 */
export function writtenDate(
  stated: string | null,
  found: string | null,
  warn: Warn,
): { date: string | null; derived: boolean } {
  if (stated === null || found === null) return { date: stated ?? found, derived: stated === null && found !== null }
  if (found.startsWith(`${stated}-`)) return { date: found, derived: true }
  if (stated.length === 4 && stated !== found.slice(0, 4)) warn('written', text.warnings.yearDiffers(stated, found))
  return { date: stated, derived: false }
}
