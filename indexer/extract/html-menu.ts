import type { Cheerio, CheerioAPI } from 'cheerio/slim'
import { elementsIn, holds, isBlock, ownWords, type AnyNode, type Element } from './html-node.js'
import { isTool } from './html-pair.js'

/** The way through the columns of the site. */
const PATH = /[>＞»›]|位置[:：]/
/** Links that belong to a document: to what is attached to it. */
const ATTACHED = /附件|\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|zip|rar)\s*$/i
/** One link by itself may be the whole text. */
const LEAST_MENU = 2
const DATE_ONLY = /^[\d\s年月日:：./[\]()（）-]+$/
const LINKS = new Set(['a'])
const HEADINGS = new Set(['h1', 'h2', 'h3'])

/** All that the foot of a list says, which leads through its pages: 共56条 第1页/共4页 上一页 1 2 3 下一页. */
const PAGER =
  /^(?=.*页)(?:[共第每当前总首末尾转到至跳]|[上下后]一?(?=页)|前一(?=页)|[条篇页]|记录|[\d\s/|.…«»‹›<>,，:：()（）[\]-])+$/

export const isPager = (words: string): boolean => PAGER.test(words)

/** Words that are no part of a text: none, the page's tools, the way to it or through a list. */
export const isAside = (words: string): boolean =>
  words === '' || isTool(words, words) || PATH.test(words) || isPager(words)

/** Whether a block is an entry of a list of pages: a link and, at most, its date, which may stand in a cell of its own. */
function isEntry(block: Element): boolean {
  if (!DATE_ONLY.test(ownWords(block))) return false
  const isCell = block.tagName === 'td' && ownWords(block) !== ''
  return holds(isCell ? block.parent! : block, LINKS)
}

/** The parts of a body that is itself the text: from the first to the last that is neither title nor menu. */
export function textOfBody(page: CheerioAPI, heads: ReadonlySet<AnyNode>): Cheerio<AnyNode> {
  const text = between(page, page('body')[0]!, (node) => !heads.has(node) && saysMore(page, node))
  return text.filter((_, node) => !heads.has(node))
}

/** An element without the menus that it begins or ends with; itself where there are none. */
export function withoutMenus(page: CheerioAPI, element: Element): Cheerio<AnyNode> {
  const isMenu = (node: AnyNode): boolean =>
    node.type === 'tag' && elementsIn(node, 'a').length >= LEAST_MENU && !saysMore(page, node)
  const text = between(page, element, (node) => !isMenu(node) && page(node).text().trim() !== '')
  return element.children.some(isMenu) ? text : page(element)
}

/** The children of an element from the first to the last that is text. */
function between(page: CheerioAPI, element: Element, isText: (node: AnyNode) => boolean): Cheerio<AnyNode> {
  const children = element.children as AnyNode[]
  return page(children.slice(Math.max(children.findIndex(isText), 0), children.findLastIndex(isText) + 1) as Element[])
}

/** Whether a part of a page says something that is neither title nor menu. */
function saysMore(page: CheerioAPI, node: AnyNode): boolean {
  if (node.type === 'text') return node.data.trim() !== ''
  if (node.type !== 'tag' || HEADINGS.has(node.tagName)) return false
  const blocks = [node, ...elementsIn(node)]
  return blocks.some(
    (one) =>
      (one.tagName === 'a' && ATTACHED.test(page(one).text())) ||
      ((one === node || isBlock(one)) && !HEADINGS.has(one.tagName) && !isAside(ownWords(one)) && !isEntry(one)),
  )
}
