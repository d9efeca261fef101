import type { CheerioAPI } from 'cheerio/slim'
import type { ExtraLabels } from '../labels.js'
import type { ExtractedRecord, RawField } from '../record.js'
import { text } from '../text.zh.js'
import { emptyRecord, setField } from './fields.js'
import { mainText } from './html-main.js'
import { readMetadataTables, readMetaTags } from './html-metadata.js'
import { placesOf } from './html-place.js'
import { readPublishedLine } from './html-published.js'
import type { Element } from './html-node.js'
import { readBlocks } from './html-blocks.js'
import { loadHtml } from './load-html.js'

/** CSS selectors that a source states for its pages. */
export interface HtmlSelectors {
  text: string | null
  fields: Partial<Record<RawField, string>>
}

const NOT_CONTENT = 'script, style, noscript, template, iframe, object, svg, link, select, textarea, button'

/**
 * Reads a page: fields by the source's selectors, then metadata tables in the page, then the page tags of
 * 国办发〔2017〕47号; the text from the source's selector, a known container, or the densest block.
 */
export function extractHtml(content: string, selectors: HtmlSelectors | null, extra?: ExtraLabels): ExtractedRecord {
  const record = emptyRecord(null)
  const page = loadHtml(content)
  const address = page('link[rel=canonical]').attr('href') ?? page('meta[property="og:url"]').attr('content')
  const pageTitle = tidy(page('head title').first().text())
  const heading = headingOf(page, pageTitle)
  page(NOT_CONTENT).remove()
  removeHidden(page)
  for (const [field, selector] of Object.entries(selectors?.fields ?? {}) as [RawField, string][]) {
    const values = page(selector)
      .toArray()
      .map((element) => tidy(page(element).attr('content') ?? page(element).text()))
      .filter((value) => value !== '')
    if (values.length > 0) setField(record, field, values, text.from.selector(selector))
  }
  const main = mainText(page, selectors?.text ?? null)
  const placeOf = placesOf(page, main)
  const head = readMetadataTables(page, main, placeOf, record, extra)
  readMetaTags(page, record)
  readPublishedLine(page, placeOf, main.heads, record)
  if (address && /^https?:/i.test(address)) setField(record, 'url', [address.trim()], text.from.meta('canonical'))
  const title = heading || siteless(pageTitle)
  if (title !== '') setField(record, 'title', [title], text.from.htmlTitle)
  page([...main.heads, ...head] as Element[]).remove()
  readBlocks(page, main.element, record)
  if (main.leftOut > 0) record.unreadable.push(text.warnings.otherTexts(main.leftOut))
  return record
}

/** Shorter headings name a part of the page: 通知公告. */
const SHORTEST_TITLE = 6

/** The heading of the page: its h1, else a lesser one that its title repeats beside the names of site and column. */
function headingOf(page: CheerioAPI, pageTitle: string): string {
  const first = tidy(page('h1').first().text())
  if (first !== '') return first
  const lesser = page('h2, h3, [class*=title], [class*=tit]')
    .toArray()
    .map((element) => tidy(page(element).text()))
  return lesser.find((one) => one.length >= SHORTEST_TITLE && pageTitle.startsWith(one)) ?? ''
}

function removeHidden(page: CheerioAPI): void {
  page('[hidden], [style*="display:none"], [style*="display: none"]').remove()
}

const tidy = (value: string): string => value.replace(/\s+/g, ' ').trim()

/** Page titles end in the site's name: 关于某事的通知_某地人民政府. */
function siteless(title: string): string {
  return title.replace(/\s*[_|]\s*[^_|]*$/, '').replace(/\s+[-—–]\s+\S*(网|政府|门户|平台)\S*$/, '')
}
