import type { CheerioAPI } from 'cheerio/slim'
import { labelMeaning, type ExtraLabels } from '../labels.js'
import type { ExtractedRecord } from '../record.js'
import { isClosedBy } from '../visibility.js'
import { labelFrom, setByLabel } from './fields.js'
import type { AnyNode } from './html-node.js'
import type { PlaceOf } from './html-place.js'

/** Longer words are no label and no value of it. */
const LONGEST = 40
const PAIR = /^([^:：]{2,16})[:：]\s*(\S.*)$/

/**
 * That a page says it is not for the public, whatever mark-up its metadata are in: a label of visibility, and right
 * after it words that can mean nothing else. Pairs of labels and values are found by their mark-up, which may be any;
 * what must not be shown may not depend on that. Only the text proper is left out, where such words may be its own.
 */
export function readRestriction(
  page: CheerioAPI,
  placeOf: PlaceOf,
  record: ExtractedRecord,
  extra?: ExtraLabels,
): void {
  const isLabel = (words: string): boolean => ['visibility', 'open'].includes(labelMeaning(words, extra) ?? '')
  let label: string | null = null
  const waiting: AnyNode[] = page('body').toArray()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    // Menus lead to what is open and to what is given on request.
    if (node.type === 'tag' && node.tagName === 'a') continue
    if ('children' in node) {
      for (let child = node.children.at(-1) ?? null; child; child = child.prev) waiting.push(child)
      continue
    }
    if (node.type !== 'text' || node.data.length > LONGEST * 4 || placeOf(node) === 'text') continue
    const words = node.data.replace(/\s+/g, ' ').trim()
    if (/^[:：]?$/.test(words)) continue
    const [, own, value] = PAIR.exec(words) ?? []
    if (own !== undefined && isLabel(own) && isClosedBy(own, value!, extra))
      setByLabel(record, own, [value!], labelFrom(own), extra)
    else if (label !== null && isClosedBy(label, words, extra))
      setByLabel(record, label, [words], labelFrom(label), extra)
    label = words.length <= LONGEST && isLabel(words) ? words : null
  }
}
