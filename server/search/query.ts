import { normalize } from '../../indexer/contract/normalize.js'
import type { Mode, QueryNotice } from './types.js'

/** Only so much of a query is read, in characters; more is no question any more. */
export const MAX_QUERY_LENGTH = 500

/** A string to be found as it stands, or words to be found as well as may be. */
export interface Unit {
  kind: 'phrase' | 'free'
  /** As typed. */
  text: string
  /** Normalised; never empty. */
  run: string
}

export interface ParsedQuery {
  /** All of these groups must match; within a group, one of the alternatives (joined by OR). */
  required: Unit[][]
  excluded: Unit[]
  /** The whole query without operators, normalised: what a document "contains whole"; '' where it has operators. */
  whole: string
  notices: QueryNotice[]
}

const OPEN_QUOTES = '"“”„‟〝〞〟「『＂'
const CLOSE_QUOTES = '"“”„‟〝〞〟」』＂'
const OR = /^(OR|或者|[|｜]+)$/
const TOKEN = new RegExp(
  `([-－−]?)(?:[${OPEN_QUOTES}]([^${CLOSE_QUOTES}]*)(?:([${CLOSE_QUOTES}])|$)|([^\\s${OPEN_QUOTES}]+))`,
  'gu',
)

/**
 * Reads a query. `"…"` (in any of the quotation marks in use) is found exactly, a leading `-` excludes, `OR` joins
 * the terms beside it, everything else is words. In mode `exact` the whole query is one string.
 */
export function parseQuery(q: string, mode: Mode): ParsedQuery {
  const notices: QueryNotice[] = []
  const text = q.length > MAX_QUERY_LENGTH ? [...q].slice(0, MAX_QUERY_LENGTH).join('') : q
  if (text !== q) notices.push({ kind: 'too-long', limit: MAX_QUERY_LENGTH })
  const parsed = mode === 'exact' ? parseExact(text) : parseTerms(text, notices)
  if (parsed.required.length === 0 && q.trim() !== '') notices.push({ kind: 'nothing-to-find' })
  return { ...parsed, notices }
}

function unit(kind: Unit['kind'], text: string): Unit | null {
  const run = normalize(text)
  const isContent = kind === 'phrase' ? run !== '' : /[\p{L}\p{N}]/u.test(run)
  return isContent ? { kind, text: text.trim(), run } : null
}

function parseExact(text: string): Omit<ParsedQuery, 'notices'> {
  const inner = new RegExp(`^[${OPEN_QUOTES}](.+)[${CLOSE_QUOTES}]$`, 'u').exec(text.trim())?.[1] ?? text
  const phrase = unit('phrase', inner)
  return { required: phrase ? [[phrase]] : [], excluded: [], whole: phrase?.run ?? '' }
}

function parseTerms(text: string, notices: QueryNotice[]): Omit<ParsedQuery, 'notices'> {
  const required: Unit[][] = []
  const excluded: Unit[] = []
  let joining = false
  let operators = false
  for (const [, minus, quoted, closing, bare] of text.matchAll(TOKEN)) {
    if (bare !== undefined && !minus && OR.test(bare)) {
      joining = required.length > 0
      operators = true
      continue
    }
    if (quoted !== undefined && closing === undefined) notices.push({ kind: 'unbalanced-quote', phrase: quoted.trim() })
    const term = unit(quoted === undefined ? 'free' : 'phrase', quoted ?? bare!)
    operators ||= quoted !== undefined || minus !== ''
    if (!term) continue
    if (minus) excluded.push({ ...term, kind: 'phrase' })
    else if (joining) required.at(-1)!.push(term)
    else required.push([term])
    joining = false
  }
  return { required, excluded, whole: operators ? '' : normalize(text.trim()) }
}

/** True where the query says nothing of words: only phrases, so that every match is provably exact. */
export function isExact(query: ParsedQuery): boolean {
  return query.required.length > 0 && query.required.flat().every(({ kind }) => kind === 'phrase')
}
