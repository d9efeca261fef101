import type { CheerioAPI } from 'cheerio/slim'
import { holds, isBlock, type AnyNode } from './html-node.js'
import { labelMeaning, normalizeLabel, type ExtraLabels } from '../labels.js'
import type { ExtractedRecord, RawField } from '../record.js'
import { text } from '../text.zh.js'
import { labelFrom, setByLabel, setField } from './fields.js'
import { isFieldLabel } from './head-pairs.js'
import { aboutThisPage, MAX_LABEL, MAX_VALUE, type Pair } from './html-pair.js'
import { tablePairs } from './html-table-pairs.js'
import type { PlaceOf } from './html-place.js'

/** Elements that are a line each, where they hold no other of them. */
const LINES = new Set(['li', 'p', 'div', 'td'])

/** Where one line says several things: `文号：… 成文日期：…`. */
const NEXT_PAIR = /\s+(?=[^\s:：]{2,8}[:：])/

const clean = (value: string): string => value.replace(/\s+/g, ' ').trim()

/**
 * Reads the metadata tables of a page (`<td>label</td><td>value</td>` any number a row, a row of labels above a row
 * of values, `<dt>`/`<dd>`, `<li>label：value</li>`) that stand outside the text, or before it.
 */
export function readMetadataTables(
  page: CheerioAPI,
  placeOf: PlaceOf,
  record: ExtractedRecord,
  extra?: ExtraLabels,
): void {
  // The surer way to read a label comes first; a page may also say the same twice.
  const said = new Set<string>()
  for (const { label, value } of aboutThisPage(pairsOf(page, placeOf, extra), placeOf)) {
    if (value === '' || value.length > MAX_VALUE || said.has(normalizeLabel(label))) continue
    said.add(normalizeLabel(label))
    setByLabel(record, label, [value], labelFrom(label), extra)
  }
}

function pairsOf(page: CheerioAPI, placeOf: PlaceOf, extra?: ExtraLabels): Pair[] {
  const isLabel = (value: string): boolean => value.length <= MAX_LABEL && isFieldLabel(value, extra)
  const elsewhere = (node: AnyNode): boolean => placeOf(node) === 'text'
  const pairs = tablePairs(page, (node) => !elsewhere(node), isLabel)
  const put = (at: AnyNode, label: string, value: string): void => {
    pairs.push({ label, value, known: labelMeaning(label, extra) !== null, at })
  }

  page('dt').each((_, term) => {
    const label = clean(page(term).text())
    if (!elsewhere(term) && isLabel(label)) put(term, label, clean(page(term).next('dd').text()))
  })
  page('span, b, strong, label, em, i, div, p').each((_, element) => {
    const label = /^([^:：]{1,16})[:：]$/.exec(clean(page(element).text()))?.[1]
    if (label === undefined || elsewhere(element) || !isLabel(label)) return
    put(element, label, valueBeside(page, element))
  })
  page('li, p, span, div, dd, td').each((_, line) => {
    if (holds(line, LINES) || elsewhere(line)) return
    for (const part of clean(page(line).text()).split(NEXT_PAIR)) {
      const pair = /^([^:：]{1,16})[:：](.*)$/.exec(part)
      if (pair && isLabel(pair[1]!)) put(line, pair[1]!, clean(pair[2]!))
    }
  })
  return pairs
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
