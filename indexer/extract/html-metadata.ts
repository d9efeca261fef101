import type { CheerioAPI } from 'cheerio/slim'
import type { AnyNode } from './html-node.js'
import { isTextMeaning, labelMeaning, normalizeLabel, type ExtraLabels } from '../labels.js'
import type { ExtractedRecord, RawField } from '../record.js'
import { text } from '../text.zh.js'
import { labelFrom, setByLabel, setField } from './fields.js'
import { isFieldLabel } from './head-pairs.js'
import { headOfText } from './html-head.js'
import type { MainText } from './html-main.js'
import { aboutThisPage, MAX_LABEL, MAX_VALUE, type IsLabel, type Pair } from './html-pair.js'
import { labelPairs, linePairs } from './html-line-pairs.js'
import { definitionPairs, looseCells, tablePairs } from './html-table-pairs.js'
import type { PlaceOf } from './html-place.js'

const clean = (value: string): string => value.replace(/\s+/g, ' ').trim()

/**
 * Reads the metadata tables of a page (`<td>label</td><td>value</td>` any number a row, a row of labels above a row
 * of values, `<dt>`/`<dd>`, `<li>label：value</li>`) that stand outside the text, or at its beginning. Returns the
 * nodes of the text that are metadata.
 */
export function readMetadataTables(
  page: CheerioAPI,
  main: MainText,
  placeOf: PlaceOf,
  record: ExtractedRecord,
  extra?: ExtraLabels,
): AnyNode[] {
  const pairs = pairsOf(page, placeOf, extra)
  const head = headOfText(main.element.toArray(), pairs)
  // The surer way to read a label comes first; a page may also say the same twice.
  const said = new Set<string>()
  for (const pair of aboutThisPage(pairs, placeOf)) {
    if (placeOf(pair.at) === 'head' && !head.has(pair)) continue
    const { label, value } = pair
    if (value === '' || value.length > MAX_VALUE || said.has(normalizeLabel(label))) continue
    said.add(normalizeLabel(label))
    if (isDayOfPage(pair)) setField(record, 'published', [value], labelFrom(label))
    else setByLabel(record, label, [value], labelFrom(label), extra)
  }
  const loose = looseCells(page, pairs, (node) => placeOf(node) === 'before', isLabelBy(extra))
  if (loose.length > 0) record.unplaced = loose
  return [...new Set([...head].flatMap(({ nodes }) => nodes))]
}

/** 时间：2021-09-30 beside 来源 and 点击; the time of a meeting is written with its characters. */
const isDayOfPage = ({ known, label, value }: Pair): boolean =>
  !known &&
  /^(?:时间|日期|发表时间|发稿时间|录入时间|添加时间|上传时间)$/.test(normalizeLabel(label)) &&
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/.test(value)

const isLabelBy =
  (extra?: ExtraLabels): IsLabel =>
  (value) =>
    value.length <= MAX_LABEL && isFieldLabel(value, extra)

function pairsOf(page: CheerioAPI, placeOf: PlaceOf, extra?: ExtraLabels): Pair[] {
  const isLabel = isLabelBy(extra)
  const mayRead = (node: AnyNode): boolean => placeOf(node) !== 'text'
  // A cell that is called 正文 or 答复内容 is text, and stays where it stands.
  const isText = ({ label }: Pair): boolean => {
    const meaning = labelMeaning(label, extra)
    return isTextMeaning(meaning) && meaning !== 'abstract'
  }
  return [
    ...tablePairs(page, mayRead, isLabel),
    ...definitionPairs(page, mayRead, isLabel),
    ...labelPairs(page, mayRead, isLabel),
    ...linePairs(page, placeOf, isLabel),
  ].filter((pair) => !isText(pair))
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

export function readMetaTags(page: CheerioAPI, record: ExtractedRecord, extra?: ExtraLabels): void {
  page('meta').each((_, tag) => {
    const name = page(tag).attr('name') ?? page(tag).attr('property') ?? ''
    const field = META_FIELDS.get(name.toLowerCase())
    const value = clean(page(tag).attr('content') ?? '')
    if (field && value !== '') setField(record, field, [value], text.from.meta(name))
    // Systems of their own write the labels of the table as names: 索引号, 公开方式.
    else if (/\p{Script=Han}/u.test(name) && isFieldLabel(name, extra))
      setByLabel(record, name, [value], text.from.meta(name), extra)
  })
}
