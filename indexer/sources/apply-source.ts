import { posix } from 'node:path'
import { titleLines } from '../derive/title-lines.js'
import { overrideField, setField } from '../extract/fields.js'
import type { ExtractedRecord, RawField } from '../record.js'
import { text } from '../text.zh.js'
import type { FieldTemplate, FileRule, Source } from './source.js'

/** Values for fields that neither the file nor its text shows. */
export type Fallbacks = Partial<Record<RawField, { values: string[]; from: string }>>

/** The reason why a source leaves a file out, or null. `path` is relative to the source's folder, with `/`. */
export function ignoredReason(source: Source, path: string): string | null {
  return source.ignore.find(({ pattern }) => pattern.match(path))?.reason ?? null
}

/**
 * Sets the fields that a source states for a record, in the record itself: corrections before replacing rules before
 * the file's own before tables beside it before filling rules before constants. The first rule whose pattern the path fits counts. Returns
 * the values that are to be used only where the text shows none.
 */
export function applySource(record: ExtractedRecord, source: Source, path: string): Fallbacks {
  const fallbacks: Fallbacks = {}
  for (const { file, rows } of source.tables)
    for (const [field, values] of Object.entries(rows.get(path.normalize('NFC')) ?? {}) as [RawField, string[]][])
      setField(record, field, values, text.from.table(file))
  for (const rule of source.rules) {
    const parts = rule.pattern.match(path)
    if (!parts) continue
    applyRule(record, rule, { ...parts, ...fileParts(record, path) }, fallbacks)
    break
  }
  for (const [field, values] of Object.entries(source.constants) as [RawField, string[]][])
    setField(record, field, values, text.from.constant)
  const name = record.position === null ? path : `${path}#${record.position}`
  for (const { pattern, fields } of source.corrections) {
    if (!pattern.match(name)) continue
    for (const [field, values] of Object.entries(fields) as [RawField, string[]][])
      overrideField(record, field, values, text.from.correction)
  }
  return fallbacks
}

function fileParts(record: ExtractedRecord, path: string): Record<string, string> {
  const [heading, subheading] = titleLines(record)
  return {
    file: posix.parse(path).name,
    ...(heading === undefined ? {} : { heading }),
    ...(subheading === undefined ? {} : { subheading }),
  }
}

function applyRule(record: ExtractedRecord, rule: FileRule, parts: Record<string, string>, fallbacks: Fallbacks): void {
  const from = text.from.rule(rule.pattern.source)
  for (const [field, alternatives] of Object.entries(rule.fields) as [RawField, FieldTemplate[]][]) {
    const own = record.fields[field]?.[0]
    const values: Record<string, string> = own === undefined ? parts : { ...parts, own }
    const template = alternatives.find(({ value, mode, when }) => applies(value, mode, when, values))
    if (!template) continue
    const value = [template.value.replace(/\{([^{}]*)\}/g, (_, name: string) => values[name]!)]
    if (template.mode === 'fallback') fallbacks[field] = { values: value, from }
    else overrideField(record, field, value, from)
  }
}

/** A template with a placeholder that has no value does not apply; nor does one that may only fill a filled gap. */
function applies(value: string, mode: string, when: FieldTemplate['when'], values: Record<string, string>): boolean {
  if (mode === 'fill' && values['own'] !== undefined) return false
  const named = [...value.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!)
  return (
    named.every((name) => values[name] !== undefined) && when.every(([name, form]) => form.test(values[name] ?? ''))
  )
}
