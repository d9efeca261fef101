import { findDate } from '../contract/dates.js'

/** 本办法自2021年5月1日起施行; not 自公布之日起, and not what is said of another document. */
const IN_FORCE =
  /[本此][^，。；：、“”《》]{0,14}?[自从]\s{0,4}([^，。；：“”《》]{6,20}?)\s{0,4}起\s{0,4}(?:正式|开始)?(?:施行|实施|执行|生效)/g
/** Of a text that was changed later, the day is that of its first version. */
const AMENDED = /修正|修订|修改/
/** Lines above the text that say so. */
const HEAD_LINES = 8
/** A rule may hold from a little before it is written; where it seems to by years, another version is at hand. */
const MOST_YEARS_BEFORE = 1

/**
 * The day from which a text itself says that it is in force; null where it names several, or may be another version's.
 * `known` are its dates of writing and publication, where known.
 */
export function effectiveIn(paragraphs: readonly string[], known: readonly (string | null)[]): string | null {
  if (paragraphs.slice(0, HEAD_LINES).some((line) => /^[（(]/.test(line) && AMENDED.test(line))) return null
  const dates = new Set<string>()
  for (const paragraph of paragraphs)
    for (const [, words] of paragraph.matchAll(IN_FORCE)) {
      const date = findDate(words!)
      if (date?.length === 10) dates.add(date)
    }
  const [date] = dates
  if (date === undefined || dates.size > 1) return null
  const year = Number(date.slice(0, 4))
  const isEarly = known.some((other) => other !== null && year < Number(other.slice(0, 4)) - MOST_YEARS_BEFORE)
  return isEarly ? null : date
}
