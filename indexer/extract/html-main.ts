import type { Cheerio, CheerioAPI } from 'cheerio'
import type { ExtraLabels } from '../labels.js'
import { knownContainer, type Container } from './html-container.js'
import { headNodes, removeFrame } from './html-frame.js'
import { densest, proseLength } from './html-density.js'
import type { AnyNode } from './html-node.js'
import { removeSiteMatter } from './html-site.js'
import { appendAll } from '../append-all.js'

/** So much prose elsewhere shows that a known container with hardly a word is a leftover of the page's template. */
const MIN_PROSE = 100
/** What stands before so many characters of a text found by density may be metadata; further on it is the text itself. */
const LEAD_LENGTH = 250
/** A table of metadata at the head of a known container is shorter. */
const HEAD_LENGTH = 1000

export interface MainText {
  element: Cheerio<AnyNode>
  /** Nodes within it that are not the text itself but may be about it. */
  lead: ReadonlySet<AnyNode>
  /** Headers of the page, which are no text even where they stand within it. */
  heads: ReadonlySet<AnyNode>
  /** Whether the source or a known container says that this is the text. */
  isSure: boolean
  /** How many other texts of the same kind the page has, which are not in. */
  leftOut: number
}

/**
 * The elements that hold the text of the page: those of the source's selector, of the surest container, or
 * the densest block of text, which may begin with metadata. The whole body where nothing stands out. `source` is what the page
 * was read from.
 */
export function mainText(page: CheerioAPI, source: string, selector: string | null, extra?: ExtraLabels): MainText {
  const known = knownContainer(page, source, selector)
  if (known && !known.isShort) return sure(known)
  removeFrame(page)
  removeSiteMatter(page)
  const heads = headNodes(page)
  const element = densest(page, heads, extra)
  if (known && proseLength(page, element) < MIN_PROSE) return sure(known)
  return { element, lead: new Set([...leadOf(element, LEAD_LENGTH), ...heads]), heads, isSure: false, leftOut: 0 }
}

function sure({ element, leftOut }: Container): MainText {
  return { element, lead: leadOf(element, HEAD_LENGTH), heads: new Set(), isSure: true, leftOut }
}

/** The nodes that begin within the first characters. */
function leadOf(main: Cheerio<AnyNode>, longest: number): Set<AnyNode> {
  const lead = new Set<AnyNode>()
  let length = 0
  const waiting = main.toArray().reverse()
  for (let node = waiting.pop(); node && length < longest; node = waiting.pop()) {
    lead.add(node)
    if (node.type === 'text') length += node.data.replace(/\s+/g, '').length
    if ('children' in node) appendAll(waiting, node.children.toReversed())
  }
  return lead
}
