import { headingRank, isWholeHeading, markerRank } from './headings.js'

/** The article of a law, which is no heading but holds items: 第二十五条, 第二十五条之一. */
const ARTICLE = /^第([\d一二三四五六七八九十百零〇]{1,7})条/
/** 编, 章 and 节 end an article; from 一、 on a number may be that of an item in it. */
const FIRST_ITEM_RANK = 3
/** 一、 within an article is its item where the next article follows; （一） and below always. */
const INNER_RANK = 4
/** Begins another list of its kind. */
const FIRST = /^(?:[一1１](?!\d)|[（(][一1１][）)]|㈠)(?![一二三四五六七八九十])/
/** No sentence of an article: a signature, the name of an attachment. */
const STANDS_ALONE = /^.{1,40}(?<![。；：;:，,])$/
const FILE_NAME = /\.(?:pdf|docx?|wps|xlsx?|et|pptx?|ofd|zip|rar)$/i

/**
 * Numbered lines that are no headings: the items of articles and of lists, the names of attachments after 附件：, and
 * names of files. `marked` are the lines that the file itself calls headings.
 */
export function itemLines(paragraphs: readonly string[], marked: ReadonlyMap<number, unknown>): Set<number> {
  const items = new Set([...attachmentLines(paragraphs), ...articleItems(paragraphs), ...lastItems(paragraphs)])
  for (const line of listItems(paragraphs, marked)) items.add(line)
  for (const line of oddSiblings(paragraphs, marked, items)) items.add(line)
  return items
}

/** The names of attachments after 附件：, and names of files wherever they stand. */
function attachmentLines(paragraphs: readonly string[]): number[] {
  let isAttachment = false
  return [...paragraphs.keys()].filter((index) => {
    const line = paragraphs[index]!
    isAttachment = /^附\s*件\s*[:：]/.test(line) || (isAttachment && /^\d{1,2}\s*[.．、][^。！？]+$/.test(line))
    return isAttachment || FILE_NAME.test(line)
  })
}

/** The last of items that are parted by semicolons. */
function lastItems(paragraphs: readonly string[]): number[] {
  return [...paragraphs.keys()].filter((index) => {
    const before = paragraphs[index - 1] ?? ''
    return /[；;]$/.test(before) && markerRank(before) !== null && markerRank(before) === markerRank(paragraphs[index]!)
  })
}

/** What is numbered within an article: below it, up to the next one or the next chapter. */
function articleItems(paragraphs: readonly string[]): number[] {
  const items: number[] = []
  /** Numbers 一、 since the last article: items only if another article follows. */
  let waiting: number[] = []
  let inArticle = false
  for (const [index, line] of paragraphs.entries()) {
    const rank = markerRank(line)
    if (ARTICLE.test(line)) {
      // There may be more of them than a call takes arguments.
      for (const item of waiting) items.push(item)
      waiting = []
      inArticle = true
    } else if (rank !== null && rank < FIRST_ITEM_RANK) {
      waiting = []
      inArticle = false
    } else if (rank !== null && inArticle) {
      if (rank >= INNER_RANK && waiting.length === 0) items.push(index)
      else waiting.push(index)
    } else if (STANDS_ALONE.test(line)) {
      // A signature, a date or the name of an attachment; what is numbered below is of an article where one follows.
      if (inArticle) waiting.push(index)
    }
  }
  return items
}

/**
 * Items of a list: numbered lines with nothing below them, one after another. What only begins with its heading, and
 * goes on after its first sentence, has its text with it.
 */
function listItems(paragraphs: readonly string[], marked: ReadonlyMap<number, unknown>): Set<number> {
  const items = new Set<number>()
  for (const [index, line] of paragraphs.entries()) {
    const rank = markerRank(line)
    if (rank === null || rank < FIRST_ITEM_RANK || marked.has(index) || headingRank(line) === null) continue
    if (!isWholeHeading(line)) continue
    const next = paragraphs[index + 1] ?? ''
    const isFollowed = markerRank(next) === rank && !FIRST.test(next)
    const isLast = items.has(index - 1) && markerRank(paragraphs[index - 1]!) === rank && !FIRST.test(line)
    if (isFollowed || isLast) items.add(index)
  }
  return items
}

/**
 * Lines that read like headings among others of the same kind and under the same heading that do not: a table of
 * contents with the second and the fifth of seven points is none.
 */
function oddSiblings(
  paragraphs: readonly string[],
  marked: ReadonlyMap<number, unknown>,
  items: ReadonlySet<number>,
): number[] {
  const found: number[] = []
  /** The open group of each rank: its headings, and how many numbered lines it has. */
  const groups = new Map<number, { headings: number[]; count: number }>()
  const close = (from: number): void => {
    for (const [rank, { headings, count }] of groups) {
      if (rank < from) continue
      if (headings.length * 2 < count) for (const heading of headings) found.push(heading)
      groups.delete(rank)
    }
  }
  for (const [index, line] of paragraphs.entries()) {
    const rank = markerRank(line)
    if (marked.has(index)) close(rank ?? 0)
    if (rank === null || items.has(index)) continue
    close(FIRST.test(line) ? rank : rank + 1)
    if (rank < FIRST_ITEM_RANK || marked.has(index)) continue
    const group = groups.get(rank) ?? { headings: [], count: 0 }
    group.count++
    if (headingRank(line) !== null) group.headings.push(index)
    groups.set(rank, group)
  }
  close(0)
  return found
}
