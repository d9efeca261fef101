import type { CheerioAPI } from 'cheerio/slim'
import type { MainText } from './html-main.js'
import type { AnyNode } from './html-node.js'

/**
 * Where in a page something stands, seen from the text: before it, in what comes first in a text found by density, in
 * the first lines of a container that surely is the text, further on in it, after it.
 */
export type Place = 'before' | 'lead' | 'head' | 'text' | 'after'
export type PlaceOf = (node: AnyNode) => Place

/** Tells the place of every node. What stands between two parts of the text is taken for text. */
export function placesOf(page: CheerioAPI, { element, lead, isSure }: MainText): PlaceOf {
  // Where nothing stands out as the text, nothing can be said to stand before or after it.
  if (element.is('body')) return () => 'before'
  const parts = new Set<AnyNode>(element.toArray())
  const places = new Map<AnyNode, Place>()
  let begun = 0
  const waiting: { node: AnyNode; inside: boolean }[] = page.root().contents().toArray().reverse().map(outside)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next
    const isPart = parts.has(node)
    if (isPart) begun++
    const inside = next.inside || isPart
    if (inside) places.set(node, lead.has(node) ? (isSure ? 'head' : 'lead') : 'text')
    else if (begun > 0) places.set(node, begun < parts.size ? 'text' : 'after')
    if (!('children' in node)) continue
    for (let child = node.children.at(-1) ?? null; child; child = child.prev) waiting.push({ node: child, inside })
  }
  return (node) => places.get(node) ?? 'before'
}

const outside = (node: AnyNode): { node: AnyNode; inside: boolean } => ({ node, inside: false })
