import type { Cheerio, CheerioAPI } from 'cheerio'
import type { ExtraLabels } from '../labels.js'
import { knownContainer, withHeadings } from './html-container.js'
import { headNodes, removeFrame } from './html-frame.js'
import { withSiblings } from './html-siblings.js'
import { isBlock, type AnyNode, type Element } from './html-node.js'

/** Shorter texts of a block say nothing of where the text is. */
const MIN_TEXT = 20
/** What a text has and a footer has not, and what words without it weigh. */
const SENTENCE = /[，。；！？]/
const NO_SENTENCE = 0.1
/** What stands before so many characters of a text found by density may be metadata; further on it is the text itself. */
const LEAD_LENGTH = 250
/** A table of metadata at the head of a known container is shorter. */
const HEAD_LENGTH = 1000

export interface MainText {
  element: Cheerio<AnyNode>
  /** Nodes within it that are not the text itself but may be about it. */
  lead: ReadonlySet<AnyNode>
  /** Headers of the page, which are no text even where they stand within it. */
  heads: ReadonlySet<AnyNode>
  /** Whether the source or a known container says that this is the text. */
  isSure: boolean
  /** How many other texts of the same kind the page has, which are not in. */
  leftOut: number
}

/**
 * The elements that hold the text of the page: those of the source's selector, of the surest container, or
 * the densest block of text, which may begin with metadata. The whole body where nothing stands out.
 */
export function mainText(page: CheerioAPI, selector: string | null, extra?: ExtraLabels): MainText {
  const known = knownContainer(page, selector)
  if (known) {
    const { element, leftOut } = known
    return { element, lead: leadOf(element, HEAD_LENGTH), heads: new Set(), isSure: true, leftOut }
  }
  removeFrame(page)
  const heads = headNodes(page)
  const element = densest(page, heads, extra)
  return { element, lead: new Set([...leadOf(element, LEAD_LENGTH), ...heads]), heads, isSure: false, leftOut: 0 }
}

/** The nodes that begin within the first characters. */
function leadOf(main: Cheerio<AnyNode>, longest: number): Set<AnyNode> {
  const lead = new Set<AnyNode>()
  let length = 0
  const waiting = main.toArray().reverse()
  for (let node = waiting.pop(); node && length < longest; node = waiting.pop()) {
    lead.add(node)
    if (node.type === 'text') length += node.data.replace(/\s+/g, '').length
    if ('children' in node) waiting.push(...[...node.children].reverse())
  }
  return lead
}

/**
 * Each block's own text, without that of links, counts for its parent and half for its grandparent; the best wins
 * (after Readability's scoring, https://github.com/mozilla/readability).
 */
function densest(page: CheerioAPI, heads: ReadonlySet<AnyNode>, extra?: ExtraLabels): Cheerio<AnyNode> {
  const scores = new Map<Element, number>()
  page('p, h1, h2, h3, h4, li, td, div, section, pre, blockquote').each((_, block) => {
    if (heads.has(block)) return
    const own = page(block)
      .contents()
      .filter((__, node) => !isBlock(node))
    const length = own.text().trim().length - own.find('a').addBack('a').text().length
    if (length < MIN_TEXT) return
    // Text that stands in a container without paragraphs counts for the container itself.
    const target =
      block.tagName === 'div' || block.tagName === 'td' || block.tagName === 'section' ? block : block.parent
    // Footers and menus are words without a sentence.
    const weight = SENTENCE.test(own.text()) ? length : length * NO_SENTENCE
    credit(scores, target, weight)
    credit(scores, target?.parent ?? null, weight / 2)
  })
  const [best] = [...scores].sort((one, other) => other[1] - one[1])
  if (!best) return page('body')
  return withHeadings(page, withSiblings(page, best[0], heads, extra))
}

function credit(scores: Map<Element, number>, node: AnyNode | null, score: number): void {
  if (node?.type === 'tag') scores.set(node as Element, (scores.get(node as Element) ?? 0) + score)
}
