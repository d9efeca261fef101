import { normalizeLabel } from '../labels.js'
import { holdsLink, type AnyNode, type Element } from './html-node.js'
import type { PlaceOf } from './html-place.js'

/** Longer texts are no metadata but the text of the document. */
export const MAX_LABEL = 16
export const MAX_VALUE = 300

/** A label and its value, as a page shows them. */
export interface Pair {
  label: string
  value: string
  /** Whether the label is that of a field; others are reported. */
  known: boolean
  /** The element that the pair was found at. */
  at: AnyNode
  /** What the pair consists of: cells, a line that says nothing else. Empty where more stands beside it. */
  nodes: AnyNode[]
}

/** Words of a page for its readers: they look like labels and say nothing of the document. */
const TOOL =
  /位置$|^(?:字[体号]|文字大小|视力|阅读|浏览|访问|点击|打印|分享|收藏|下载|扫|责任编辑|责编|编辑|搜索|热词|热搜)/

/** Whether a label is one of a page's tools; 字号 with a document number is none. */
export const isTool = (label: string, value: string): boolean => TOOL.test(label.trim()) && !/[〔\[［]\d{4}/.test(value)

/** What may be a label though nobody knows it: a few Chinese characters. */
export const mayBeLabel = (said: string): boolean =>
  /^[\p{Script=Han}（）()\s]{2,16}[:：]?$/u.test(said) && !isTool(said, '')

export type IsLabel = (value: string) => boolean

/** Below the text one label alone is that of a related document or of the site. */
const MIN_BELOW = 2

/**
 * Pairs without those that say something of other documents: below the text those whose entry holds a link, and all
 * where only one label stands there, or one stands there again.
 */
export function aboutThisPage(pairs: readonly Pair[], placeOf: PlaceOf): Pair[] {
  const below = pairs.filter(({ known, at }) => known && placeOf(at) === 'after')
  const entries = new Map<string, Set<AnyNode | null>>()
  for (const { label, at } of below) {
    const name = normalizeLabel(label)
    entries.set(name, (entries.get(name) ?? new Set()).add(entryOf(at)))
  }
  const isTable = entries.size >= MIN_BELOW && [...entries.values()].every((found) => found.size === 1)
  const linked = new Map<AnyNode, boolean>()
  const isLinked = (entry: AnyNode | null): boolean => {
    if (entry === null) return false
    if (!linked.has(entry)) linked.set(entry, holdsLink(entry))
    return linked.get(entry)!
  }
  return pairs.filter(({ at }) => placeOf(at) !== 'after' || (isTable && !isLinked(entryOf(at))))
}

const ENTRIES = new Set(['li', 'tr', 'dl', 'p'])

function entryOf(node: AnyNode): AnyNode | null {
  let entry: AnyNode | null = node
  while (entry && !(entry.type === 'tag' && ENTRIES.has((entry as Element).tagName))) entry = entry.parent
  return entry
}
