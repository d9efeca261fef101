import { appendAll } from '../append-all.js'
import { visibilityLabel } from '../labels-visibility.js'
import { labelMeaning, type ExtraLabels } from '../labels.js'
import type { ExtractedRecord } from '../record.js'
import { isClosedBy } from '../visibility.js'
import { labelFrom, setByLabel } from './fields.js'
import { flatten } from './front-matter.js'
import { looksLikeRecord } from './json-wrapper.js'

/** Names of the two halves of an entry of a list of labels and values. */
const LABEL_KEYS = ['name', 'label', 'key', 'field', 'title', 'fieldname', 'attrname', '名称', '字段', '标签', '属性']
const VALUE_KEYS = ['value', 'val', 'content', 'text', 'fieldvalue', 'attrvalue', '值', '内容', '取值']

/**
 * What is said of visibility below the label of a value: in a map (`信息: {公开方式: 依申请公开}`) or in a list of names
 * and values. Nothing else is read there, but what must not be shown may not depend on how deep it stands.
 */
export function readNestedVisibility(record: ExtractedRecord, value: unknown, extra?: ExtraLabels): void {
  for (const [label, inner] of pairsBelow(value, extra)) {
    if (visibilityLabel(label, extra) === null) continue
    const values = flatten(inner)
    if (labelMeaning(label, extra) !== null) setByLabel(record, label, values, labelFrom(label), extra)
    else if (values.some((one) => isClosedBy(label, one, extra))) record.unknown[label] = values.join('；')
  }
}

function* pairsBelow(value: unknown, extra?: ExtraLabels): Generator<[label: string, value: unknown]> {
  const waiting = [value]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (typeof at !== 'object' || at === null || at instanceof Date) continue
    const entry = Array.isArray(at) ? null : entryIn(at)
    if (entry !== null) yield entry
    else if (Array.isArray(at))
      appendAll(
        waiting,
        (at as unknown[]).filter((item) => !isOtherRecord(item, extra)),
      )
    else
      for (const [key, inner] of Object.entries(at) as [string, unknown][]) {
        yield [key, inner]
        waiting.push(inner)
      }
  }
}

function entryIn(item: object): [string, unknown] | null {
  const find = (keys: readonly string[]): unknown =>
    Object.entries(item).find(([key]) => keys.includes(key.toLowerCase()))?.[1]
  const [label, value] = [find(LABEL_KEYS), find(VALUE_KEYS)]
  return typeof label === 'string' && value !== undefined ? [label, value] : null
}

/** Related documents and attachments say of themselves whether they are open. */
const isOtherRecord = (item: unknown, extra?: ExtraLabels): boolean =>
  typeof item === 'object' &&
  item !== null &&
  !Array.isArray(item) &&
  entryIn(item) === null &&
  looksLikeRecord(item as Record<string, unknown>, extra)
