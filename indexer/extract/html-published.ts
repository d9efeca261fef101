import type { CheerioAPI } from 'cheerio/slim'
import type { ExtractedRecord } from '../record.js'
import { text } from '../text.zh.js'
import { setField } from './fields.js'
import { holds, holdsLink, isBlock, textWithin, type AnyNode, type Element } from './html-node.js'
import type { PlaceOf } from './html-place.js'

/** Elements that are a line each, where they hold no other of them. */
const LINES = new Set(['li', 'p', 'div', 'td'])
/** Longer ones say more than a date and where the page comes from. */
const MAX_LINE = 200
/** What stands before a date may be its label up to this length. */
const MAX_LABEL = 16

/** The line below a title on web pages: `2022-02-18 10:00 来源：区教育局 打印`. */
const PUBLISHED_LINE = new RegExp(
  '^(\\d{4}(?:-\\d{1,2}-\\d{1,2}|年\\d{1,2}月\\d{1,2}日))(?:\\s*(\\d{1,2}:\\d{2}(?::\\d{2})?))?\\s*' +
    '($|[【\\[(（]|来源|信息来源|浏览|阅读|点击|字体|字号|作者|打印|分享)',
)

/** The same with nothing but the name of a paper or body: `2022-07-08 09:10 青河日报`. */
const NAMED_LINE =
  /^(\d{4}(?:-\d{1,2}-\d{1,2}|年\d{1,2}月\d{1,2}日))\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+((?!来源)[\p{Script=Han}·]{2,20})$/u
const SOURCE_LABEL = '来源'

/** What names a day or a span of time, known as a label or not: 失效日期, 有效期至. */
const LABEL_OF_DATE = /(?:[:：]|日期|时间|期限|时限|[期至])$/

/**
 * The day on which the page was published, where a line of its own begins with it. Fills a gap only. Returns the line
 * where it says nothing else but a name, and so is no line of the text.
 */
export function readPublishedLine(
  page: CheerioAPI,
  placeOf: PlaceOf,
  heads: ReadonlySet<AnyNode>,
  record: ExtractedRecord,
): AnyNode[] {
  const entries = new Map<AnyNode, boolean>()
  const bylines: AnyNode[] = []
  page('p, div, span, li, td').each((_, line) => {
    if (record.fields.published !== undefined) return false
    const place = placeOf(line)
    if ((place !== 'before' && place !== 'lead') || holds(line, LINES)) return
    const words = textWithin(line, MAX_LINE) ?? ''
    const [, named, , name] = NAMED_LINE.exec(words) ?? []
    const [, stated, time, rest] = PUBLISHED_LINE.exec(words) ?? []
    const date = stated ?? named
    if (date === undefined) return
    // In the header of a site a date alone is that of today.
    if (heads.has(line) && time === undefined && rest === '') return
    // 2021年3月26日 alone is how a document itself is dated.
    if (date.includes('年') && time === undefined && rest === '') return
    if (isLabelled(line, entries)) return
    setField(record, 'published', [date], text.from.dateLine)
    if (name === undefined) return
    record.unknown[SOURCE_LABEL] ??= name
    bylines.push(line)
  })
  return bylines
}

/** Whether a date belongs to something else: a label before it, the other cells of its row, the link of its entry. */
function isLabelled(line: Element, entries: Map<AnyNode, boolean>): boolean {
  const entry = entryOf(line)
  if (entry) {
    // A row may hold thousands of dates.
    const whole = entry.tagName === 'li' ? entry : (entry.parent ?? entry)
    if (!entries.has(whole)) entries.set(whole, saysMore(entry, whole))
    if (entries.get(whole)) return true
  }
  const label = textBefore(line)
  return label !== null && LABEL_OF_DATE.test(label.replace(/\s+/g, ''))
}

const ENTRIES = new Set(['li', 'td', 'th', 'dd'])

function entryOf(line: AnyNode): Element | null {
  let node: AnyNode | null = line
  while (node && !(node.type === 'tag' && ENTRIES.has(node.tagName))) node = node.parent
  return node as Element | null
}

/** Whether an entry has a link, a row a second cell with words. What is defined has a label. */
function saysMore(entry: Element, whole: AnyNode): boolean {
  if (entry.tagName === 'dd') return true
  if (entry.tagName === 'li') return holdsLink(entry)
  const cells = 'children' in whole ? whole.children : []
  return cells.filter((cell) => cell.type === 'tag' && textWithin(cell, 0) !== '').length > 1
}

/** The words right before an element, within its line or in the line before; null where they are longer than a label. */
function textBefore(element: AnyNode): string | null {
  for (let node: AnyNode | null = element; node; node = node.parent) {
    for (let before = node.prev; before; before = before.prev) {
      const words = textWithin(before, MAX_LABEL)
      if (words !== '') return words
    }
    if (node !== element && isBlock(node) && !LINES.has((node as Element).tagName)) return null
  }
  return null
}
