import { answerIn } from '../answer.js'
import { isTextMeaning, labelMeaning, type ExtraLabels, type LabelMeaning, type TextMeaning } from '../labels.js'
import { closedListName } from '../visibility-name.js'
import { isClosedBy } from '../visibility.js'
import { isBlank } from './fields.js'
import { flatten } from './front-matter.js'

export type JsonObject = Record<string, unknown>

export const isObject = (data: unknown): data is JsonObject =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

/**
 * The record that an item of a list is. What an index of Elasticsearch holds of it stands below its own name for it:
 * `{"_id": …, "_source": {…}}`; others keep what they say of it in groups: `{"info": {"title": …}, "publish": {…}}`.
 */
export function recordIn(item: unknown, extra?: ExtraLabels): unknown {
  if (!isObject(item)) return item
  if (isObject(item['_source'])) return { id: item['_id'], ...item['_source'] }
  const groups = Object.entries(item).filter(([, inner]) => isObject(inner) && hasLabel(inner, extra))
  const titled = groups.filter(([, inner]) => hasTitle(inner as JsonObject, extra))
  return titled.length === 1 && !hasTitle(item, extra) ? withoutGroups(item, new Set(groups.map(([key]) => key))) : item
}

/** An object with what its groups hold in their place; a key that stands there twice has both values. */
function withoutGroups(item: JsonObject, groups: ReadonlySet<string>): JsonObject {
  const entries = Object.entries(item).flatMap(([key, inner]) =>
    groups.has(key) ? Object.entries(inner as JsonObject) : [[key, inner] as const],
  )
  const values = new Map<string, unknown>()
  for (const [key, value] of entries) values.set(key, values.has(key) ? [values.get(key), value] : value)
  return Object.fromEntries(values)
}

const hasLabel = (data: JsonObject, extra?: ExtraLabels): boolean =>
  Object.keys(data).some((key) => labelMeaning(key, extra) !== null)

const hasTitle = (data: JsonObject, extra?: ExtraLabels): boolean =>
  Object.entries(data).some(([key, value]) => typeof value === 'string' && labelMeaning(key, extra) === 'title')

/** Answers of platforms wrap their records so deep at most: `{"result": {"data": {"list": […]}}}`. */
const MAX_WRAPPERS = 4

/** A list of records, or one record that stands by itself. */
interface Found {
  /** The keys that lead to it: `data.list`. */
  path: string
  value: unknown[] | JsonObject
  /** The name above it by which it is not for the public. */
  closedBy: string | null
  hasText: boolean
}

/** A record, and the name of the list or of what holds it by which it is not for the public, if there is one. */
export interface WrappedRecord {
  item: unknown
  closedBy: string | null
}

interface Unwrapped {
  /** A list with all records, or the one record that there is. */
  records: WrappedRecord[] | (WrappedRecord & { item: JsonObject })
  /** What looked like records, and has no text where others have. */
  leftOut: { path: string; items: unknown[] }[]
}

/**
 * All records of an answer such as `{"data": {"total": 2, "list": [{…}, {…}]}}`, of lists by year and of objects by key,
 * in the order of the file, the lists of an object before the objects in it. An object that is a record itself, or
 * holds nothing like one, is the record, unless it has no text and stands for the column of records that have.
 */
export function unwrap(value: JsonObject, extra?: ExtraLabels): Unwrapped {
  const itself: Unwrapped = { records: { item: value, closedBy: null }, leftOut: [] }
  const isRecord = looksLikeRecord(value, extra)
  if (isRecord && !mayBeColumn(value, extra)) return itself
  const found: Found[] = []
  const others: unknown[][] = []
  gather(value, '', null, 0)
  const isColumn = found.some(({ value: list }) => Array.isArray(list) && list.some((item) => isWhole(item, extra)))
  if (isRecord && !isColumn) return itself
  if (found.length === 0)
    return others.length === 1 ? { records: others[0]!.map((item) => ({ item, closedBy: null })), leftOut: [] } : itself
  // Menus and channels have titles, too: where there are texts, records are what has them.
  const withText = found.filter(({ hasText }) => hasText)
  const read = withText.length > 0 ? withText : found
  const leftOut = read === found ? [] : found.filter(({ hasText }) => !hasText)
  return {
    records: read.length === 1 ? wrapped(read[0]!) : read.flatMap(wrapped),
    leftOut: leftOut.map((one) => ({ path: one.path, items: Array.isArray(one.value) ? one.value : [one.value] })),
  }

  function gather(object: JsonObject, above: string, closedAbove: string | null, depth: number): void {
    const entries = Object.entries(object)
    const closed = closedAbove ?? closedEntry(entries, extra)
    const closedBy = (key: string): string | null => closed ?? (closedListName(key) === null ? null : key)
    for (const [key, inner] of entries) {
      if (!Array.isArray(inner)) continue
      const items = (inner as unknown[]).map((item) => recordIn(item, extra))
      const objects = items.filter(isObject)
      if (objects.some((item) => looksLikeRecord(item, extra)))
        found.push({
          ...{ path: above + key, value: items, closedBy: closedBy(key) },
          hasText: objects.some((item) => hasText(item, extra)),
        })
      else if (objects.length > 0) others.push(inner)
    }
    for (const [key, inner] of depth < MAX_WRAPPERS ? entries : []) {
      if (!isObject(inner)) continue
      if (looksLikeRecord(inner, extra))
        found.push({ path: above + key, value: inner, closedBy: closedBy(key), hasText: hasText(inner, extra) })
      else gather(inner, `${above}${key}.`, closedBy(key), depth + 1)
    }
  }
}

function wrapped({ value, closedBy }: Found): Unwrapped['records'] {
  return Array.isArray(value) ? value.map((item) => ({ item, closedBy })) : { item: value, closedBy }
}

/** What a wrapper says, in words, of all that it holds: `{"openType": "依申请公开", "list": […]}`. */
function closedEntry(entries: readonly [string, unknown][], extra?: ExtraLabels): string | null {
  for (const [label, value] of entries)
    if (typeof value === 'string' && answerIn(value) === null && isClosedBy(label, value, extra))
      return `${label}：${value}`
  return null
}

function hasText(data: JsonObject, extra?: ExtraLabels, isText = isTextMeaning): boolean {
  return Object.entries(data).some(([key, value]) => {
    return isText(labelMeaning(key, extra)) && flatten(value).some((text) => !isBlank(text))
  })
}

/**
 * What says that an object is a document, though its text be missing: columns and channels have none of these. Nor is
 * what says whether it is for the public passed over for what stands in it.
 */
const OF_A_DOCUMENT: ReadonlySet<LabelMeaning | null> = new Set([
  ...(['doc_number', 'index_number', 'written', 'visibility', 'open'] as const),
])

/** Whether an object with a title may be the column that records stand in: `{"title": "通知公告", "items": […]}`. */
const mayBeColumn = (data: JsonObject, extra?: ExtraLabels): boolean =>
  !hasText(data, extra, isOwnText) && !Object.keys(data).some((key) => OF_A_DOCUMENT.has(labelMeaning(key, extra)))

const isWhole = (item: unknown, extra?: ExtraLabels): boolean =>
  isObject(item) && hasTitle(item, extra) && hasText(item, extra, isOwnText)

/** Columns are described, too, and an attachment has a title. */
const isOwnText = (meaning: LabelMeaning | null): meaning is TextMeaning =>
  isTextMeaning(meaning) && meaning !== 'abstract'

/** True for an object that has a title or a text under any known label: it is a record, not a wrapper of records. */
export function looksLikeRecord(data: Record<string, unknown>, extra?: ExtraLabels): boolean {
  return Object.entries(data).some(([key, value]) => {
    const meaning = labelMeaning(key, extra)
    return typeof value === 'string' && (meaning === 'title' || isTextMeaning(meaning))
  })
}
