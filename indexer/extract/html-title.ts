import type { CheerioAPI } from 'cheerio/slim'
import { textWithin, type AnyNode, type Element } from './html-node.js'
import type { PlaceOf } from './html-place.js'
import { shownTitle } from './html-shown-title.js'

/** Shorter headings name a part of the page: 通知公告. */
const SHORTEST_TITLE = 6
/** Where only its place tells that a heading is the title, it must not be that of a column. */
const SHORTEST_NEAR = 8
const LONGEST_TITLE = 200
/** A heading may say so much more than the page's title: （试行）. */
const MAX_MORE = 30
/** Names of columns, which stand between the title of a document and the name of the site. */
const LONGEST_COLUMN = 12

/** What ends like this names a site or a column of it. */
const SITE = /(?:网|网站|门户|平台|专栏|频道|栏目|人民政府|(?:信息|政务)公开(?:目录|指南)?|之窗|信息港|首页)$/
/** What systems call every page, or a kind of document, which tells none from another. */
const ANY_PAGE =
  /^(?:通知|公告|通告|意见|决定|批复|函|通报|公示|(?:文章|信息|内容|新闻)?(?:正文|内容|详情|细览|浏览|查看|详细)页?面?|文章页?|内容页|无标题(?:文档|页)?|Untitled.{0,12}|New Page.{0,4})$/i

/** How documents are called: 关于某事的通知, 某地某事管理办法. */
const OF_A_DOCUMENT =
  /关于.{2,200}的|.{5}(?:通知|公告|通告|意见|决定|决议|批复|通报|报告|规定|办法|细则|条例|规则|方案|规划|计划|要点|纲要|公报|命令|令|函|复函|请示|纪要|公示|章程|解读)(?:[（(].{1,20}[）)])?$/

/**
 * The title of a page: its h1, if that is not the name of the site; else a lesser heading that agrees with the page's
 * `<title>`; else that, without the names of site and column; else the last heading before the text, or what is shown as one.
 * '' where there is none.
 */
export function titleOf(page: CheerioAPI, pageTitle: string, placeOf: PlaceOf): string {
  const known = squeeze(pageTitle)
  const headings = headingsOf(page, 'h1, h2, h3')
  const first = headings.filter(({ level, node }) => level === 1 && !isLogo(page, node))
  const stated = first.find(({ words }) => known.startsWith(squeeze(words))) ?? first[0]
  const titled = isOfDocument(siteless(pageTitle)) ? null : documentHeading(page, placeOf)
  if (titled !== null && (!stated || isColumn(stated.words)) && (known === '' || isColumn(pageTitle))) return titled
  if (stated && !(SITE.test(stated.words) && known !== '' && !known.startsWith(squeeze(stated.words))))
    return stated.words
  const lesser = headingsOf(page, 'h2, h3, [class*=title], [class*=tit]')
  const repeated = lesser.find(
    ({ words }) =>
      (words.length >= SHORTEST_TITLE && known.startsWith(squeeze(words))) ||
      // Some systems write site and column before the title, with nothing but spaces between.
      (words.length >= SHORTEST_NEAR && known.endsWith(squeeze(words)) && /\s/.test(pageTitle)),
  )
  if (repeated && !SITE.test(repeated.words)) return repeated.words
  // So do pages whose title is no heading.
  const large = /\s/.test(pageTitle) ? shownTitle(page, placeOf, (words) => SITE.test(words)) : null
  if (large !== null && known !== squeeze(large) && known.endsWith(squeeze(large))) return large
  const name = longestPart(pageTitle)
  const fuller = headings.find(({ words }) => agrees(squeeze(words), name))
  if (fuller) return fuller.words
  const title = siteless(pageTitle)
  if (title !== '' && !SITE.test(title) && !ANY_PAGE.test(title)) return title
  const near = headings
    .filter(({ node, words }) => placeOf(node) === 'before' && words.length >= SHORTEST_NEAR && !SITE.test(words))
    .at(-1)
  const shown = near?.words ?? shownTitle(page, placeOf, (words) => SITE.test(words))
  // The text has its own title, or none: the site's name would be that of all its pages.
  return shown ?? (SITE.test(title) || ANY_PAGE.test(title) ? '' : title)
}

/** Whether a page is called an explanation of the document that its table names: 《某地某事管理办法》政策解读. */
export function explains(title: string, named: string | undefined): boolean {
  if (named === undefined || !/解读|图解|读懂|问答|答记者问|(?:起草|编制|修订)说明/.test(title)) return false
  const [words, name] = [squeeze(title), squeeze(named).replace(/^《(.*)》$/, '$1')]
  return words.length > name.length + 2 && words.includes(name)
}

const isOfDocument = (words: string): boolean => OF_A_DOCUMENT.test(words)

/** Whether words are the names of columns and sites only: 规范性文件, 文件详情, 某地人民政府-规范性文件. */
function isColumn(words: string): boolean {
  if (isOfDocument(words)) return false
  return words.split(/[-–—_|\s]+/).every((part) => part.length <= LONGEST_COLUMN || SITE.test(part))
}

/** The last heading before the text that is called like a document; null for none. */
function documentHeading(page: CheerioAPI, placeOf: PlaceOf): string | null {
  const headings = headingsOf(page, 'h1, h2, h3, [class*=title], [class*=tit]')
  const before = headings.filter(({ node }) => placeOf(node) === 'before' || placeOf(node) === 'lead')
  return before.findLast(({ words }) => isOfDocument(words) && !SITE.test(words))?.words ?? null
}

interface Heading {
  node: AnyNode
  level: number
  words: string
}

/** In a heading a break is only where the line was full. */
function headingsOf(page: CheerioAPI, selector: string): Heading[] {
  return (page(selector).toArray() as Element[])
    .filter((node) => (textWithin(node, LONGEST_TITLE) ?? '') !== '')
    .map((node) => ({ node, level: Number(/^h(\d)$/.exec(node.tagName)?.[1] ?? 9), words: tidy(page(node).text()) }))
}

/** The name of the site, which leads to its first page. */
const isLogo = (page: CheerioAPI, heading: AnyNode): boolean =>
  page(heading).closest('[class*=logo], [id*=logo]').length > 0

const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim()
const squeeze = (words: string): string => words.replace(/\s+/g, '')

const agrees = (heading: string, name: string): boolean =>
  name.length >= SHORTEST_TITLE && heading.includes(name) && heading.length <= name.length + MAX_MORE

/** The longest part of a page's title is the title of the document, wherever the site puts its name. */
function longestPart(pageTitle: string): string {
  const parts = pageTitle.split(/[_|\s]+|[-–]/).filter((part) => !SITE.test(part))
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}

/** Page titles end in the names of column and site: 关于某事的通知_政府文件_某地人民政府, 关于某事的通知-某地人民政府. */
function siteless(title: string): string {
  const [own = '', ...names] = title.split(/\s*[_|]\s*/)
  const isShort = names.slice(0, -1).every((name) => name.length <= LONGEST_COLUMN)
  let rest = names.length === 0 || (isShort && own !== '') ? own : [own, ...names.slice(0, -1)].join('_')
  for (let isSite = false; ; isSite = true) {
    const at = Math.max(rest.lastIndexOf('-'), rest.lastIndexOf('–'), rest.lastIndexOf(' — '))
    const name = rest
      .slice(at + 1)
      .trim()
      .replace(/^—\s*/, '')
    const before = rest.slice(0, Math.max(at, 0)).trim()
    // A dash in the title itself stands between numbers, or before words that name no site.
    const isName = /(?:网|政府|门户|平台)\S{0,4}$/.test(name) || (isSite && name.length <= LONGEST_COLUMN)
    if (at < 0 || before.length < SHORTEST_TITLE || !isName || /[\d—]$/.test(before) || /\d/.test(name))
      return rest.trim()
    rest = before
  }
}
