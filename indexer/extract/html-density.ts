import type { Cheerio, CheerioAPI } from 'cheerio'
import type { ExtraLabels } from '../labels.js'
import { withHeadings } from './html-container.js'
import { elementsIn, isBlock, linkedLength, ownWords, type AnyNode, type Element } from './html-node.js'
import { isAside, isPager, textOfBody, withoutMenus } from './html-menu.js'
import { isMadeAlike, withSiblings } from './html-siblings.js'

const BLOCKS = 'body, main, center, p, h1, h2, h3, h4, li, td, div, section, pre, blockquote'
/** Elements that hold a text themselves, or are one of its paragraphs. */
const BOXES = new Set(['body', 'main', 'center', 'td', 'div', 'section'])
/** Shorter words without a sentence say nothing of where the text is. */
const MIN_WORDS = 20
/** What a text has and a footer has not, and what words without it weigh. */
const SENTENCE = /[，。；！？]/
const NO_SENTENCE = 0.1
/** Whom a document is addressed to, which is where it begins. */
const ADDRESSEE = /^[^:：]{3,60}[:：]$/
const SHORTEST_TITLE = 6
/** What the first words after the title weigh beside their length: more than a remark elsewhere, less than any text. */
const AT_TITLE = 60

/**
 * Each block's own text, without that of links, counts for its parent and half for its grandparent; the best wins
 * (after Readability's scoring, https://github.com/mozilla/readability), with the text right after the page's title given
 * some more. Where nothing has a sentence, all of the body that is neither title nor menu.
 */
export function densest(page: CheerioAPI, heads: ReadonlySet<AnyNode>, extra?: ExtraLabels): Cheerio<AnyNode> {
  const scores = new Map<AnyNode, number>()
  const known = squeeze(page('head title').first().text())
  let isAtTitle = false
  page(BLOCKS).each((_, block) => {
    if (heads.has(block)) return
    const words = ownWords(block)
    if (isPager(words)) return
    const isTitle = /^h[12]$/.test(block.tagName) ? words !== '' : isNamed(known, words)
    if (isTitle) isAtTitle = true
    const isSentence = SENTENCE.test(words)
    const isFirst = isAtTitle && !isTitle && (isSentence || ADDRESSEE.test(words)) && !isAside(words)
    if (isFirst) isAtTitle = false
    else if (!isSentence && words.length < MIN_WORDS) return
    const target = holderOf(page, block)
    // Footers and menus are words without a sentence.
    const weight = (isSentence ? words.length : words.length * NO_SENTENCE) + (isFirst ? AT_TITLE : 0)
    credit(scores, target, weight)
    credit(scores, target?.parent ?? null, weight / 2)
  })
  const [best] = [...scores].sort((one, other) => other[1] - one[1])
  if (!best || (best[0] as Element).tagName === 'body') return textOfBody(page, heads)
  const parts = withSiblings(page, best[0] as Element, heads, extra)
  return parts.length > 1 ? withHeadings(page, parts) : withoutMenus(page, parts[0]!)
}

const squeeze = (words: string): string => words.replace(/\s+/g, '')

/** Whether the page is called what a block says. */
const isNamed = (known: string, words: string): boolean =>
  words.length >= SHORTEST_TITLE && words.length <= known.length * 2 && known.startsWith(squeeze(words))

/** Characters of an element in whole sentences. */
export function proseLength(page: CheerioAPI, element: Cheerio<AnyNode>): number {
  const text = element.text().replace(/\s+/g, '')
  if (!SENTENCE.test(text)) return 0
  return element.toArray().reduce((rest, node) => rest - linkedLength(page, node), text.length)
}

/** The element that a block's words count for: what it is a paragraph of, or itself where it is the text. */
function holderOf(page: CheerioAPI, block: Element): AnyNode | null {
  if (!BOXES.has(block.tagName)) return isBoxed(page, block) ? block.parent!.parent : block.parent
  return isParagraph(page, block) ? block.parent : block
}

/** Whether a block is all that a paragraph's box holds. */
function isBoxed(page: CheerioAPI, { parent }: Element): boolean {
  return parent?.type === 'tag' && isSingle(parent as Element) && isParagraph(page, parent as Element)
}

/** A box beside others that are made alike, or within running text: some editors write each paragraph as one. */
function isParagraph(page: CheerioAPI, box: Element): boolean {
  if ((box.tagName !== 'div' && box.tagName !== 'section') || !isSingle(box)) return false
  if (box.parent?.type === 'tag' && isRunning(box.parent as Element)) return true
  const neighbours = [...page(box).prev().toArray(), ...page(box).next().toArray()] as Element[]
  return neighbours.some(
    (one) => isMadeAlike(one, box) && isSingle(one) && !isAside(page(one).text().trim()) && !isLinked(page, one),
  )
}

/** Kept for each element: it may hold thousands of boxes that ask. */
const running = new WeakMap<AnyNode, boolean>()

/** Whether an element says a sentence outside of the blocks in it. */
function isRunning(element: Element): boolean {
  const known = running.get(element) ?? SENTENCE.test(ownWords(element))
  running.set(element, known)
  return known
}

/** Whether an element holds no more than one block. Looks no further than the second: it may hold thousands. */
function isSingle(element: Element): boolean {
  const first = element.children.findIndex(isBlock)
  if (first < 0) return true
  const isLast = element.children.findIndex((child, at) => at > first && isBlock(child)) < 0
  return isLast && !(element.children[first] as Element).children.some(isBlock)
}

const isLinked = (page: CheerioAPI, element: Element): boolean =>
  page(elementsIn(element, 'a')).text().trim().length * 2 > page(element).text().trim().length

function credit(scores: Map<AnyNode, number>, node: AnyNode | null, score: number): void {
  if (node?.type === 'tag') scores.set(node, (scores.get(node) ?? 0) + score)
}
