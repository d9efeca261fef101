import type { CheerioAPI } from 'cheerio/slim'
import type { ExtraLabels } from '../labels.js'
import type { ExtractedRecord, RawField } from '../record.js'
import { text } from '../text.zh.js'
import { emptyRecord, overrideField, setField } from './fields.js'
import { linesAbove } from './html-above.js'
import { readFormRestriction } from './html-form-visibility.js'
import { mainText } from './html-main.js'
import { readMetadataTables, readMetaTags } from './html-metadata.js'
import { placesOf } from './html-place.js'
import { readPublishedLine } from './html-published.js'
import type { AnyNode, Element } from './html-node.js'
import { readBlocks } from './html-blocks.js'
import { printBoxes } from './html-boxes.js'
import { inlineListStyles } from './html-list.js'
import { readRestriction } from './html-visibility.js'
import { writeRaised } from './html-raised.js'
import { relatedLines } from './html-related.js'
import { removeTools } from './html-tools.js'
import { explains, titleOf } from './html-title.js'
import { noteUnshown, shownIn } from './html-unread.js'
import { putWrittenDates } from './html-written.js'
import { loadHtml } from './load-html.js'

/** CSS selectors that a source states for its pages. */
export interface HtmlSelectors {
  text: string | null
  fields: Partial<Record<RawField, string>>
}

/** Word writes into `<title>` what some earlier document was called; the title stands in the text. */
const WORD_PAGE = 'meta[name=ProgId][content^=Word], meta[name=Generator][content^="Microsoft Word"], .WordSection1'
const WORD_TITLE = 'h1, p.MsoTitle, p[align=center]'

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
  const isByWord = page(WORD_PAGE).length > 0 && page(WORD_TITLE).length > 0
  inlineListStyles(page)
  putWrittenDates(page)
  readFormRestriction(page, record, extra)
  const shown = shownIn(page)
  page(NOT_CONTENT).remove()
  removeHidden(page)
  printBoxes(page)
  writeRaised(page)
  for (const [field, selector] of Object.entries(selectors?.fields ?? {}) as [RawField, string][]) {
    const values = page(selector)
      .toArray()
      .map((element) => tidy(page(element).attr('content') ?? page(element).text()))
      .filter((value) => value !== '')
    if (values.length > 0) setField(record, field, values, text.from.selector(selector))
  }
  const main = mainText(page, content, selectors?.text ?? null, extra)
  const placeOf = placesOf(page, main)
  const head = readMetadataTables(page, main, placeOf, record, extra)
  readRestriction(page, placeOf, record, extra)
  readMetaTags(page, record, extra)
  const bylines = readPublishedLine(page, placeOf, main.heads, record)
  if (address && /^https?:/i.test(address)) setField(record, 'url', [address.trim()], text.from.meta('canonical'))
  const title = isByWord ? '' : titleOf(page, pageTitle, placeOf)
  if (!selectors?.fields.title && explains(title, record.fields.title?.[0]))
    overrideField(record, 'title', [title], text.from.htmlTitle)
  else if (title !== '') setField(record, 'title', [title], text.from.htmlTitle)
  const above = main.element.is('body') ? [] : linesAbove(page, title, record.fields.doc_number !== undefined, placeOf)
  const besides = new Set<AnyNode>([...main.heads, ...head, ...bylines])
  page([...besides] as Element[]).remove()
  const parts = main.element.filter((_, part) => !besides.has(part))
  page(relatedLines(parts.toArray())).remove()
  readBlocks(page, parts.add(above), record)
  removeTools(record)
  noteUnshown(record, shown)
  if (main.leftOut > 0) record.unreadable.push(text.warnings.otherTexts(main.leftOut))
  return record
}

function removeHidden(page: CheerioAPI): void {
  page('[hidden]').remove()
  page('[style]').each((_, element) => {
    if (/display\s*:\s*none/i.test(page(element).attr('style') ?? '')) page(element).remove()
  })
}

const tidy = (value: string): string => value.replace(/\s+/g, ' ').trim()
