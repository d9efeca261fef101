import type { CheerioAPI } from 'cheerio/slim'
import type { ExtractedRecord } from '../record.js'
import { text as unread } from '../text.unread.zh.js'

/** A page that shows pictures and has fewer characters than this may be a document that was scanned. */
const FEW = 100
/** Pictures of a site and not of a text: smaller than this, or of these names. */
const SMALL = 120
const DECORATION =
  /(?:logo|icon|ico|banner|btn|button|bg|arrow|share|qrcode|ewm|weixin|wechat|weibo|spacer|dot|line)[^/]*$/i
const SITE = 'header, nav, footer, a[href]'
/** The files that a page may show within itself. */
const FILE = /\.(?:pdf|docx?|wps|ofd|xlsx?)(?:$|[?#])/i

/** What a page shows besides its text. */
export interface Shown {
  pictures: number
  files: string[]
  deleted: string
  /** Over how many pages the text is spread; 0 where over several and nothing says how many, 1 for a whole one. */
  pages: number
}

/** As TRS WCM writes it: createPageHTML(3, 0, "t2023", "html"). */
const PAGES_BY_SCRIPT = /\bcreatePageHTML\(\s*(\d{1,3})\s*,/
const OTHER_PAGE = /^[上下]一页[>»›]*$/
const PAGES_SAID = /共\s*(\d{1,3})\s*页/

/** What a page shows that is no text, before it is taken out; what was deleted is. */
export function shownIn(page: CheerioAPI): Shown {
  const pictures = page('body img[src]').filter((_, image) => {
    const sizes = [page(image).attr('width'), page(image).attr('height')].map((size) => parseInt(size ?? '', 10))
    const isSmall = sizes.some((size) => size < SMALL)
    return !isSmall && !DECORATION.test(page(image).attr('src')!) && page(image).closest(SITE).length === 0
  }).length
  const addresses = page('iframe[src], embed[src], object[data]')
    .toArray()
    .map((frame) => page(frame).attr('src') ?? page(frame).attr('data') ?? '')
    .map((address) => address.replace(/^.*[?&](?:file|url|src)=/i, ''))
  const files = addresses
    .filter((address) => FILE.test(address))
    .map((address) => address.replace(/^.*\/|[?#].*$/g, ''))
  return { pictures, files: [...new Set(files)], deleted: takeDeleted(page), pages: pagesOf(page) }
}

function pagesOf(page: CheerioAPI): number {
  const written = PAGES_BY_SCRIPT.exec(page('script:not([src])').text())?.[1]
  if (written !== undefined) return Number(written)
  const others = page('a[href]').filter((_, link) => {
    const address = page(link).attr('href')!
    return OTHER_PAGE.test(page(link).text().replace(/\s/g, '')) && /^(?!javascript:)[^#]/i.test(address)
  })
  if (others.length === 0) return 1
  return Number(PAGES_SAID.exec(others.first().parent().text())?.[1] ?? 0)
}

/** Takes out what editors have marked as deleted. Where that is most of a page, a mark was not closed. */
function takeDeleted(page: CheerioAPI): string {
  const marked = page('body del')
  const deleted = marked.text()
  if (deleted.length > page('body').text().length / 2) return ''
  marked.remove()
  return deleted.replace(/\s+/g, ' ').trim()
}

/** Tells of what a page shows that is not in its text. */
export function noteUnshown(record: ExtractedRecord, { pictures, files, deleted, pages }: Shown): void {
  const length = record.paragraphs.reduce((sum, paragraph) => sum + paragraph.length, 0)
  if (pictures > 0 && length < FEW) record.unreadable.push(unread.picturesInPage(pictures, length))
  if (files.length > 0) record.unreadable.push(unread.filesInPage(files.join('、')))
  if (pages !== 1 && length > 0) record.unreadable.push(unread.oneOfPages(pages))
  if (deleted !== '') record.unreadable.push(unread.deletedInPage(deleted.slice(0, 40)))
}

/** What a server says of a page that it does not have, or not for everybody, where it says nothing else. */
const NO_PAGE =
  /(?:页面|网页|文章)(?:未找到|找不到了?|(?:可能)?(?:不存在|已(?:经|被)?删除|已失效|无法访问))|\b404\b.{0,20}(?:not found|错误)|\b(?:404|403|500|502|503)\s*(?:not found|forbidden|error|internal server error|bad gateway)|请(?:先)?登录后?(?:再)?(?:查看|访问|浏览|继续)/i
const LONGEST_MESSAGE = 120
const LONGEST_TITLE = 15

export function isErrorPage({ fields, paragraphs }: ExtractedRecord): boolean {
  const said = paragraphs.join(' ')
  if (said.length > LONGEST_MESSAGE) return false
  const title = fields.title?.[0] ?? ''
  return NO_PAGE.test(said) || (title.length <= LONGEST_TITLE && NO_PAGE.test(title))
}
