import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { LineCounter, parseDocument, isMap, isScalar, type Document } from 'yaml'
import type { core } from 'zod'
import { decodeFile, UnreadableFileError } from '../encoding.js'
import { text } from '../text.zh.js'
import { compileSource } from './compile-source.js'
import { sourceFile } from './schema.js'
import { SourceError, type Source } from './source.js'
import { yamlProblem } from './yaml-problem.js'

export const SOURCE_FILE = 'source.yml'

/** A key with the colon of Chinese text, which is none in YAML. */
const WIDE_COLON = /^\s*(?:-\s*)?[\w\p{Script=Han}]{1,20}：/u

/** Characters of a `source.yml` in an archive. */
const LONGEST_FOREIGN = 100_000

/** The source that a folder itself describes, or null where it holds no `source.yml`. Throws SourceError. */
export async function findSource(folder: string): Promise<Source | null> {
  const path = join(folder, SOURCE_FILE)
  return existsSync(path) ? loadSource(path) : null
}

/** Reads and checks a `source.yml`. Throws SourceError, which names the line, or the error of reading the file. */
export async function loadSource(ymlPath: string): Promise<Source> {
  return parseSource(await readSource(ymlPath), ymlPath)
}

async function readSource(ymlPath: string): Promise<string> {
  try {
    return sourceText(await readFile(ymlPath), ymlPath)
  } catch (error) {
    // The system does not say which one.
    const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR'
    throw isFolder ? new SourceError(ymlPath, 1, text.source.isFolder(ymlPath)) : error
  }
}

/** The text of a `source.yml`, which editors on Windows write in GBK. Throws SourceError. */
export function sourceText(bytes: Buffer, ymlPath: string): string {
  try {
    return bytes.length === 0 ? '' : decodeFile(bytes)
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error
    throw new SourceError(ymlPath, 1, text.source.at(ymlPath, 1, error.reason))
  }
}

/**
 * As loadSource, for a text already read; `ymlPath` is what its `path:` is relative to. `isForeign`: it came in an
 * archive, and may be by anybody.
 */
export function parseSource(content: string, ymlPath: string, isForeign = false): Source {
  const lines = new LineCounter()
  const document = documentOf(content, ymlPath, lines, isForeign)
  const failAt = (line: number, message: string): never => {
    const hint = WIDE_COLON.test(content.split('\n')[line - 1] ?? '') ? text.source.wideColon : ''
    throw new SourceError(ymlPath, line, text.source.at(ymlPath, line, message + hint))
  }
  const fail = (path: PropertyKey[], message: string): never => failAt(lineOf(document, lines, path), message)
  const broken = yamlProblem(document)
  if (broken) failAt(lines.linePos(broken.at).line, text.source.yaml(broken.message))
  const data = valueOf(document, (message) => fail([], text.source.yaml(message)))
  if (data === null) return fail([], text.source.empty)
  const parsed = sourceFile.safeParse(data)
  if (!parsed.success) {
    const { path, message } = describe(deepest(telling(parsed.error.issues), []))
    return fail(path, message)
  }
  const root = resolved(resolve(dirname(ymlPath), parsed.data.path))
  const fingerprint = fingerprintOf(
    content,
    parsed.data.tables.map(({ file }) => resolve(root, file)),
  )
  return compileSource(parsed.data, { file: ymlPath, root, fingerprint }, fail, isForeign)
}

function documentOf(content: string, ymlPath: string, lineCounter: LineCounter, isForeign: boolean): Document.Parsed {
  const fail = (message: string): never => {
    throw new SourceError(ymlPath, 1, text.source.at(ymlPath, 1, message))
  }
  if (isForeign && content.length > LONGEST_FOREIGN) fail(text.source.foreignLength(LONGEST_FOREIGN))
  try {
    return parseDocument(content, { lineCounter })
  } catch (error) {
    // What is nested too deep for the parser.
    return fail(text.source.yaml((error as Error).message))
  }
}

/** Aliases are followed here, which the parser refuses to do for ever. */
function valueOf(document: Document.Parsed, fail: (message: string) => never): unknown {
  try {
    return document.toJS()
  } catch (error) {
    return fail((error as Error).message)
  }
}

/** Over everything that decides how files are read: the yml file and the tables that it names. */
function fingerprintOf(content: string, tables: string[]): string {
  const hash = createHash('sha256').update(content)
  for (const table of tables) if (existsSync(table)) hash.update('\0').update(readFileSync(table))
  return hash.digest('hex')
}

/** A folder that is not there is for the caller to report. */
function resolved(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}

/** A key that is misspelt is the reason why another one is missing. */
function telling(issues: readonly core.$ZodIssue[]): core.$ZodIssue {
  return issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]!
}

interface Problem {
  issue: core.$ZodIssue
  path: PropertyKey[]
}

/** Within a union, the problem of the alternative that got furthest is the one to tell. */
function deepest(issue: core.$ZodIssue, base: PropertyKey[]): Problem {
  const path = [...base, ...issue.path]
  if (issue.code !== 'invalid_union') return { issue, path }
  const inner = issue.errors.flatMap(([first]) =>
    first && (first.path.length > 0 || first.code === 'unrecognized_keys') ? [deepest(first, path)] : [],
  )
  return inner.sort((one, other) => other.path.length - one.path.length)[0] ?? { issue, path }
}

function describe({ issue, path }: Problem): { path: PropertyKey[]; message: string } {
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0]!
    return { path: [...path, key], message: text.source.unknownKey(key, allowedAt(path)) }
  }
  return { path, message: text.source.wrongType(String(path.at(-1) ?? SOURCE_FILE), issue.message) }
}

function allowedAt(path: PropertyKey[]): string {
  if (path.length === 0) return Object.keys(sourceFile.shape).join('、')
  if (path[0] === 'ignore') return 'pattern、reason'
  if (path[0] === 'tables') return 'file、match、fields'
  if (path[0] === 'expect') return 'minimum'
  return path.includes('fields') ? 'value、mode、when' : 'pattern、fields'
}

/** The line of the key that a path leads to, or of the nearest thing around it that is there. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown = document.getIn(path.slice(0, length - 1), true)
    const key = path[length - 1]
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      : undefined
    const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true)
    if (hasRange(node)) return lines.linePos(node.range[0]).line
  }
  return 1
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}
