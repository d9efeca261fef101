import { chinaDay } from '../../indexer/contract/dates.js'
import { t } from '../text.zh.js'

/** `2021-08-24` → 2021年8月24日, and no further than the date goes. */
export function formatDate(date: string): string {
  const [year = '', month, day] = date.split('-')
  if (!month) return t.date.year(year)
  return day ? t.date.day(year, Number(month), Number(day)) : t.date.month(year, Number(month))
}

const dateTime = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })

/** An instant (ISO 8601) as date and time in China. */
export function formatInstant(instant: string): string {
  return dateTime.format(new Date(instant))
}

/** The day in China at an instant (ISO 8601), in words. */
export function formatDay(instant: string): string {
  return formatDate(chinaDay(new Date(instant)))
}

/** A number of bytes, in the unit that gives it three digits at most. */
export function formatSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB']
  const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log2(bytes) / 10) : 0)
  const value = bytes / 1024 ** step
  return `${step > 0 && value < 10 ? value.toFixed(1) : value.toFixed(0)} ${units[step]}`
}

/** 综合政务/其他 → 综合政务 › 其他. */
export function formatTopic(path: string): string {
  return path.split('/').join(t.topicSeparator)
}

/** So much of a query is in the title of a page, in characters. */
export const TITLE_LENGTH = 60

/** Cuts a text after so many characters, marking the cut; never inside a surrogate pair. */
export function shorten(text: string, length: number): string {
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : text
}
