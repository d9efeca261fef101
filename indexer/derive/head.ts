import { findDates } from '../contract/dates.js'
import { headSpan, isAddressee, SALUTATION, type Lines } from './head-span.js'
import { readLetterhead } from './letterhead.js'
import { isName } from './names.js'
import { readNumberLine } from './number-line.js'
import { isOccasion, isPost, speakerIn, speakerOfTitle } from './speaker.js'

const MAX_TITLE = 80

export interface Head {
  /** Number of the first paragraph after it, from 0; the salutation is its last one. */
  end: number
  /** The date that it states, as exactly as it does. */
  date: string | null
  speaker: string | null
  docNumber: string | null
}

/** Reads the head of a record. `title` is looked at too: dates and speakers stand in its brackets. */
export function readHead(record: Lines, title: string | null): Head {
  const { start, end } = headSpan(record)
  // Sentences of the text that stand there are no date or speaker lines.
  const lines = record.paragraphs.slice(start, end).filter((line) => !isSentence(line) && !isRow(line))
  const all = title === null ? lines : [...lines, title]
  const dates = all.flatMap((line) => (isOccasion(line) || line.length <= MAX_TITLE ? findDates(line) : []))
  const { orderNumber } = readLetterhead(record.paragraphs, start)
  const exact = dates.find((date) => date.length === 10) ?? dates.find((date) => date.length === 7)
  return {
    end,
    date: exact ?? null,
    // Whoever's name stands below an order signed it, and said nothing.
    speaker: orderNumber === null ? (firstOf(all, speakerIn) ?? bareName(lines) ?? firstOf(all, speakerOfTitle)) : null,
    docNumber: orderNumber ?? firstOf(lines, (line) => readNumberLine(line)?.number ?? null) ?? firstOf(lines, orderIn),
  }
}

/**
 * The order that published a rule, as the note below its title says: （2015年3月2日青梧区人民政府令第12号公布　自2015年5月1日起施行）.
 * Where others changed the rule since, the note names more than one.
 */
function orderIn(line: string): string | null {
  const note = /^[（(](.*)[）)]$/.exec(line.trim())?.[1]?.replace(/\s/g, '') ?? ''
  const orders = [...note.matchAll(/([\p{Script=Han}]{2,30}令)(?:〔?\d{4}〕?年?)?第(\d{1,4})号/gu)]
  if (orders.length !== 1 || !/号(?:公布|发布)/.test(note) || /修[正订改]/.test(note)) return null
  return `${orders[0]![1]!.replace(/^.*[日年]/, '')}第${orders[0]![2]}号`
}

/** A sentence, or several, or one that leads to what follows: 经审计，……现将结果公告如下： */
function isSentence(line: string): boolean {
  if (/[。；;！]/.test(line)) return true
  // 3月5日，区长主持召开会议，纪要如下：begins with the day that it tells.
  return /^(?![（(]?\d{4}年).*[，,].*[:：]$/.test(line) && !SALUTATION.test(line) && !isAddressee(line)
}

/** 县长　李　四: a name with its characters set apart, below a post. */
const SPACED_NAME = /^\S+(?:\s+\p{Script=Han}){2,4}$/u

/** A row of a table, whose dates are of what it lists; names and dates may be spaced as widely. */
function isRow(line: string): boolean {
  const cells = line.split('\u3000').filter((cell) => cell.trim() !== '')
  return cells.length >= 3 && cells.some((cell) => [...cell].length > 1) && !isOccasion(line) && !isSpacedName(line)
}

const isSpacedName = (line: string): boolean => SPACED_NAME.test(line.trim()) && speakerIn(line) !== null

const firstOf = (lines: string[], read: (line: string) => string | null): string | null =>
  lines.map(read).find((value) => value !== null) ?? null

/** A name alone on its line: after the date or the post, or just before the salutation. */
function bareName(lines: string[]): string | null {
  for (let index = 0; index < lines.length; index++) {
    const name = lines[index]!.replace(/\s/g, '')
    const before = index > 0 && (isOccasion(lines[index - 1]!) || isPost(lines[index - 1]!))
    const after = index + 1 < lines.length && SALUTATION.test(lines[index + 1]!)
    if (isName(name, false) ? before || after : before && after && name.length <= 4 && isName(name, true)) return name
  }
  return null
}
