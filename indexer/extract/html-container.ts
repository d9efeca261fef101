import type { Cheerio, CheerioAPI } from 'cheerio/slim'
import { AROUND } from './html-frame.js'
import { linkedLength, type AnyNode, type Element } from './html-node.js'
import { isTool } from './html-pair.js'

/** What content systems put a text into, surest first; where a page has several, the others go on with it. */
const EDITORS = [
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
]
/** Containers of the text on government sites: the longest is it, others are texts of their own. */
const CONTAINERS = [
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
/** A container with less text may be a leftover of the page's template. */
const MIN_TEXT = 20
/** Few words in a content system's own container are the text where they are a sentence or name an attachment. */
const A_TEXT = /。|附件/
/** What a text may consist of that has no words: a scan, a link to the document. */
const SHOWN = 'img, a[href]'
/** So much text without links is more than the announcement of another page. */
const MIN_OTHER = 40

export interface Container {
  element: Cheerio<AnyNode>
  leftOut: number
  /** Whether it has so few words that it may not be the text. */
  isShort: boolean
}

/** What is named in the source of a page, and elements: to look for each of the others takes longer than to parse the page. */
function selectorsIn(selectors: readonly string[], source: string): string[] {
  return selectors.filter((selector) => {
    const name = /^[#.](.+)$|=(.+)\]$/.exec(selector)
    return name === null || source.includes((name[1] ?? name[2])!)
  })
}

/** The known container of the text, a short one where no other has more, or null; `source` is what the page was read from. */
export function knownContainer(page: CheerioAPI, source: string, selector: string | null): Container | null {
  if (selector) {
    const stated = page(selector)
    if (stated.length > 0) return { element: stated, leftOut: 0, isShort: false }
  }
  const editors = selectorsIn(EDITORS, source)
  const containers = selectorsIn(CONTAINERS, source)
  for (const editor of editors) {
    const parts = outermost(page, editor)
    const nodes = parts.map(({ node }) => node)
    if (parts.some(({ text }) => text.length >= MIN_TEXT))
      return { element: withHeadings(page, nodes), leftOut: 0, isShort: false }
  }
  for (const container of containers) {
    const [longest, ...others] = outermost(page, container).sort((one, other) => other.text.length - one.text.length)
    if (!longest || longest.text.length < MIN_TEXT) continue
    const leftOut = others.filter(({ text, node }) => text.length - linkedLength(page, node) >= MIN_OTHER).length
    return { element: page(longest.node) as Cheerio<AnyNode>, leftOut, isShort: false }
  }
  return shortContainer(page, [...editors, ...containers])
}

/** The surest container that shows anything at all. */
function shortContainer(page: CheerioAPI, selectors: readonly string[]): Container | null {
  for (const selector of selectors) {
    const nodes = (page(selector).toArray() as Element[]).filter((node) => {
      const words = page(node).text().replace(/\s+/g, '')
      return words === '' ? page(node).find(SHOWN).length > 0 : !isTool(words, words)
    })
    const [first] = nodes
    if (first === undefined) continue
    const isText = EDITORS.includes(selector) && A_TEXT.test(page(first).text())
    return { element: page(first) as Cheerio<AnyNode>, leftOut: 0, isShort: !isText }
  }
  return null
}

interface Part {
  node: AnyNode
  text: string
}

/** Matches that lie in no other, say something that no other says, and are in no frame of the page, in their order. */
function outermost(page: CheerioAPI, selector: string): Part[] {
  const nodes = page(selector).toArray() as AnyNode[]
  const all = new Set(nodes)
  const isInner = (node: AnyNode): boolean => {
    for (let above: AnyNode | null = node.parent; above; above = above.parent) if (all.has(above)) return true
    return false
  }
  const parts = new Map<string, Part>()
  for (const node of nodes) {
    if (isInner(node)) continue
    const text = page(node).text().replace(/\s+/g, '')
    // Some pages carry the same text once for computers and once for telephones.
    if (text !== '' && !parts.has(text)) parts.set(text, { node, text })
  }
  const found = [...parts.values()]
  const inText = found.length > 1 ? found.filter(({ node }) => page(node).closest(AROUND).length === 0) : found
  return inText.length > 0 ? inText : found
}

/** The headings between two parts are text, too: 附件. */
export function withHeadings(page: CheerioAPI, parts: readonly AnyNode[]): Cheerio<AnyNode> {
  const nodes = new Set(parts)
  if (nodes.size < 2) return page([...nodes] as Element[])
  const text: AnyNode[] = []
  let between: AnyNode[] = []
  for (const node of inOrder(page, nodes)) {
    if (!nodes.has(node)) between.push(node)
    else {
      text.push(...(text.length > 0 ? between : []), node)
      between = []
    }
  }
  return page(text as Element[])
}

/** The parts and the headings outside of them, as they follow each other. */
function inOrder(page: CheerioAPI, parts: ReadonlySet<AnyNode>): AnyNode[] {
  const found: AnyNode[] = []
  const waiting: AnyNode[] = page('body').toArray()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const isHeading = node.type === 'tag' && /^h[1-6]$/.test(node.tagName)
    if (isHeading || parts.has(node)) found.push(node)
    else if ('children' in node)
      for (let child = node.children.at(-1) ?? null; child; child = child.prev) waiting.push(child)
  }
  return found
}
