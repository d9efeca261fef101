import type { CheerioAPI } from 'cheerio/slim'

/** The node types of cheerio's tree, which cheerio itself does not name. */
export type AnyNode = ReturnType<ReturnType<CheerioAPI['root']>['contents']>[number]
export type Element = Extract<AnyNode, { tagName: string }>

/** Whether an element holds one of these tags; ends with the first, where a selector would go through all it holds. */
export function holds(element: AnyNode, tags: ReadonlySet<string>): boolean {
  const waiting = 'children' in element ? [...element.children] : []
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'tag' && tags.has(node.tagName)) return true
    if ('children' in node) waiting.push(...node.children)
  }
  return false
}
