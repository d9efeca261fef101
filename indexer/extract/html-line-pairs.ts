import type { CheerioAPI } from 'cheerio/slim'
import { pairIn, partsOf } from './html-line.js'
import { holds, isBlock, textWithin, type AnyNode, type Element } from './html-node.js'
import { isTool, MAX_LABEL, MAX_VALUE, mayBeLabel, type IsLabel, type Pair } from './html-pair.js'
import type { PlaceOf } from './html-place.js'

/** Elements that are a line each, where they hold no other of them. */
const LINES = new Set(['li', 'p', 'div', 'td'])

interface Line {
  at: AnyNode
  pairs: Pair[]
  hasColon: boolean
  /** Whether an unknown label may show by the known ones in the lines around it. */
  inList: boolean
}

/**
 * Lines of `label：value`, once or several times, and entries of a label and a value without a colon. A label that
 * nobody knows is one where known labels stand in the same line, or in the same list.
 */
export function linePairs(page: CheerioAPI, placeOf: PlaceOf, isLabel: IsLabel): Pair[] {
  const lines: Line[] = []
  page('li, p, span, div, dd, td').each((_, at) => {
    if (placeOf(at) === 'text') return
    const entry = entryOf(at, isLabel)
    const pairs = entry ?? (holds(at, LINES) ? [] : pairsOfLine(at, isLabel))
    // Lines of the text may begin with words and a colon.
    if (pairs.length > 0)
      lines.push({ at, pairs, hasColon: entry === null, inList: at.tagName === 'li' || placeOf(at) === 'before' })
  })
  const lists = new Map<AnyNode | null, number>()
  for (const { at, pairs } of lines)
    if (pairs.some(({ known }) => known)) lists.set(at.parent, (lists.get(at.parent) ?? 0) + 1)
  return lines.flatMap(({ at, pairs, hasColon, inList }) => {
    const known = lists.get(at.parent) ?? 0
    // Without a colon, one known word is no label yet.
    if (!hasColon) return known > 1 && inList ? pairs : []
    return pairs.some((pair) => pair.known) || (known > 0 && inList) ? pairs : []
  })
}

function pairsOfLine(at: Element, isLabel: IsLabel): Pair[] {
  // What stands within a line is read with it.
  if (at.tagName === 'span' && at.parent && !isBlock(at.parent)) return []
  const parts = partsOf(at).map(pairIn)
  // Whom a text is addressed to stands before a colon, too: what follows is sentences, and no value.
  const isUnknown = (part: { label: string; value: string }): boolean =>
    mayBeLabel(part.label) && !/[。；]/.test(part.value)
  const isWhole = parts.every((part) => part && (isLabel(part.label) || isUnknown(part) || isTool(part.label, '')))
  return parts.flatMap((part) => {
    if (!part || isTool(part.label, part.value) || !(isLabel(part.label) || isUnknown(part))) return []
    const { label, value } = part
    return [{ label, value, known: isLabel(label), at, nodes: isWhole ? [at] : [] }]
  })
}

/** An element that is a short element and one value: `<li><span>有效性</span><span>有效</span></li>`. */
function entryOf(at: Element, isLabel: IsLabel): Pair[] | null {
  if (at.tagName === 'span' || at.tagName === 'td') return null
  const said: AnyNode[] = []
  for (let node = at.children[0] as AnyNode | null | undefined; node && said.length < 3; node = node.next)
    if (textWithin(node, 0) !== '') said.push(node)
  const [first, second] = said
  if (!first || !second || said.length > 2 || first.type !== 'tag' || first.tagName === 'a') return null
  const label = textWithin(first, MAX_LABEL) ?? ''
  const value = textWithin(second, MAX_VALUE) ?? ''
  if (value === '' || /[:：]$/.test(label) || /^[:：]/.test(value) || pairIn(value)) return null
  if (!isLabel(label) && !mayBeLabel(label)) return null
  return [{ label, value, known: isLabel(label), at, nodes: [at] }]
}

/** Elements that are a label with a colon, and what stands beside them. */
export function labelPairs(page: CheerioAPI, mayRead: (node: AnyNode) => boolean, isLabel: IsLabel): Pair[] {
  const pairs: Pair[] = []
  page('span, b, strong, label, em, i, div, p').each((_, element) => {
    if (!mayRead(element)) return
    const label = /^([^:：]{1,16})[:：]$/.exec(textWithin(element, MAX_LABEL + 1) ?? '')?.[1]
    if (label === undefined || !isLabel(label)) return
    pairs.push({ label, value: valueBeside(element, isLabel), known: true, at: element, nodes: [] })
  })
  return pairs
}

/**
 * What follows an element that is a label, up to the next label: `<b>文号：</b>…`, `<div>文号：</div><div>…</div>`. An
 * element that has nothing at all beside it stands for its parent; an empty element beside it is an empty value.
 */
function valueBeside(element: AnyNode, isLabel: IsLabel): string {
  let value = ''
  for (let node = element.next; node; node = node.next) {
    const said = textWithin(node, MAX_VALUE)
    if (said === null || isHeading(node) || beginsPair(said, node, isLabel)) return value.trim()
    if (value !== '' && isBlock(node)) return value.trim()
    const [first, ...others] = node.type === 'text' ? partsOf(node) : []
    if (others.length > 0) return `${value} ${first!}`.trim()
    value += node.type === 'text' ? node.data.replace(/\s+/g, ' ') : said
    value = value.trimStart()
  }
  if (value !== '' || hasElementBeside(element)) return value.trim()
  const { parent } = element
  return parent?.type === 'tag' && mayClimb(parent) ? valueBeside(parent, isLabel) : ''
}

const isHeading = (node: AnyNode): boolean => node.type === 'tag' && /^h[1-6]$/.test(node.tagName)

/** The next entry is no value: a label, or a block of `label：value` whatever the label. */
function beginsPair(said: string, node: AnyNode, isLabel: IsLabel): boolean {
  const pair = pairIn(said)
  return pair !== null && (pair.value === '' || isLabel(pair.label) || isBlock(node))
}

function hasElementBeside(element: AnyNode): boolean {
  for (let node = element.next; node; node = node.next) if (node.type === 'tag') return true
  return false
}

/** Entries of lists, lines and cells end there; a block ends unless one value, and nothing else, stands beside it. */
function mayClimb(parent: AnyNode): boolean {
  if (!isBlock(parent)) return true
  if (!(parent.type === 'tag' && parent.tagName === 'div')) return false
  const beside = elementAfter(parent)
  const next = beside && elementAfter(beside)
  return beside !== null && (next === null || /[:：]$/.test(textWithin(next, MAX_LABEL) ?? ''))
}

function elementAfter(node: AnyNode): AnyNode | null {
  let next = node.next
  while (next && textWithin(next, 0) === '' && next.type !== 'tag') next = next.next
  return next
}
