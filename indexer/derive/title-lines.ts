import { parseDate } from '../contract/dates.js'
import { CONTENTS, headSpan, isAddressee, SALUTATION, type Lines } from './head-span.js'
import { markerRank } from './headings.js'
import { DRAFT, readLetterhead } from './letterhead.js'
import { isName } from './names.js'
import { text } from '../text.zh.js'
import { readNumberLine } from './number-line.js'
import { isOccasion, speakerIn } from './speaker.js'
import { endsLikeTitle } from './title-kind.js'

const MAX_TITLE = 80
/** A title is printed on so many lines at most. */
const MOST_LINES = 6
/** What is added to a title on a line of its own. */
const ADDITION = /^[（(](?:试行|暂行|草案|修订|修正|征求意见稿|送审稿)[^（）()]{0,8}[）)]$/
/** The title of what an order publishes stands below it, within so many lines. */
const BELOW_ORDER = 30

/** Orders publish something, and are called by that. */
const ORDER = /令第/
/** Nothing is added to what these end. */
const ACTS = /的(?:通知|意见|决定|批复|复函|函|通报|公告|通告|请示|报告|答复)$/

interface Title {
  words: string
  /** The line below it. */
  next: number
}

/** The title that the text itself bears, its lines put together, and the heading line below it. */
export function titleLines(record: Lines): string[] {
  const { start, end } = headSpan(record)
  const { paragraphs } = record
  const { end: top, orderNumber } = readLetterhead(paragraphs, start)
  const headings = record.headings
    .map(({ paragraph }) => paragraph)
    .filter((index) => index >= top && index < Math.max(end, top + 1) && isTitle(paragraphs[index]!))
  const isTop = top < Math.max(end, start + 1) && isTitle(paragraphs[top] ?? '')
  // Below a letterhead the title comes next, marked or not.
  const first = isTop && top > start ? top : (headings[0] ?? (isTop && end > start ? top : undefined))
  if (first === undefined) {
    const names = orderNumber === null ? [] : published(paragraphs.slice(top, top + BELOW_ORDER))
    // An announcement without a title is called by its number: 青河县人民政府公告2019年第3号.
    return names.length === 0 && orderNumber !== null && !ORDER.test(orderNumber) ? [orderNumber] : names
  }
  const title = titleAt(record, first)
  const draft = paragraphs.slice(start, first).flatMap((line) => DRAFT.exec(line.replace(/\s/g, ''))?.[1] ?? [])[0]
  if (draft !== undefined && !title.words.includes(draft)) title.words += `（${draft}）`
  return headings.includes(title.next) ? [title.words, withoutNotes(paragraphs[title.next]!)] : [title.words]
}

/**
 * The title that begins on a line, with the lines that it goes on in: until it ends like one. Where what follows a title
 * comes right below, number or addressee, it goes on until there: 关于推行公示制度 / 和审核制度的意见.
 */
function titleAt({ paragraphs, headings }: Lines, first: number): Title {
  const levels = new Map(headings.map(({ paragraph, level }) => [paragraph, level]))
  const goesOn = (line: number): boolean =>
    line < paragraphs.length && levels.get(line) === levels.get(first) && isContinuation(paragraphs[line]!)
  const ends: Title[] = []
  let words = withoutNotes(paragraphs[first]!)
  const alone = { words, next: first + 1 }
  let next = first + 1
  for (; ; next++) {
    const isGoingOn = next < first + MOST_LINES && goesOn(next)
    if (endsLikeTitle(words) && !(isGoingOn && /^\s*的/.test(paragraphs[next]!))) ends.push({ words, next })
    if (!isGoingOn || ACTS.test(words)) break
    words = joined(words, withoutNotes(paragraphs[next]!))
  }
  const isWhole = ends[0]?.words.includes('关于') && isBelowTitle(paragraphs[next] ?? '')
  const title = (isWhole ? ends.at(-1) : ends[0]) ?? alone
  const addition = goesOn(title.next) && ADDITION.test(paragraphs[title.next]!) ? paragraphs[title.next]!.trim() : null
  return addition === null ? title : { words: title.words + addition, next: title.next + 1 }
}

/** Above a letter and its answer their names are put, which are the same everywhere. */
const LETTER_PARTS: ReadonlySet<string> = new Set(Object.values(text.parts))

const isBelowTitle = (line: string): boolean => isAddressee(line) || readNumberLine(line)?.title === null

function isContinuation(text: string): boolean {
  const line = titleOf(text)
  return (
    line !== null &&
    line.length <= MAX_TITLE &&
    !/[。；;：:，,！]$/.test(line) &&
    !/^[—―─－-]{1,2}/.test(line) &&
    (!/^[（(].*[）)]$/.test(line) || ADDITION.test(line)) &&
    parseDate(line) === null &&
    !CONTENTS.test(line) &&
    markerRank(line) === null &&
    !isOccasion(line)
  )
}

const joined = (one: string, other: string): string =>
  /[\w]$/.test(one) && /^[\w]/.test(other) ? `${one} ${other}` : one + other

/** What an order publishes: the name in its first paragraph, that which stands again as a line below before all. */
function published(lines: readonly string[]): string[] {
  const [clause = '', ...below] = lines
  const names = [...clause.slice(0, 300).matchAll(/《([^《》]{2,80})》/g)].map(([, name]) => name!)
  const key = (line: string): string => line.replace(/\s/g, '')
  const texts = new Set(below.map(key))
  const name = names.find((one) => texts.has(key(one))) ?? (clause.startsWith('《') ? names[0] : undefined)
  return name === undefined ? [] : [name]
}

/** A line of the title without the marks of its notes; 通　知 is one word. */
function withoutNotes(text: string): string {
  const line = titleOf(text)!
    .replace(/\[[^\]]{1,3}\]/g, '')
    .trim()
  return line.split(/\s+/).every((word) => [...word].length === 1) ? line.replace(/\s/g, '') : line
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
    !LETTER_PARTS.has(line) &&
    !SALUTATION.test(line) &&
    !CONTENTS.test(line) &&
    markerRank(line) === null &&
    !/^新华社/.test(line) &&
    !(isOccasion(line) && !/报告|讲话|公报/.test(line)) &&
    speakerIn(line) === null &&
    !isName(line.replace(/\s/g, ''), false)
  )
}
