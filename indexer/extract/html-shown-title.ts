import type { CheerioAPI } from 'cheerio/slim'
import { pairIn } from './html-line.js'
import { holdsLink, textWithin, type Element } from './html-node.js'
import { isTool } from './html-pair.js'
import type { PlaceOf } from './html-place.js'

/** Shorter ones name a part of the page. */
const SHORTEST = 8
const LONGEST = 100
const CENTRED = /text-align\s*:\s*center/i
const LARGE = /font-size\s*:\s*(?:(?:1[89]|[2-6]\d)(?:\.\d+)?px|(?:1[4-9]|[2-4]\d)(?:\.\d+)?pt|x{0,2}-?large)/i
/** Sentences, paths of columns and dates are no titles. */
const NO_TITLE = /[。；;：:，,>＞»]$|[>＞»]|今天是|版权|欢迎|\d{4}-\d{1,2}-\d{1,2}/

/** What a page without headings shows as the title before its text: in the middle, large or bold; null for none. */
export function shownTitle(page: CheerioAPI, placeOf: PlaceOf, isSite: (words: string) => boolean): string | null {
  let found: string | null = null
  page('p, td, th, div, center, font, b, strong, span').each((_, element) => {
    if (placeOf(element) !== 'before' || !isShownAsTitle(element)) return
    const words = textWithin(element, LONGEST)?.replace(/(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])/g, '') ?? ''
    if (words.length < SHORTEST || NO_TITLE.test(words) || isSite(words) || !/\p{Script=Han}{4}/u.test(words)) return
    if (pairIn(words) === null && !isTool(words, words) && !holdsLink(element)) found = words
  })
  return found
}

function isShownAsTitle({ tagName, attribs }: Element): boolean {
  const style = attribs['style'] ?? ''
  if (tagName === 'b' || tagName === 'strong' || tagName === 'center') return true
  if (tagName === 'font' && /^\s*(?:[4-7]|\+\d)\s*$/.test(attribs['size'] ?? '')) return true
  return /^center$/i.test(attribs['align'] ?? '') || CENTRED.test(style) || LARGE.test(style)
}
