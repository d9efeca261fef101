import type { AnyNode, Element } from '../html-node.js'
import { attribute, childOf, elementsBelow, isNamed, nameOf, readXml, replaceBelow } from './xml.js'

/** What may hold boxes of text: VML, DrawingML, and both of them side by side. */
const SHAPES = new Set(['pict', 'drawing', 'AlternateContent'])

/**
 * Puts the text of boxes where mammoth looks for it. It knows boxes of VML only: those that newer programs write beside
 * nothing older, and those in shapes that it does not know, would be lost.
 */
export function unfoldBoxes(root: Element): void {
  replaceBelow(root, (element) => {
    if (!SHAPES.has(nameOf(element)) || isNamed(element.children[0] ?? element, 'txbxContent')) return [element]
    const boxes = boxesOf(element)
    return boxes.length === 0 ? [element] : [shapeOf(boxes)]
  })
}

/** The boxes in a shape, the outermost ones; of two ways to write it the older one, if it has any. */
function boxesOf(shape: Element): Element[] {
  const fallback = isNamed(shape, 'AlternateContent') ? childOf(shape, 'Fallback') : null
  const older = fallback ? outermost(fallback) : []
  return older.length > 0 ? older : outermost(childOf(shape, 'Choice') ?? shape)
}

function outermost(element: Element): Element[] {
  if (isHidden(element)) return []
  return element.children.flatMap((child: AnyNode): Element[] => {
    if (child.type !== 'tag') return []
    return isNamed(child, 'txbxContent') ? [child] : outermost(child as Element)
  })
}

/** DrawingML says in the properties of a shape that it is hidden. */
const isHidden = (element: Element): boolean =>
  ['1', 'true'].includes(attribute(childOf(element, 'docPr'), 'hidden') ?? '')

function shapeOf(boxes: Element[]): Element {
  const prefix = boxes[0]!.tagName.replace(/txbxContent$/, '')
  const [shape] = [...elementsBelow(readXml(`<${prefix}pict/>`, true).root)]
  shape!.children = boxes
  return shape!
}
