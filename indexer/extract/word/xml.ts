import { load } from 'cheerio/slim'
import type { AnyNode, Element } from '../html-node.js'

/** The elements of a part of a document, and the way back to its text. */
export interface XmlPart {
  /** The node above the outermost element. */
  root: Element
  write: () => string
}

/**
 * Reads XML. `raw` leaves entities as they are written, so that what is changed by us and written again is otherwise
 * the same; the serialiser would write each Chinese character as a number.
 */
export function readXml(content: string, raw = false): XmlPart {
  const tree = load(content, { xml: { xmlMode: true, decodeEntities: !raw } })
  // The document has children as elements do, and nothing else of one is asked of it.
  const root = tree.root()[0] as unknown as Element
  return { root, write: () => tree.xml() }
}

/** The name without the prefix that the file gives its namespace. */
export const nameOf = (node: AnyNode): string =>
  node.type === 'tag' ? node.tagName.slice(node.tagName.indexOf(':') + 1) : ''

export const isNamed = (node: AnyNode, name: string): node is Element => nameOf(node) === name

export function childrenOf(element: Element | null, name: string): Element[] {
  return element?.children.filter((child): child is Element => isNamed(child, name)) ?? []
}

export function childOf(element: Element | null, ...path: string[]): Element | null {
  let found = element
  for (const name of path) found = found?.children.find((child): child is Element => isNamed(child, name)) ?? null
  return found
}

/** An attribute by its name without prefix. */
export function attribute(element: Element | null, name: string): string | null {
  for (const [key, value] of Object.entries(element?.attribs ?? {}))
    if (key.slice(key.indexOf(':') + 1) === name) return value
  return null
}

/** What `<w:name w:val="…"/>` below an element says. */
export const valueOf = (element: Element | null, name: string): string | null =>
  attribute(childOf(element, name), 'val')

export function numberOf(element: Element | null, name: string): number | null {
  const value = valueOf(element, name)
  return value !== null && /^\d{1,9}$/.test(value.trim()) ? Number(value) : null
}

/** A property that is on where it stands, unless it says that it is off; null where it does not stand. */
export function isOn(properties: Element | null, name: string): boolean | null {
  const property = childOf(properties, name)
  return property && !['0', 'false', 'off'].includes(attribute(property, 'val') ?? '')
}

/** All elements below one, as they come in the file. */
export function* elementsBelow(root: Element): Generator<Element> {
  const waiting: AnyNode[] = [...root.children].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== 'tag') continue
    yield node
    // Read after the element was seen: whoever asked may have changed what is below it.
    for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at]!)
  }
}

/**
 * Puts other nodes in the place of nodes, at every depth, outermost first. Lists of children are made anew at once:
 * taking nodes out of a long list one by one would take time that grows with its square.
 */
export function replaceBelow(root: Element, replace: (node: Element) => readonly AnyNode[]): void {
  const waiting = [root]
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    element.children = element.children.flatMap((node) => (node.type === 'tag' ? replace(node as Element) : [node]))
    for (const node of element.children) if (node.type === 'tag') waiting.push(node as Element)
  }
}
