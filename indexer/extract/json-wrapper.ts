import { isTextMeaning, labelMeaning, type ExtraLabels } from '../labels.js'
import { isBlank } from './fields.js'
import { flatten } from './front-matter.js'
import { looksLikeRecord } from './json-record.js'

export type JsonObject = Record<string, unknown>

export const isObject = (data: unknown): data is JsonObject =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

/** What an index of Elasticsearch holds of a record stands below its own name for it: `{"_id": …, "_source": {…}}`. */
export const recordIn = (item: unknown): unknown =>
  isObject(item) && isObject(item['_source']) ? { id: item['_id'], ...item['_source'] } : item

/** Answers of platforms wrap their records so deep at most: `{"result": {"data": {"list": […]}}}`. */
const MAX_WRAPPERS = 4

/** A list of records, or one record that stands by itself. */
interface Found {
  /** The keys that lead to it: `data.list`. */
  path: string
  value: unknown[] | JsonObject
  hasText: boolean
}

interface Unwrapped {
  /** A list with all records, or the one record that there is. */
  records: unknown[] | JsonObject
  /** What looked like records, and has no text where others have. */
  leftOut: { path: string; count: number }[]
}

/**
 * All records of an answer such as `{"data": {"total": 2, "list": [{…}, {…}]}}`, of lists by year and of objects by key,
 * in the order of the file, the lists of an object before the objects in it. An object that is a record itself, or
 * holds nothing like one, is the record.
 */
export function unwrap(value: JsonObject, extra?: ExtraLabels): Unwrapped {
  if (looksLikeRecord(value, extra)) return { records: value, leftOut: [] }
  const found: Found[] = []
  const others: unknown[][] = []
  gather(value, '', 0)
  if (found.length === 0) return { records: others.length === 1 ? others[0]! : value, leftOut: [] }
  // Menus and channels have titles, too: where there are texts, records are what has them.
  const withText = found.filter(({ hasText }) => hasText)
  const read = withText.length > 0 ? withText : found
  const leftOut = read === found ? [] : found.filter(({ hasText }) => !hasText)
  return {
    records: read.length === 1 ? read[0]!.value : read.flatMap((one) => one.value),
    leftOut: leftOut.map((one) => ({ path: one.path, count: Array.isArray(one.value) ? one.value.length : 1 })),
  }

  function gather(object: JsonObject, above: string, depth: number): void {
    const entries = Object.entries(object)
    for (const [key, inner] of entries) {
      if (!Array.isArray(inner)) continue
      const items = (inner as unknown[]).map(recordIn)
      const objects = items.filter(isObject)
      if (objects.some((item) => looksLikeRecord(item, extra)))
        found.push({ path: above + key, value: items, hasText: objects.some((item) => hasText(item, extra)) })
      else if (objects.length > 0) others.push(inner)
    }
    for (const [key, inner] of depth < MAX_WRAPPERS ? entries : []) {
      if (!isObject(inner)) continue
      if (looksLikeRecord(inner, extra)) found.push({ path: above + key, value: inner, hasText: hasText(inner, extra) })
      else gather(inner, `${above}${key}.`, depth + 1)
    }
  }
}

function hasText(data: JsonObject, extra?: ExtraLabels): boolean {
  return Object.entries(data).some(([key, value]) => {
    return isTextMeaning(labelMeaning(key, extra)) && flatten(value).some((text) => !isBlank(text))
  })
}
