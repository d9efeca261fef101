import { elementsIn, holds, textWithin, type AnyNode, type Element } from './html-node.js'
import { isBelow } from './html-tools.js'

/** Elements that are a line each, where they hold no other of them. */
const LINES = new Set('p div li dt dd td th h1 h2 h3 h4 h5 h6 section article'.split(' '))
const LONGEST_LINE = 300
/** What a page calls the links that it gives below its text; to what belongs to the text it says 附件. */
const HEADING =
  /^[【[（(]?(?:(?:相关|更多|关联|延伸|推荐)(?:的)?(?:解读|链接|文章|阅读|新闻|信息|政策|文件|稿件|报道|内容|资讯|推荐)+|(?:政策|文字|图片|图文|视频)*解读(?:链接|材料)?|(?:政策|解读)?(?:原文|文件)(?:链接)?)[】\]）)]?\s*[:：]?/
/** What may stand beside a link in such a list: when the page was published, a mark. */
const BESIDE = /[\d\s\-./年月日:：[\]【】()（）·•●▪■◆>＞»|、，,；;《》]+/g
const FILE_TYPE = '\\.(?:docx?|wps|pdf|ofd|xlsx?|et|zip|rar)'
const ATTACHED = new RegExp(`^附[件表录图]|${FILE_TYPE}$`, 'i')
const FILE = new RegExp(`${FILE_TYPE}(?:$|[?#])`, 'i')

/**
 * The lines at the end of a text in which its page leads to others: 相关解读, 相关文件, and nothing but links below.
 * Links to files stay, since they are attachments.
 */
export function relatedLines(parts: readonly AnyNode[]): Element[] {
  const related: Element[] = []
  const waiting: Element[] = []
  const lines = parts
    .flatMap((part) => elementsIn(part))
    .filter((node) => LINES.has(node.tagName) && !holds(node, LINES))
  for (const line of lines.reverse()) {
    const words = textWithin(line, LONGEST_LINE)
    if (words === null) break
    if (isBelow(words)) continue
    waiting.push(line)
    if (words === '') continue
    const heading = HEADING.exec(words)?.[0]
    const links = elementsIn(line, 'a')
    if (links.some(isAttachment)) break
    const linked = links.reduce((rest, link) => rest.replace(textWithin(link, LONGEST_LINE) ?? '', ''), words)
    const isLink = links.length > 0 && linked.replace(BESIDE, '') === ''
    if (heading !== undefined && (isOnly(heading, words) || isOnly(heading, linked)) && hasLink(waiting))
      related.push(...waiting.splice(0))
    else if (!isLink) break
  }
  return related
}

const isOnly = (heading: string, words: string): boolean => words.slice(heading.length).replace(BESIDE, '') === ''
const hasLink = (lines: readonly Element[]): boolean => lines.some((line) => elementsIn(line, 'a').length > 0)

const isAttachment = (link: Element): boolean =>
  ATTACHED.test(textWithin(link, LONGEST_LINE) ?? '') || FILE.test(link.attribs['href'] ?? '')
