import type { CheerioAPI } from 'cheerio/slim'
import { isTextMeaning, labelMeaning, type ExtraLabels } from '../labels.js'
import { isFieldLabel } from './head-pairs.js'
import { isOfLayout } from './html-layout-table.js'
import { linkedLength, textWithin, type AnyNode, type Element } from './html-node.js'
import { MAX_LABEL } from './html-pair.js'

/** So much text without links is more than a line of the template … */
const MIN_PROSE = 40
/** … where there is a sentence in it. */
const SENTENCE = /。/
/** What sites say of themselves in whole sentences. */
const OF_THE_SITE = /版权所有|ICP备|公网安备|网站标识码|浏览器|分辨率|技术支持/
/** What belongs to the text beside it whatever its class. */
const ATTACHMENT = /^\s*附件/
/** Who signed it, and when. */
const SIGNATURE = /^[^:：。，]{0,40}\d{4}年\d{1,2}月\d{1,2}日$/
const LONGEST_SIGNATURE = 400
/** Classes that say where a box stands, not what it holds: col-md-6, left, wrap. */
const PLACE = /^(?:col|row|span|grid|box|wrap|container|panel|fl|fr|left|right)(?![a-z])/i
/** The blocks of a text may lie in so many boxes of their own. */
const MAX_BOXES = 2
/** So many known labels make a table one of metadata. */
const MIN_KNOWN = 2

/**
 * The densest block of a page with the blocks beside it that go on with its text, in their order: several documents of
 * a gazette, a letter and its answer in the rows of a table, a table of the facts above a notice. One block may be the
 * longest of many that are made alike; the others would be lost.
 */
export function withSiblings(
  page: CheerioAPI,
  best: Element,
  heads: ReadonlySet<AnyNode>,
  extra?: ExtraLabels,
): Element[] {
  const table = best.tagName === 'td' ? tableOfTexts(page, best, extra) : null
  if (table) return [table]
  const boxes = boxesOf(best)
  const groups = boxes.map((box, level) => groupOf(page, best, box, level, heads, extra))
  const found = groups.findIndex(({ alike }) => alike.length > 0)
  const at = found < 0 ? groups.findIndex(({ ends }) => ends.length > 0) : found
  if (at < 0) return [best]
  const { alike, ends } = groups[at]!
  const parts = new Set<AnyNode>([boxes[at]!, ...alike, ...ends])
  const beside = page(boxes[at]).parent().children().toArray() as Element[]
  // What stands between two of them belongs to one of them: 答复单位 between a letter and its answer.
  const [first, last] = [beside.findIndex((one) => parts.has(one)), beside.findLastIndex((one) => parts.has(one))]
  return beside.filter(
    (one, place) => place >= first && place <= last && (parts.has(one) || isSaying(page, one, heads)),
  )
}

/** A block and the boxes that it lies in; the parts of a table that only gives a place to a text come on top. */
function boxesOf(best: Element): Element[] {
  const boxes = [best]
  for (let level = 0; level < MAX_BOXES;) {
    const { parent } = boxes.at(-1)!
    if (parent?.type !== 'tag' || (parent as Element).tagName === 'body') break
    boxes.push(parent as Element)
    if (!isOfLayout(parent as Element)) level++
  }
  return boxes
}

/** What stands beside a box and belongs to its text: what goes on with it, and what ends it. */
function groupOf(
  page: CheerioAPI,
  best: Element,
  box: Element,
  level: number,
  heads: ReadonlySet<AnyNode>,
  extra?: ExtraLabels,
): { alike: Element[]; ends: Element[] } {
  const siblings = (page(box).siblings().toArray() as Element[]).filter((one) => !heads.has(one))
  const below = new Set<AnyNode>(page(box).nextAll().toArray())
  const isPart = (one: Element): boolean =>
    (isAlike(one, box, level) && isProse(page, one)) ||
    ((box === best || (box.tagName === 'table' && isOfLayout(box))) && isTableOfText(page, one, extra))
  return { alike: siblings.filter(isPart), ends: siblings.filter((one) => below.has(one) && isEnd(page, one, box)) }
}

/** The table whose rows are a short label and a text each, if another one has a text, too. */
function tableOfTexts(page: CheerioAPI, cell: Element, extra?: ExtraLabels): Element | null {
  const isLabelled = (one: Element): boolean => {
    const before = page(one).prev('td, th')[0] as AnyNode | undefined
    const label = before && textWithin(before, MAX_LABEL)
    return typeof label === 'string' && label !== ''
  }
  const table = page(cell).closest('table')
  const others = table.find('td').toArray() as Element[]
  const isText = (one: Element): boolean =>
    one !== cell && isLabelled(one) && (isProse(page, one) || isLabelledText(page, one, extra))
  return isLabelled(cell) && others.some(isText) ? (table[0] as Element) : null
}

/** Whether the label beside a cell says that it is text, however short: 答复内容. */
function isLabelledText(page: CheerioAPI, cell: Element, extra?: ExtraLabels): boolean {
  const label = textWithin(page(cell).prev('td, th')[0]!, MAX_LABEL) ?? ''
  return isTextMeaning(labelMeaning(label.replace(/[:：]$/, ''), extra)) && page(cell).text().trim() !== ''
}

/** Whether a box below a text ends it: an attachment, or who signed it and when. */
function isEnd(page: CheerioAPI, one: Element, box: Element): boolean {
  if (one.tagName !== box.tagName) return false
  const text = page(one).text()
  const isSignature = text.length <= LONGEST_SIGNATURE && SIGNATURE.test(text.replace(/\s+/g, ''))
  return isSignature || (ATTACHMENT.test(text) && unlinked(page, one, text) >= MIN_PROSE)
}

/** Made alike, by a class. Around the text, a class that only places a column is no likeness. */
function isAlike(one: Element, other: Element, level: number): boolean {
  const kind = kindOf(other)
  if (isOfLayout(other)) return isMadeAlike(one, other) && isOfLayout(one)
  return kind !== '' && isMadeAlike(one, other) && !(level > 0 && PLACE.test(kind))
}

/** The same tag and the same class but for its number. */
export const isMadeAlike = (one: Element, other: Element): boolean =>
  one.tagName === other.tagName && kindOf(one) === kindOf(other)

const kindOf = ({ attribs }: Element): string => (attribs['class'] ?? '').replace(/[-_]?\d{1,2}(?=\s|$)/g, '')

/** Whether an element says something that is no link. */
function isSaying(page: CheerioAPI, node: Element, heads: ReadonlySet<AnyNode>): boolean {
  return !heads.has(node) && unlinked(page, node, page(node).text()) > 0
}

function isProse(page: CheerioAPI, node: Element): boolean {
  const text = page(node).text()
  return SENTENCE.test(text) && unlinked(page, node, text) >= MIN_PROSE && !OF_THE_SITE.test(text)
}

function isTableOfText(page: CheerioAPI, node: Element, extra?: ExtraLabels): boolean {
  if (node.tagName !== 'table') return false
  const text = page(node).text()
  if (unlinked(page, node, text) < MIN_PROSE || OF_THE_SITE.test(text)) return false
  const labels = (page(node).find('td, th').toArray() as AnyNode[]).filter((cell) => {
    const label = textWithin(cell, MAX_LABEL)
    return label !== null && label !== '' && isFieldLabel(label.replace(/[:：].*$/, ''), extra)
  })
  return labels.length < MIN_KNOWN
}

const unlinked = (page: CheerioAPI, node: Element, text: string): number =>
  text.replace(/\s+/g, '').length - linkedLength(page, node)
