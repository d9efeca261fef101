import type { CheerioAPI } from 'cheerio/slim'
import { appendAll } from '../append-all.js'

/** The node types of cheerio's tree, which cheerio itself does not name. */
export type AnyNode = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number]
export type Element = Extract<AnyNode, { tagName: string }>

/**
 * The elements that a node holds, in their order; of one tag where it is given. A selector does not say so of a text whose
 * lines end with fifteen thousand `<br>`: it takes the square of the number of an element's children.
 */
export function elementsIn(node: AnyNode, tag: string | null = null): Element[] {
  const found: Element[] = []
  const waiting: AnyNode[] = []
  const wait = (parent: AnyNode): void => {
    const last = 'children' in parent ? (parent.children.at(-1) ?? null) : null
    for (let child: AnyNode | null = last; child; child = child.prev) waiting.push(child)
  }
  wait(node)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'tag' && (tag === null || next.tagName === tag)) found.push(next)
    wait(next)
  }
  return found
}

/** How many characters, without white space, the links say that a node holds. */
export const linkedLength = (page: CheerioAPI, node: AnyNode): number =>
  page(elementsIn(node, 'a')).text().replace(/\s+/g, '').length

/** Whether an element holds one of these tags; ends with the first, where a selector would go through all it holds. */
export function holds(element: AnyNode, tags: ReadonlySet<string>): boolean {
  const waiting = 'children' in element ? [...element.children] : []
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'tag' && tags.has(node.tagName)) return true
    if ('children' in node) appendAll(waiting, node.children)
  }
  return false
}

/** Whether an element holds a link that says something. */
export function holdsLink(element: AnyNode): boolean {
  const waiting = [element]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'tag' && node.tagName === 'a' && textWithin(node, 0) !== '') return true
    if ('children' in node) appendAll(waiting, node.children)
  }
  return false
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

export function isBlock(node: AnyNode): boolean {
  return node.type === 'tag' && BLOCKS.has((node as Element).tagName.toLowerCase())
}

/**
 * The text of a node on one line, with a space where a break or a block sets two parts apart. Null where it is longer
 * than `max` characters: it ends there, so that asking for labels does not go through whole pages.
 */
export function textWithin(node: AnyNode, max: number): string | null {
  let text = ''
  const waiting: (AnyNode | ' ')[] = [node]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === ' ') text = spaced(text, ' ')
    else if (next.type === 'text') text = spaced(text, next.data.replace(/\s+/g, ' '))
    else if (next.type === 'tag' && next.tagName === 'br') text = spaced(text, ' ')
    else if ('children' in next) {
      const isApart = isBlock(next)
      if (isApart) waiting.push(' ')
      appendAll(waiting, next.children.toReversed())
      if (isApart) waiting.push(' ')
    }
    // One more may be a space at the end.
    if (text.length > max + 1) return null
  }
  const said = text.trimEnd()
  return said.length > max ? null : said
}

/** Appends without doubling the space between, and without one at the beginning. */
function spaced(text: string, more: string): string {
  return text === '' || text.endsWith(' ') ? text + more.replace(/^ /, '') : text + more
}

/** What an element says outside of links and of the blocks in it, on one line. */
export function ownWords(element: Element): string {
  let words = ''
  const waiting: AnyNode[] = [...element.children].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') words += node.data
    else if (node.type === 'tag' && node.tagName !== 'a' && !isBlock(node))
      appendAll(waiting, node.children.toReversed())
  }
  return words.replace(/\s+/g, ' ').trim()
}
