import { loadHtml } from '../extract/load-html.js'
import { normalizeLabel, type LabelMeaning } from '../labels.js'
import { RAW_FIELDS } from './raw-fields.js'
import type { RawField } from '../record.js'
import { text } from '../text.zh.js'
import { compilePattern, type PathPattern } from './path-pattern.js'
import type { SourceFile } from './schema.js'
import { compileTable } from './compile-table.js'
import { PLACEHOLDERS, type FieldTemplate, type Source } from './source.js'

/** Reports a problem at a path within the yml file; never returns. */
export type Fail = (path: PropertyKey[], message: string) => never

const LABEL_TARGETS: readonly string[] = [...RAW_FIELDS, 'body', 'abstract', 'question', 'reply', 'ignored']

/**
 * Turns the checked shape of a `source.yml` into what is applied to files, checking the names within it. One that came
 * in an archive (`isForeign`) is by whoever made that: it may have no regular expressions, and name no tables, which
 * would be read from the disk.
 */
export function compileSource(
  data: SourceFile,
  place: Pick<Source, 'file' | 'root' | 'fingerprint'>,
  fail: Fail,
  isForeign: boolean,
): Source {
  if (isForeign && data.tables.length > 0) fail(['tables'], text.source.foreignTables)
  const fieldsOf = <T>(values: Record<string, T>, path: PropertyKey[]): Partial<Record<RawField, T>> => {
    for (const name of Object.keys(values))
      if (!isRawField(name)) fail([...path, name], text.source.unknownField(name, RAW_FIELDS.join('、')))
    return values as Partial<Record<RawField, T>>
  }
  const patternOf = (source: string, path: PropertyKey[]): PathPattern => {
    try {
      return compilePattern(source, isForeign)
    } catch (error) {
      return fail(path, text.source.pattern(source, (error as Error).message))
    }
  }
  const labels = new Map<string, LabelMeaning>()
  for (const [label, target] of Object.entries(data.labels)) {
    if (!LABEL_TARGETS.includes(target))
      fail(['labels', label], text.source.unknownField(target, LABEL_TARGETS.join('、')))
    labels.set(normalizeLabel(label), target as LabelMeaning)
  }
  for (const [name, selector] of Object.entries(data.selectors))
    if (!isSelector(selector)) fail(['selectors', name], text.source.selector(selector))
  const { text: textSelector, ...fieldSelectors } = data.selectors
  return {
    ...place,
    name: data.name,
    minimum: data.expect?.minimum ?? null,
    rules: data.files.map(({ pattern, fields }, index) => {
      const compiled = patternOf(pattern, ['files', index, 'pattern'])
      const path = ['files', index, 'fields']
      return { pattern: compiled, fields: compileTemplates(fieldsOf(fields, path), compiled, path, fail, isForeign) }
    }),
    constants: {
      ...fieldsOf(data.constants, ['constants']),
      ...(data.visibility === undefined ? {} : { visibility: [data.visibility] }),
    },
    labels,
    selectors: { text: textSelector ?? null, fields: fieldsOf(fieldSelectors, ['selectors']) },
    tables: data.tables.map((table, index) => {
      const fields = fieldsOf(table.fields, ['tables', index, 'fields'])
      return compileTable({ ...table, fields }, place.root, (key, message) => fail(['tables', index, ...key], message))
    }),
    ignore: [
      ...data.ignore.map(({ pattern, reason }, index) => ({
        pattern: patternOf(pattern, ['ignore', index, 'pattern']),
        reason,
      })),
      ...data.tables.map(({ file }, index) => ({
        pattern: patternOf(file, ['tables', index, 'file']),
        reason: text.source.isTable,
      })),
    ],
    corrections: Object.entries(data.corrections).map(([pattern, fields]) => ({
      pattern: patternOf(pattern, ['corrections', pattern]),
      fields: fieldsOf(fields, ['corrections', pattern]),
    })),
  }
}

function isSelector(selector: string): boolean {
  try {
    loadHtml('')(selector)
    return true
  } catch {
    return false
  }
}

const isRawField = (name: string): name is RawField => (RAW_FIELDS as readonly string[]).includes(name)

type RawTemplates = Partial<
  Record<RawField, { value: string; mode: FieldTemplate['mode']; when: Record<string, string> }[]>
>

function compileTemplates(
  fields: RawTemplates,
  pattern: PathPattern,
  path: PropertyKey[],
  fail: Fail,
  isForeign: boolean,
): Partial<Record<RawField, FieldTemplate[]>> {
  const allowed = [...pattern.names, ...PLACEHOLDERS]
  const check = (name: string, at: PropertyKey[]): void => {
    if (!allowed.includes(name)) fail(at, text.source.placeholder(name, allowed.join('、')))
  }
  const compiled: Partial<Record<RawField, FieldTemplate[]>> = {}
  for (const [field, alternatives] of Object.entries(fields) as [RawField, RawTemplates[RawField] & object][]) {
    compiled[field] = alternatives.map(({ value, mode, when }, index) => {
      const at = [...path, field, index]
      for (const [, name] of value.matchAll(/\{([^{}]*)\}/g)) check(name!, at)
      return {
        value,
        mode,
        when: Object.entries(when).map(([name, form]): [string, RegExp] => {
          check(name, at)
          if (isForeign) fail(at, text.source.pattern(form, text.source.foreignForm))
          try {
            return [name, new RegExp(form, 'u')]
          } catch (error) {
            return fail(at, text.source.pattern(form, (error as Error).message))
          }
        }),
      }
    })
  }
  return compiled
}
