import { parse as parseTomlDocument } from 'smol-toml'
import { parseDocument, type Document } from 'yaml'

/** Values by key, in the order of the file; lists and nested values flattened to strings. */
export interface FrontMatter {
  values: Map<string, string[]>
  /** The same as the file has them: maps within maps. */
  data: Record<string, unknown>
  /** The text after it. */
  rest: string
}

/** A line that may stand in front matter: `key: value`, a list item, a continuation, a comment. */
const PLAUSIBLE = /^(\s+\S.*|-\s.*|#.*|[^\s:：][^:：]{0,60}[:：](\s.*)?|\s*)$/
/** Front matter longer than this is text between two rules. */
const MAX_LINES = 200

/**
 * Splits off front matter, in YAML (`---` … `---`, `----` or `...`) or TOML (`+++` … `+++`); null where the text does not
 * begin with any.
 */
export function splitFrontMatter(content: string): FrontMatter | null {
  const lines = content.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  if (/^\+{3}\s*$/.test(lines[first] ?? '')) return splitToml(lines, first)
  if (first < 0 || !/^---\s*$/.test(lines[first]!)) return null
  const end = lines.findIndex((line, index) => index > first && /^(-{3,}|\.{3})\s*$/.test(line))
  if (end < 0 || end - first > MAX_LINES) return null
  const body = lines.slice(first + 1, end)
  if (!body.every((line) => PLAUSIBLE.test(line))) return null
  const data = parseYaml(body.join('\n'))
  const rest = lines.slice(end + 1).join('\n')
  return data === null ? { values: parseLines(body), data: {}, rest } : { values: valuesOf(data), data, rest }
}

const valuesOf = (data: Record<string, unknown>): Map<string, string[]> =>
  new Map(Object.entries(data).map(([key, value]) => [key, flatten(value)]))

function splitToml(lines: readonly string[], first: number): FrontMatter | null {
  const end = lines.findIndex((line, index) => index > first && /^\+{3}\s*$/.test(line))
  if (end < 0 || end - first > MAX_LINES) return null
  const data = parseToml(lines.slice(first + 1, end))
  return data && { values: valuesOf(data), data, rest: lines.slice(end + 1).join('\n') }
}

/** A key as people type it in Chinese; TOML wants it in quotes. */
const UNQUOTED_KEY = /^(\s*)([^\s="'[\]{}#.]*\p{Script=Han}[^\s="'[\]{}#.]*)(?=\s*=)/u

/** Null where the TOML is broken. Tables only group what stands in them. */
function parseToml(lines: readonly string[]): Record<string, unknown> | null {
  const source = lines.map((line) => line.replace(UNQUOTED_KEY, '$1"$2"')).join('\n')
  try {
    return withoutTables(parseTomlDocument(source))
  } catch {
    return null
  }
}

function withoutTables(data: Record<string, unknown>): Record<string, unknown> {
  const isTable = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  return Object.assign(
    {},
    ...Object.entries(data).map(([key, value]) => (isTable(value) ? withoutTables(value) : { [key]: value })),
  ) as Record<string, unknown>
}

/** Null where the YAML is broken or no map. */
function parseYaml(source: string): Record<string, unknown> | null {
  const document = parseDocument(source, { uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0) return null
  const data = plainData(document)
  if (data === null) return {}
  return typeof data !== 'object' || Array.isArray(data) ? null : (data as Record<string, unknown>)
}

/** Aliases of aliases can stand for more than there is room for: the library throws, and we take what stands there. */
function plainData(document: Document.Parsed): unknown {
  try {
    return document.toJS()
  } catch {
    return undefined
  }
}

/** All the strings, numbers and truth values within a value, as strings. */
export function flatten(value: unknown): string[] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap(flatten)
  if (value instanceof Date) return [value.toISOString()]
  if (typeof value === 'object') return Object.values(value).flatMap(flatten)
  return [String(value)]
}

/** Broken YAML line by line: a key has what follows its first colon and the list items below it. */
function parseLines(lines: string[]): Map<string, string[]> {
  const values = new Map<string, string[]>()
  let current: string[] = []
  for (const line of lines) {
    const item = /^\s*-\s+(.*)$/.exec(line)
    const pair = /^([^\s:：#-][^:：]*?)\s*[:：]\s*(.*)$/.exec(line)
    if (item) current.push(unquote(item[1]!))
    else if (pair) values.set(pair[1]!, (current = pair[2] ? [unquote(pair[2])] : []))
    else if (line.trim() !== '' && !line.startsWith('#')) current.push(line.trim())
  }
  return values
}

function unquote(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2')
}
