import { isBlock, textWithin, type AnyNode } from './html-node.js'
import { isTool, type Pair } from './html-pair.js'
import { MIN_PAIRS } from './head-pairs.js'
import { normalizeLabel } from '../labels.js'

/** Above the metadata, a title or the name of the form may stand. */
const MAX_LINES_ABOVE = 3
/** Titles are shorter. */
const MAX_LINE = 120

/**
 * The metadata at the beginning of the text itself: pairs with at least two known labels, one after another, below
 * three lines at most. Further on, labels are words of the text.
 */
export function headOfText(text: readonly AnyNode[], pairs: readonly Pair[]): Set<Pair> {
  const pairsAt = new Map<AnyNode, Pair[]>()
  for (const pair of pairs) for (const node of pair.nodes) pairsAt.set(node, [...(pairsAt.get(node) ?? []), pair])
  const head = new Set<Pair>()
  let above = 0
  let line: AnyNode | null = null
  const waiting = [...text].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const here = pairsAt.get(node)
    if (here) for (const pair of here) head.add(pair)
    else if ('children' in node) {
      for (let child = node.children.at(-1) ?? null; child; child = child.prev) waiting.push(child)
    } else if (node.type === 'text' && node.data.trim() !== '') {
      const block = blockOf(node)
      if (block === line) continue
      line = block
      const words = textWithin(block ?? node, MAX_LINE)
      if (words !== null && isTool(words, words)) continue
      if (head.size > 0 || isText(words) || ++above > MAX_LINES_ABOVE) break
    }
  }
  const labels = new Set([...head].filter(({ known }) => known).map(({ label }) => normalizeLabel(label)))
  return labels.size >= MIN_PAIRS ? head : new Set()
}

/** A long line, a sentence, or whom the document is addressed to. */
const isText = (words: string | null): boolean => words === null || /[。；]|[:：]$/.test(words)

function blockOf(node: AnyNode): AnyNode | null {
  let block: AnyNode | null = node
  while (block && !isBlock(block)) block = block.parent
  return block
}
