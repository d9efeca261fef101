import type { AnyNode, Element } from './html-node.js'

const GROUPS = new Set(['tbody', 'thead', 'tfoot'])

/**
 * Whether an element is a part of a table that only gives a place to a text: a table or a group of rows of which each
 * row has one cell, such a row, or its cell.
 */
export function isOfLayout(element: Element): boolean {
  const { tagName, parent } = element
  if (tagName === 'td' || tagName === 'th') return parent?.type === 'tag' && isOfLayout(parent as Element)
  if (tagName === 'tr') return childElements(element).length === 1
  if (tagName !== 'table' && !GROUPS.has(tagName)) return false
  const parts = childElements(element).filter((one) => one.tagName === 'tr' || GROUPS.has(one.tagName))
  return parts.length > 0 && parts.every(isOfLayout)
}

const childElements = ({ children }: Element): Element[] =>
  (children as AnyNode[]).filter((node): node is Element => node.type === 'tag')
