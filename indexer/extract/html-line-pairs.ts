import type { CheerioAPI } from 'cheerio/slim'
import { pairIn, partsOf } from './html-line.js'
import { holds, isBlock, textWithin, type AnyNode } from './html-node.js'
import { MAX_LABEL, MAX_VALUE, type IsLabel, type Pair } from './html-pair.js'

/** Elements that are a line each, where they hold no other of them. */
const LINES = new Set(['li', 'p', 'div', 'td'])

/** Lines of `label：value`, once or several times. */
export function linePairs(page: CheerioAPI, mayRead: (node: AnyNode) => boolean, isLabel: IsLabel): Pair[] {
  const pairs: Pair[] = []
  page('li, p, span, div, dd, td').each((_, line) => {
    if (!mayRead(line) || holds(line, LINES)) return
    // What stands within a line is read with it.
    if (line.tagName === 'span' && line.parent && !isBlock(line.parent)) return
    for (const part of partsOf(line)) {
      const pair = pairIn(part)
      if (pair && isLabel(pair.label)) pairs.push({ ...pair, known: true, at: line })
    }
  })
  return pairs
}

/** Elements that are a label with a colon, and what stands beside them. */
export function labelPairs(page: CheerioAPI, mayRead: (node: AnyNode) => boolean, isLabel: IsLabel): Pair[] {
  const pairs: Pair[] = []
  page('span, b, strong, label, em, i, div, p').each((_, element) => {
    if (!mayRead(element)) return
    const label = /^([^:：]{1,16})[:：]$/.exec(textWithin(element, MAX_LABEL + 1) ?? '')?.[1]
    if (label === undefined || !isLabel(label)) return
    pairs.push({ label, value: valueBeside(element, isLabel), known: true, at: element })
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
