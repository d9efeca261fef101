import type { CheerioAPI } from 'cheerio/slim'
import { elementsIn, isBlock, ownWords, type AnyNode, type Element } from './html-node.js'

/** What only a site says of itself, by the form in which it is said: documents on websites have the bare words, too. */
const SURELY_OF_SITE =
  /网站标识码\s*[:：]?\s*[A-Za-z]{0,3}\d|ICP(?:备案?|证)\s*(?:第|字|号|[:：])?\s*\d|公网安备\s*[:：]?\s*\d|版权所有(?![者人权的])|copyright\s*(?:©|\(c\)|\d{4})|©|本(?:网|网站|站)[^。]{0,30}(?:主办|转载|版权|免责|侵权)/i
/** What sites say beside that; in a document it may be said as well. */
const BESIDE_IT =
  /(?:主办|承办|协办|运维|维护|建设|开发|制作|管理)(?:单位|部门)?\s*[:：]|技术支持|地址\s*[:：]|邮编|邮政编码|电话\s*[:：]|热线\s*[:：]|传真|邮箱\s*[:：]|网站地图|(?:关于|联系)我们|(?:隐私|免责|网站)声明|分辨率|浏览器|访问(?:量|人数|次数)|您是第|[IＩ]Pv6/i
/** Longer ones are texts that name it. */
const LONGEST = 400
/** Shorter words after it are tools of the page: 返回顶部. */
const SHORTEST_TEXT = 12
/** One sentence may stand there: how the site is best looked at. */
const MAX_SENTENCES = 1

/** Whether a text is what a site says of itself. */
const isOfSite = (words: string): boolean =>
  words.length <= LONGEST && SURELY_OF_SITE.test(words) && sentences(words) <= MAX_SENTENCES

const isBesideIt = (words: string): boolean =>
  words.length <= LONGEST && BESIDE_IT.test(words) && sentences(words) === 0

const sentences = (words: string): number => words.split('。').filter((part) => part.trim() !== '').length - 1

/**
 * Takes away what a page says of its site, whatever it is called: the largest elements that say such things and, but for
 * links, nothing else, where no text comes after them.
 */
export function removeSiteMatter(page: CheerioAPI): void {
  const blocks = page('body')
    .toArray()
    .flatMap((body) => elementsIn(body))
    .filter(isBlock)
  const saying = new Set<AnyNode>()
  const ofSite = new Set<AnyNode>()
  const last: Element[] = []
  let isLast = true
  // From the end, so that what an element holds is known before the element.
  for (const block of blocks.reverse()) {
    const words = ownWords(block)
    if (isOfSite(words)) ofSite.add(block)
    else if (words !== '' && !isBesideIt(words)) saying.add(block)
    const { parent } = block
    if (words.length >= SHORTEST_TEXT && saying.has(block)) isLast = false
    if (saying.has(block)) {
      if (parent) saying.add(parent)
    } else if (ofSite.has(block)) {
      if (parent) ofSite.add(parent)
      if (isLast) last.push(block)
    }
  }
  for (const block of last) {
    const { parent } = block
    const isPart = parent && !saying.has(parent) && (parent as Element).tagName !== 'body'
    // Beside a cell that says something it is one of a list of sites.
    if (!isPart && block.tagName !== 'td' && block.tagName !== 'th') page(block).remove()
  }
}
