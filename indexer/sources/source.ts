import type { HtmlSelectors } from '../extract/html.js'
import type { ExtraLabels } from '../labels.js'
import type { RawField } from '../record.js'
import type { PathPattern } from './path-pattern.js'

/**
 * When a rule gives a field its value: `fill` where the file's own metadata does not state it, `replace` always,
 * `fallback` only where the text does not show it either.
 */
export type RuleMode = 'fill' | 'replace' | 'fallback'

export interface FieldTemplate {
  /** Text with `{placeholders}`. */
  value: string
  mode: RuleMode
  /** Placeholders and what each must match for the template to apply. */
  when: [placeholder: string, form: RegExp][]
}

export interface FileRule {
  pattern: PathPattern
  /** Alternatives in order: the first that applies gives the value. */
  fields: Partial<Record<RawField, FieldTemplate[]>>
}

/** Placeholders besides the named parts of the path. */
export const PLACEHOLDERS = ['own', 'heading', 'subheading', 'file'] as const

/** How the files of a folder map to the schema: a `source.yml`, checked and compiled. */
export interface Source {
  /** Path of the yml file. */
  file: string
  name: string
  /** The folder it describes: absolute, links resolved. */
  root: string
  /** SHA-256 of the yml file's text: what was read by another version of it must be read again. */
  fingerprint: string
  /** With fewer documents than this the source is not complete, and nothing is published; null: any number will do. */
  minimum: number | null
  rules: FileRule[]
  constants: Partial<Record<RawField, string[]>>
  labels: ExtraLabels
  selectors: HtmlSelectors
  /** What tables beside the files say of them: path of the file (NFC) → field → value. */
  tables: { file: string; rows: ReadonlyMap<string, Partial<Record<RawField, string[]>>> }[]
  ignore: { pattern: PathPattern; reason: string }[]
  corrections: { pattern: PathPattern; fields: Partial<Record<RawField, string[]>> }[]
}

/** A `source.yml` that cannot be used; the message names file and line and says what would be right. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  constructor(
    readonly file: string,
    /** From 1. */
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}
