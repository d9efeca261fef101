import type { Cheerio, CheerioAPI } from 'cheerio'
import { headNodes, removeFrame } from './html-frame.js'
import { isBlock, type AnyNode, type Element } from './html-node.js'

/** Containers of the text on government sites and of the content systems they run on, surest first. */
const CONTAINERS = [
  '#UCAP-CONTENT',
  '.TRS_Editor',
  '.TRS_UEDITOR',
  '.trs_editor_view',
  '#zoom',
  '#Zoom',
  '#vsb_content',
  '[id^=vsb_content]',
  '.v_news_content',
  '.wp_articlecontent',
  '#artibody',
  '#NewsContent',
  '#newsContent',
  '#ContentRegion',
  '#mainText',
  '#contentText',
  '.pages_content',
  '.article-content',
  '.article_content',
  '.articleContent',
  '.article-body',
  '.content-body',
  '.news_content',
  '.news-content',
  '.xxgk_content',
  '.zwnr',
  '.con_con',
  '.nr_con',
  '[itemprop=articleBody]',
  'article',
]
/** A container with less text is a leftover of the page's template. */
const MIN_TEXT = 20
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
}

/**
 * The element that holds the text of the page: the source's selector, the longest match of the surest container, or
 * the densest block of text, which may begin with metadata. The whole body where nothing stands out.
 */
export function mainText(page: CheerioAPI, selector: string | null): MainText {
  const known = knownContainer(page, selector)
  if (known) return { element: known, lead: leadOf(known, HEAD_LENGTH), heads: new Set(), isSure: true }
  removeFrame(page)
  const heads = headNodes(page)
  const element = densest(page, heads)
  return { element, lead: new Set([...leadOf(element, LEAD_LENGTH), ...heads]), heads, isSure: false }
}

function knownContainer(page: CheerioAPI, selector: string | null): Cheerio<AnyNode> | null {
  if (selector) {
    const stated = page(selector)
    if (stated.length > 0) return stated
  }
  for (const container of CONTAINERS) {
    const longest = longestOf(page, page(container).toArray())
    if (longest && textLength(page, longest) >= MIN_TEXT) return page(longest)
  }
  return null
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

const textLength = (page: CheerioAPI, element: AnyNode): number => page(element).text().replace(/\s+/g, '').length

function longestOf(page: CheerioAPI, elements: AnyNode[]): AnyNode | undefined {
  return elements.reduce<AnyNode | undefined>(
    (best, element) => (!best || textLength(page, element) > textLength(page, best) ? element : best),
    undefined,
  )
}

/**
 * Each block's own text, without that of links, counts for its parent and half for its grandparent; the best wins
 * (after Readability's scoring, https://github.com/mozilla/readability).
 */
function densest(page: CheerioAPI, heads: ReadonlySet<AnyNode>): Cheerio<AnyNode> {
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
    credit(scores, target, length)
    credit(scores, target?.parent ?? null, length / 2)
  })
  const [best] = [...scores].sort((one, other) => other[1] - one[1])
  return best ? page(best[0]) : page('body')
}

function credit(scores: Map<Element, number>, node: AnyNode | null, score: number): void {
  if (node?.type === 'tag') scores.set(node as Element, (scores.get(node as Element) ?? 0) + score)
}
