import type { ExtraLabels } from '../labels.js'
import type { FileContent } from '../record.js'
import { text } from '../text.zh.js'
import { isBlank } from './fields.js'
import { extractObject, looksLikeRecord } from './json-record.js'

const noOne = (): void => undefined

type JsonObject = Record<string, unknown>

const isObject = (data: unknown): data is JsonObject =>
  typeof data === 'object' && data !== null && !Array.isArray(data)

/**
 * Reads JSON Lines, a JSON array or one JSON object. Positions are line numbers (JSON Lines) or places in the array,
 * from 1. A line or item that is no record is rejected by its number; the others go in. `onProgress` is called after
 * each.
 */
export function extractJson(content: string, extra?: ExtraLabels, onProgress = noOne): FileContent {
  const whole = parse(content)
  if (whole.error === null) return fromValue(whole.value, extra, onProgress)
  const lines = content.split('\n')
  // Only a file with a record to the line is JSON Lines; anything else is one broken JSON.
  const objects = lines.filter((line) => /^\s*\{.*\}\s*,?\s*$/.test(line)).length
  if (objects === 0 && lines.filter((line) => !isBlank(line)).length > 1) return broken(whole.error)
  return fromLines(lines, extra, onProgress)
}

function parse(source: string): { value: unknown; error: null } | { value: null; error: string } {
  try {
    return { value: JSON.parse(source) as unknown, error: null }
  } catch (error) {
    return { value: null, error: (error as Error).message }
  }
}

function broken(detail: string): FileContent {
  return { records: [], skipped: null, rejected: [{ record: null, field: null, reason: text.rejected.json(detail) }] }
}

function fromValue(value: unknown, extra: ExtraLabels | undefined, onProgress: () => void): FileContent {
  const found = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? unwrapped(value, extra, 0) : null
  if (Array.isArray(found)) return fromItems(found as unknown[], extra, onProgress)
  if (found !== null) return { records: [extractObject(found, null, extra)], skipped: null, rejected: [] }
  return { records: [], skipped: null, rejected: [{ record: null, field: null, reason: text.rejected.noRecords }] }
}

/** Answers of platforms wrap their records so deep at most: `{"result": {"data": {"list": […]}}}`. */
const MAX_WRAPPERS = 4

/** The records of an answer such as `{"data": {"total": 2, "list": [{…}, {…}]}}`; an object that is a record itself. */
function unwrapped(value: JsonObject, extra: ExtraLabels | undefined, depth: number): JsonObject | unknown[] {
  if (looksLikeRecord(value, extra)) return value
  const lists = Object.values(value).filter((inner): inner is unknown[] => Array.isArray(inner) && inner.some(isObject))
  const records = lists.find((list) => list.some((item) => isObject(item) && looksLikeRecord(item, extra)))
  if (records) return records
  for (const inner of depth < MAX_WRAPPERS ? Object.values(value).filter(isObject) : []) {
    const found = unwrapped(inner, extra, depth + 1)
    if (found !== inner) return found
    if (looksLikeRecord(inner, extra)) return inner
  }
  return lists.length === 1 ? lists[0]! : value
}

function fromItems(items: unknown[], extra: ExtraLabels | undefined, onProgress: () => void): FileContent {
  const content: FileContent = { records: [], skipped: null, rejected: [] }
  items.forEach((item, index) => {
    add(content, item, index + 1, extra)
    onProgress()
  })
  return content
}

function fromLines(lines: string[], extra: ExtraLabels | undefined, onProgress: () => void): FileContent {
  const content: FileContent = { records: [], skipped: null, rejected: [] }
  lines.forEach((line, index) => {
    if (isBlank(line)) return
    const parsed = parse(line.trim().replace(/,$/, ''))
    if (parsed.error === null) add(content, parsed.value, index + 1, extra)
    else content.rejected.push({ record: index + 1, field: null, reason: text.rejected.json(parsed.error) })
    onProgress()
  })
  return content
}

function add(content: FileContent, item: unknown, position: number, extra?: ExtraLabels): void {
  if (isObject(item)) content.records.push(extractObject(item, position, extra))
  else content.rejected.push({ record: position, field: null, reason: text.rejected.notAnObject })
}
