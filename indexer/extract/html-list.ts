import type { CheerioAPI } from 'cheerio/slim'
import type { AnyNode, Element } from './html-node.js'
import { formatNumber } from './word/number-format.js'

/** Kinds of numbers, by their names in CSS and in the attribute `type`: the format, and what stands behind it. */
const KINDS = new Map<string, [format: string, end: string]>([
  ['a', ['lowerLetter', '. ']],
  ['A', ['upperLetter', '. ']],
  ['i', ['lowerRoman', '. ']],
  ['I', ['upperRoman', '. ']],
  ['lower-alpha', ['lowerLetter', '. ']],
  ['lower-latin', ['lowerLetter', '. ']],
  ['upper-alpha', ['upperLetter', '. ']],
  ['upper-latin', ['upperLetter', '. ']],
  ['lower-roman', ['lowerRoman', '. ']],
  ['upper-roman', ['upperRoman', '. ']],
  ['decimal-leading-zero', ['decimalZero', '. ']],
  ['cjk-ideographic', ['chineseCountingThousand', '、']],
  ['cjk-decimal', ['ideographDigital', '、']],
  ['simp-chinese-informal', ['chineseCountingThousand', '、']],
  ['trad-chinese-informal', ['chineseCountingThousand', '、']],
])
const NO_NUMBERS = new Set(['none', 'disc', 'circle', 'square'])

const HAN = '[一二三四五六七八九十百零〇]'
/** The number that an item begins with itself: 一、, （一）, 1．, 第一条, 一是, 步骤一. */
const OWN_NUMBER = new RegExp(
  `^(?:${HAN}{1,4}[、.．:：]|[（(](?:${HAN}{1,4}|\\d{1,3})[）)]|\\d{1,3}(?:[.．、:：](?!\\d)|[）)])|` +
    `第(?:${HAN}{1,5}|\\d{1,4})(?:[编章节条款项步]|[,，、:：])|${HAN}{1,3}(?:是|要(?![素点求领]))|其${HAN}[是,，]|步骤|[A-Za-z][.、．）)]|` +
    '[①-⒛㈠-㈩❶-❿Ⅰ-ⅿ])',
)
/** A number and a space is one of the item's own where it is the very number that the list would give it. */
const BARE_NUMBER = /^(\d{1,3})\s/

/** Tells what numbers the items of the lists of a page are shown with. */
export class ListLabels {
  readonly #places = new Map<Element, Map<AnyNode, number>>()

  constructor(readonly page: CheerioAPI) {}

  /** What a browser writes before an item: `1. `; '' where nothing, or nothing that tells one item from another. */
  of(item: Element): string {
    const list = item.parent as Element | null
    if (list?.tagName !== 'ol') return ''
    const kind = this.#kind(item) ?? this.#kind(list)
    if (kind !== null && NO_NUMBERS.has(kind)) return ''
    const place = this.#placesIn(list).get(item)!
    const [format, end] = KINDS.get(kind ?? '') ?? ['decimal', '. ']
    return formatNumber(place, format) + end
  }

  #kind(element: Element): string | null {
    const style = this.page(element).attr('style') ?? ''
    const stated = [...style.matchAll(/list-style(?:-type)?\s*:([^;]*)/gi)].at(-1)?.[1]?.toLowerCase()
    const word = stated?.split(/\s+/).find((one) => KINDS.has(one) || NO_NUMBERS.has(one))
    return word ?? this.page(element).attr('type')?.trim() ?? null
  }

  /** The number of each item: from `start` on, or from `value`, upwards or, where it is `reversed`, downwards. */
  #placesIn(list: Element): ReadonlyMap<AnyNode, number> {
    const known = this.#places.get(list)
    if (known) return known
    const items = list.children.filter((child): child is Element => child.type === 'tag' && child.tagName === 'li')
    const isReversed = list.attribs['reversed'] !== undefined
    const places = new Map<AnyNode, number>()
    let next = integer(list.attribs['start']) ?? (isReversed ? items.length : 1)
    for (const item of items) {
      const place = integer(item.attribs['value']) ?? next
      places.set(item, place)
      next = place + (isReversed ? -1 : 1)
    }
    this.#places.set(list, places)
    return places
  }
}

function integer(value: string | undefined): number | null {
  return value !== undefined && /^\s*-?\d{1,6}\s*$/.test(value) ? Number(value) : null
}

/** A paragraph with its label before it, unless it begins with a number of its own. */
export function labelled(paragraph: string, label: string): string {
  if (label === '' || OWN_NUMBER.test(paragraph)) return paragraph
  const bare = BARE_NUMBER.exec(paragraph)?.[1]
  return bare !== undefined && label === `${bare}. ` ? paragraph : label + paragraph
}

/** Rules of style sheets in the page that are looked at: of a hostile page not all. */
const MAX_RULES = 40
/** Simple selectors only: what stands in `:hover` or `@media print` is not how the page is shown. */
const SIMPLE = /^[\w\-.#>\s]{1,100}$/

/** Writes what the style sheets in a page say of its lists into the elements, where their own `style` counts more. */
export function inlineListStyles(page: CheerioAPI): void {
  if (page('ol').length === 0) return
  const css = page('style')
    .toArray()
    .map((sheet) => page(sheet).text())
    .join('\n')
    .replace(/\/\*[^]*?\*\/|<!--|-->/g, '')
  let count = 0
  for (const [, selectors, body] of withoutBlocks(css).matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const style = /list-style(?:-type)?\s*:[^;]*/i.exec(body!)?.[0]
    if (style === undefined || ++count > MAX_RULES) continue
    for (const selector of selectors!.split(',').map((one) => one.trim()))
      if (SIMPLE.test(selector) && /[\w-]/.test(selector)) prepend(page, selector, style)
  }
}

function prepend(page: CheerioAPI, selector: string, style: string): void {
  let found
  try {
    found = page(selector).filter('ol, li')
  } catch {
    return
  }
  found.each((_, element) => {
    element.attribs['style'] = `${style};${element.attribs['style'] ?? ''}`
  })
}

/** Without `@media` and the like, whose rules hold in some cases only. */
function withoutBlocks(css: string): string {
  return css.replace(/@[\w-]+[^{};]*(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})/g, '')
}
