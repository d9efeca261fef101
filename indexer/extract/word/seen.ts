import type { AnyNode, Element } from '../html-node.js'
import type { WordStyles } from './styles.js'
import { childOf, elementsBelow, isNamed, isOn, nameOf, replaceBelow, valueOf } from './xml.js'

/** What only wraps the runs that it holds, and what mammoth passes over with all that is in it. */
const WRAPPERS = new Set(['fldSimple', 'bdo', 'dir'])
/** Text that was deleted, or moved to another place, under tracked changes. */
const DELETED = ['del', 'moveFrom']
/** What a run holds beside what is seen of it: marks of fields, which belong together over several runs. */
const UNSEEN = new Set(['rPr', 'fldChar', 'instrText', 'lastRenderedPageBreak'])

/**
 * Leaves in a part what Word shows and prints of it. Hidden text goes, whether it, its style or the style of its
 * paragraph says so, and hidden rows, cells that were deleted and hidden shapes with it. Paragraphs whose mark is
 * hidden or deleted are joined to the next one. Fields that wrap their result give it.
 */
export function leaveSeen(root: Element, styles: WordStyles): void {
  replaceBelow(root, unwrapped)
  for (const element of elementsBelow(root)) if (nameOf(element) === 'p') emptyHiddenRuns(element, styles)
  for (const element of elementsBelow(root))
    if (element.children.some((child) => nameOf(child) === 'p')) element.children = joined(element.children, styles)
}

function unwrapped(element: Element): readonly AnyNode[] {
  if (isUnseen(element)) return []
  const inner = nameOf(element) === 'ruby' ? childOf(element, 'rubyBase') : element
  if (inner === element && !WRAPPERS.has(nameOf(element))) return [element]
  return inner?.children.flatMap((node) => (node.type === 'tag' ? unwrapped(node as Element) : [node])) ?? []
}

function isUnseen(element: Element): boolean {
  if (nameOf(element) === 'tr') return isOn(childOf(element, 'trPr'), 'hidden') ?? false
  if (nameOf(element) === 'tc') return childOf(element, 'tcPr', 'cellDel') !== null
  return /visibility\s*:\s*hidden/i.test(element.attribs['style'] ?? '')
}

function emptyHiddenRuns(paragraph: Element, styles: WordStyles): void {
  const style = styles.ofParagraph(childOf(paragraph, 'pPr'))
  for (const run of runsOf(paragraph))
    if (isHidden(childOf(run, 'rPr'), style, styles))
      run.children = run.children.filter((child) => UNSEEN.has(nameOf(child)))
}

/** Word shows a text that is hidden by two of its styles at once; what anybody meant to hide is not shown here. */
function isHidden(properties: Element | null, paragraphStyle: string | null, styles: WordStyles): boolean {
  return (
    isOn(properties, 'vanish') ??
    (styles.hidesAll || [valueOf(properties, 'rStyle'), paragraphStyle].some((style) => styles.hides(style) === true))
  )
}

/** The runs of a paragraph, those of paragraphs in a box within it left out, and what was deleted. */
function* runsOf(paragraph: Element): Generator<Element> {
  const waiting = [...paragraph.children]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== 'tag' || nameOf(node) === 'p' || DELETED.includes(nameOf(node))) continue
    if (nameOf(node) === 'r') yield node as Element
    for (const child of node.children) waiting.push(child)
  }
}

function hasContent(paragraph: Element): boolean {
  for (const run of runsOf(paragraph)) if (run.children.some((child) => !UNSEEN.has(nameOf(child)))) return true
  return false
}

const contentOf = (paragraph: Element): AnyNode[] => paragraph.children.filter((child) => !isNamed(child, 'pPr'))

/** Joins the paragraphs of a list whose marks are not seen. */
function joined(list: readonly AnyNode[], styles: WordStyles): AnyNode[] {
  const result: AnyNode[] = []
  /** Text whose mark was deleted: it begins the next paragraph, and is one itself where none comes. */
  let carried: AnyNode[] = []
  let carrier: Element | null = null
  /** A paragraph whose mark is hidden: the next one goes on in it. */
  let open: Element | null = null
  const settle = (): void => {
    if (carrier) {
      carrier.children = [...propertiesOf(carrier), ...carried]
      result.push(carrier)
    }
    carried = []
    carrier = open = null
  }
  for (const node of list) {
    if (!isNamed(node, 'p')) {
      if (isNamed(node, 'tbl') || isNamed(node, 'sdt')) settle()
      result.push(node)
      continue
    }
    const mark = childOf(node, 'pPr', 'rPr')
    const isDeleted = DELETED.some((name) => childOf(mark, name) !== null)
    const isJoined =
      isOn(mark, 'specVanish') === true || isHidden(mark, styles.ofParagraph(childOf(node, 'pPr')), styles)
    if ((isDeleted || isJoined) && !hasContent(node)) continue
    if (isDeleted) {
      for (const child of contentOf(node)) carried.push(child)
      carrier = node
      continue
    }
    if (carrier) node.children = [...propertiesOf(node), ...carried, ...contentOf(node)]
    carried = []
    carrier = null
    if (open) for (const child of contentOf(node)) open.children.push(child)
    else result.push(node)
    open = isJoined ? (open ?? node) : null
  }
  settle()
  return result
}

/** The properties of a paragraph, its mark taken for one that stands. */
function propertiesOf(paragraph: Element): Element[] {
  const properties = childOf(paragraph, 'pPr')
  const mark = childOf(properties, 'rPr')
  if (mark) mark.children = mark.children.filter((child) => !DELETED.includes(nameOf(child)))
  return properties ? [properties] : []
}
