import { visibilityLabel } from '../labels-visibility.js'
import type { ExtraLabels } from '../labels.js'
import type { ExtractedRecord, FileContent } from '../record.js'
import { text } from '../text.zh.js'
import { restriction } from '../visibility.js'
import { addVisibility, isBlank } from './fields.js'
import { extractObject } from './json-record.js'
import { looseJson } from './json-loose.js'
import { isObject, recordIn, unwrap, type JsonObject, type WrappedRecord } from './json-wrapper.js'

/** The key of a value, in a line that is broken. */
const KEY = /"([^"\\]{1,40})"\s*:/g
const noOne = (): void => undefined

/**
 * Reads JSON Lines, a JSON array or one JSON object. Positions are line numbers (JSON Lines) or places in the array,
 * from 1; several lists of one wrapper are counted through. A line or item that is no record is rejected by its number; the others go in. `onProgress` is called after
 * each.
 */
export function extractJson(content: string, extra?: ExtraLabels, onProgress = noOne): FileContent {
  const whole = parseLoosely(content)
  if (whole.error === null) return fromValue(whole.value, extra, onProgress)
  const lines = content.split('\n')
  // Only a file with a record to the line is JSON Lines; anything else is one broken JSON.
  const objects = lines.filter((line) => /^\s*\{.*\}\s*,?\s*$/.test(line)).length
  if (objects === 0 && lines.filter((line) => !isBlank(line)).length > 1) return broken(whole.error)
  return fromLines(lines, 0, extra, onProgress)
}

/** As it is, or else without what programs leave in it that is no JSON. */
function parseLoosely(content: string): ReturnType<typeof parse> {
  const strict = parse(content)
  const loose = strict.error === null ? null : looseJson(content)
  const second = loose === null ? strict : parse(loose)
  return second.error === null ? second : strict
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
  if (Array.isArray(value))
    return fromItems(
      value.map((item: unknown) => ({ item, closedBy: null })),
      extra,
      onProgress,
    )
  if (!isObject(value))
    return { records: [], skipped: null, rejected: [{ record: null, field: null, reason: text.rejected.noRecords }] }
  const { records, leftOut } = unwrap(value, extra)
  const content: FileContent = Array.isArray(records)
    ? fromItems(records, extra, onProgress)
    : { records: [extractWrapped(records, null, extra)], skipped: null, rejected: [] }
  if (leftOut.length === 0) return content
  content.notes = leftOut.map(({ path, items }) => ({
    record: null,
    message: text.warnings.jsonWithoutText(path, items.length),
  }))
  content.withheld = leftOut.some(({ items }) =>
    items.some((item) => isObject(item) && restriction(extractObject(item, null, extra)) !== null),
  )
  return content
}

function fromItems(
  items: readonly WrappedRecord[],
  extra: ExtraLabels | undefined,
  onProgress: () => void,
): FileContent {
  const content: FileContent = { records: [], skipped: null, rejected: [] }
  items.forEach((item, index) => {
    add(content, item, index + 1, extra)
    onProgress()
  })
  return content
}

/** Reads a portion of JSON Lines that comes after so many lines. */
export function extractJsonLines(
  content: string,
  before: number,
  extra?: ExtraLabels,
  onProgress = noOne,
): FileContent {
  return fromLines(content.split('\n'), before, extra, onProgress)
}

function fromLines(
  lines: string[],
  before: number,
  extra: ExtraLabels | undefined,
  onProgress: () => void,
): FileContent {
  const content: FileContent = { records: [], skipped: null, rejected: [] }
  lines.forEach((line, index) => {
    if (isBlank(line)) return
    const parsed = parse(line.trim().replace(/,$/, ''))
    const position = before + index + 1
    if (parsed.error === null) add(content, { item: parsed.value, closedBy: null }, position, extra)
    else {
      content.rejected.push({ record: position, field: null, reason: text.rejected.json(parsed.error) })
      content.withheld ||= statesVisibility(line, extra)
    }
    onProgress()
  })
  return content
}

/** Whether a line that cannot be read has a label of visibility: what it says there is not known. */
function statesVisibility(line: string, extra?: ExtraLabels): boolean {
  return [...line.matchAll(KEY)].some(([, key]) => visibilityLabel(key!, extra) !== null)
}

function add(
  content: FileContent,
  { item: found, closedBy }: WrappedRecord,
  position: number,
  extra?: ExtraLabels,
): void {
  const item = recordIn(found, extra)
  if (isObject(item)) content.records.push(extractWrapped({ item, closedBy }, position, extra))
  else content.rejected.push({ record: position, field: null, reason: text.rejected.notAnObject })
}

function extractWrapped(
  { item, closedBy }: WrappedRecord & { item: JsonObject },
  position: number | null,
  extra?: ExtraLabels,
): ExtractedRecord {
  const record = extractObject(item, position, extra)
  if (closedBy !== null) addVisibility(record, closedBy, text.from.group(closedBy))
  return record
}
