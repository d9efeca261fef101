import { findDates, parseDate } from '../contract/dates.js'
import type { ExtractedRecord } from '../record.js'
import { markerRank } from './headings.js'
import { isName } from './names.js'
import { readNumberLine } from './number-line.js'
import { isOccasion, isPost, speakerIn, speakerOfTitle } from './speaker.js'

/** The lines above the text proper: title, date, speaker, salutation. */
const MAX_LINES = 14
/** A longer line is text. */
const MAX_LENGTH = 110
const MAX_TITLE = 80
/** A summary above the title has at most so many paragraphs. */
const MAX_LEAD = 8
/** Signature lines are looked for among so many last ones. */
const TAIL_LINES = 4

const SALUTATION =
  /^(尊敬的)?(各位|同志们|名位|朋友们|女士们|先生们|各省|各市|各州|各县|各区|各乡|各镇|各街道|各有关|各直属)/
const CONTENTS = /^目\s*[录次]$/

type Lines = Pick<ExtractedRecord, 'paragraphs' | 'headings'>

export interface Head {
  /** Number of the first paragraph after it, from 0; the salutation is its last one. */
  end: number
  /** The date that it states, as exactly as it does. */
  date: string | null
  speaker: string | null
  docNumber: string | null
}

/** Where the head begins and ends. A long lead above the first marked heading is not part of it. */
function headSpan({ paragraphs, headings }: Lines): { start: number; end: number } {
  const lead = paragraphs.slice(0, headings[0]?.paragraph ?? 0)
  const isLead =
    lead.length <= MAX_LEAD &&
    lead.some((line) => line.length > MAX_LENGTH) &&
    !lead.some((line) => SALUTATION.test(line) || isOccasion(line) || speakerIn(line) !== null)
  const start = isLead ? lead.length : 0
  const last = Math.min(paragraphs.length, start + MAX_LINES)
  for (let end = start; end < last; end++) {
    const line = paragraphs[end]!
    if (SALUTATION.test(line))
      return { start, end: line.length <= MAX_LENGTH && /[:：]$|^[^，,]*$/.test(line) ? end + 1 : end }
    if (CONTENTS.test(line) || markerRank(line) !== null || line.length > MAX_LENGTH) return { start, end }
  }
  return { start, end: last }
}

/** Reads the head of a record. `title` is looked at too: dates and speakers stand in its brackets. */
export function readHead(record: Lines, title: string | null): Head {
  const { start, end } = headSpan(record)
  // Sentences of the text that stand there are no date or speaker lines.
  const lines = record.paragraphs.slice(start, end).filter((line) => !/[。；;！]$/.test(line))
  const all = title === null ? lines : [...lines, title]
  const dates = all.flatMap((line) => (isOccasion(line) || line.length <= MAX_TITLE ? findDates(line) : []))
  const exact = dates.find((date) => date.length === 10) ?? dates.find((date) => date.length === 7)
  return {
    end,
    date: exact ?? null,
    speaker: firstOf(all, speakerIn) ?? bareName(lines) ?? firstOf(all, speakerOfTitle),
    docNumber: firstOf(lines, (line) => readNumberLine(line)?.number ?? null),
  }
}

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

/** The title that the text itself bears: its first heading, and the heading line below that one. */
export function titleLines(record: Lines): string[] {
  const { start, end } = headSpan(record)
  const candidates = record.headings
    .map(({ paragraph }) => paragraph)
    .filter((index) => index >= start && index < Math.max(end, start + 1) && isTitle(record.paragraphs[index]!))
  const first = candidates[0] ?? (end > start && isTitle(record.paragraphs[start]!) ? start : undefined)
  if (first === undefined) return []
  const next = first + 1
  const lines = candidates.includes(next) ? [first, next] : [first]
  return lines.map((index) =>
    titleOf(record.paragraphs[index]!)!
      .replace(/\[[^\]]{1,3}\]/g, '')
      .trim(),
  )
}

/** The words of a line without the number that may stand beside them; null for a line that is only a number. */
function titleOf(line: string): string | null {
  const numbered = readNumberLine(line)
  return numbered === null ? line : numbered.title
}

function isTitle(text: string): boolean {
  const line = titleOf(text)
  return (
    line !== null &&
    line.length >= 2 &&
    line.length <= MAX_TITLE &&
    !/[。；;：:，,！]$/.test(line) &&
    !/^[—―─－-]{1,2}/.test(line) &&
    !/^[（(].*[）)]$/.test(line) &&
    parseDate(line) === null &&
    !SALUTATION.test(line) &&
    !CONTENTS.test(line) &&
    markerRank(line) === null &&
    !/^新华社/.test(line) &&
    !(isOccasion(line) && !/报告|讲话|公报/.test(line)) &&
    speakerIn(line) === null &&
    !isName(line.replace(/\s/g, ''), false)
  )
}

/** The date of a signature at the end: a line that is a date and nothing else. */
export function signatureDate(paragraphs: readonly string[]): string | null {
  for (const line of paragraphs.slice(-TAIL_LINES).reverse()) {
    const date = line.length <= 20 ? parseDate(line) : null
    if (date?.length === 10) return date
  }
  return null
}
