import type { CheerioAPI } from 'cheerio/slim'
import { holds, type AnyNode } from './html-node.js'
import { labelMeaning, normalizeLabel, type ExtraLabels } from '../labels.js'
import type { ExtractedRecord, RawField } from '../record.js'
import { text } from '../text.zh.js'
import { labelFrom, setByLabel, setField } from './fields.js'
import { isFieldLabel } from './head-pairs.js'
import { isBlock, type MainText } from './html-main.js'

/** Longer texts are no metadata but the text of the document. */
const MAX_LABEL = 16
const MAX_VALUE = 300
/** Elements that are a line each, where they hold no other of them. */
const LINES = new Set(['li', 'p', 'div', 'td'])

/** Where one line says several things: `文号：… 成文日期：…`. */
const NEXT_PAIR = /\s+(?=[^\s:：]{2,8}[:：])/

const clean = (value: string): string => value.replace(/\s+/g, ' ').trim()

/** The line below a title on web pages: `2022-02-18 10:00 来源：区教育局 打印`. */
const PUBLISHED_LINE =
  /^(\d{4}-\d{1,2}-\d{1,2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:$|[【\[(（]|来源|信息来源|浏览|阅读|点击|字体|字号|作者|打印|分享)/

/**
 * Reads the metadata tables of a page (`<td>label</td><td>value</td>` any number a row, a row of labels above a row
 * of values, `<dt>`/`<dd>`, `<li>label：value</li>`) that stand outside the text, or before it.
 */
export function readMetadataTables(
  page: CheerioAPI,
  main: MainText,
  record: ExtractedRecord,
  extra?: ExtraLabels,
): void {
  const isLabel = (value: string): boolean => value.length <= MAX_LABEL && isFieldLabel(value, extra)
  const elsewhere = (node: AnyNode): boolean => isWithin(page, main, node)
  // The surer way to read a label comes first; a page may also say the same twice.
  const known = new Set<string>()
  const put = (label: string, value: string): void => {
    if (value === '' || value.length > MAX_VALUE || known.has(normalizeLabel(label))) return
    known.add(normalizeLabel(label))
    setByLabel(record, label, [value], labelFrom(label), extra)
  }

  page('tr').each((_, row) => {
    if (elsewhere(row)) return
    const cells = page(row)
      .children('td, th')
      .toArray()
      .map((cell) => (page(cell).find('table').length > 0 ? '' : clean(page(cell).text())))
    const labels = cells.filter((cell) => cell !== '')
    if (labels.length >= 2 && labels.every(isLabel)) readColumns(page, row, cells, put)
    else readPairs(cells, isLabel, put, extra)
  })
  page('dt').each((_, term) => {
    const label = clean(page(term).text())
    if (!elsewhere(term) && isLabel(label)) put(label, clean(page(term).next('dd').text()))
  })
  page('span, b, strong, label, em, i, div, p').each((_, element) => {
    const label = /^([^:：]{1,16})[:：]$/.exec(clean(page(element).text()))?.[1]
    if (label === undefined || elsewhere(element) || !isLabel(label)) return
    put(label, valueBeside(page, element))
  })
  page('li, p, span, div, dd, td').each((_, line) => {
    if (holds(line, LINES) || elsewhere(line)) return
    for (const part of clean(page(line).text()).split(NEXT_PAIR)) {
      const pair = /^([^:：]{1,16})[:：](.*)$/.exec(part)
      if (pair && isLabel(pair[1]!)) put(pair[1]!, clean(pair[2]!))
    }
  })
}

/** The text of a page has tables of its own, with the numbers and dates of others. */
function isWithin(page: CheerioAPI, { element, lead }: MainText, node: AnyNode): boolean {
  return !element.is('body') && !lead.has(node) && page(node).parents().addBack().is(element)
}

/** The day on which the page was published, where a line of its own begins with it. Fills a gap only. */
export function readPublishedLine(page: CheerioAPI, main: MainText, record: ExtractedRecord): void {
  page('p, div, span, li, td').each((_, line) => {
    if (holds(line, LINES) || isWithin(page, main, line)) return
    const date = PUBLISHED_LINE.exec(clean(page(line).text()))?.[1]
    if (date !== undefined) setField(record, 'published', [date], text.from.dateLine)
  })
}

/**
 * What follows an element that is a label, up to the next label: `<b>文号：</b>…`, `<div>文号：</div><div>…</div>`. An
 * element that has nothing beside it stands for its parent.
 */
function valueBeside(page: CheerioAPI, element: AnyNode): string {
  let value = ''
  for (let node = element.next; node && !/[:：]\s*$/.test(page(node).text()); node = node.next) {
    if (value !== '' && isBlock(node)) break
    value += page(node).text()
  }
  const { parent } = element
  const isAlone =
    clean(value) === '' && parent?.type === 'tag' && clean(page(parent).text()) === clean(page(element).text())
  return isAlone ? valueBeside(page, parent) : clean(value)
}

type Put = (label: string, value: string) => void

function readPairs(cells: string[], isLabel: (value: string) => boolean, put: Put, extra?: ExtraLabels): void {
  for (let index = 0; index < cells.length - 1; index++) {
    const label = cells[index]!
    const value = cells[index + 1]!
    const labelLike = isLabel(label) || (label.length <= MAX_LABEL && /[:：]$/.test(label))
    if (!labelLike || isLabel(value)) continue
    // An unknown label is reported only where its colon shows that it is one.
    if (labelMeaning(label, extra) !== null || value !== '') put(label, value)
    index++
  }
}

function readColumns(page: CheerioAPI, row: AnyNode, labels: string[], put: Put): void {
  const values = page(row)
    .next('tr')
    .children('td, th')
    .toArray()
    .map((cell) => clean(page(cell).text()))
  if (values.length === labels.length) labels.forEach((label, index) => put(label, values[index]!))
}

/** Article tags of 政府网站发展指引; a table in the page is the surer source, so these only fill gaps. */
const META_FIELDS = new Map<string, RawField>(
  Object.entries({
    articletitle: 'title',
    pubdate: 'published',
    contentsource: 'issuer',
    keywords: 'keywords',
    url: 'url',
    'og:title': 'title',
    'article:published_time': 'published',
  } as const),
)

export function readMetaTags(page: CheerioAPI, record: ExtractedRecord): void {
  page('meta').each((_, tag) => {
    const name = page(tag).attr('name') ?? page(tag).attr('property') ?? ''
    const field = META_FIELDS.get(name.toLowerCase())
    const value = clean(page(tag).attr('content') ?? '')
    if (field && value !== '') setField(record, field, [value], text.from.meta(name))
  })
}
