import { normalize } from '../../indexer/contract/normalize.js'
import { printQuery } from './query-print.js'
import { tokenize, type Token } from './query-tokens.js'
import type { Mode, QueryNotice } from './types.js'

/** Only so much of a query is read, in characters; more is no question any more. */
export const MAX_QUERY_LENGTH = 500
/**
 * So many things typed apart (alternatives are such things too) are looked for, and so many left out: each costs a look
 * at all documents, and no document has a hundred of them.
 */
export const MAX_UNITS = 12

/** A string to be found as it stands, or words to be found as well as may be. */
export interface Unit {
  kind: 'phrase' | 'free'
  /** As typed; of a document number, its standard form. */
  text: string
  /** Normalised; never empty. */
  run: string
  /** True for a document number that stood in the query without quotation marks. */
  isNumber: boolean
}

export interface ParsedQuery {
  /** All of these groups must match; within a group, one of the alternatives (joined by OR). */
  required: Unit[][]
  excluded: Unit[]
  /** The whole query without operators, normalised: what a document "contains whole"; '' where it has operators. */
  whole: string
  notices: QueryNotice[]
}

/**
 * Reads a query. `"…"` (in any of the quotation marks in use) is found exactly, a leading `-` or a `NOT` excludes, `OR`
 * and `|` join the terms beside them, a document number is found exactly in its standard form, everything else is
 * words. 《…》 names a title and is text. In mode `exact` the whole query is one string. Never throws.
 */
export function parseQuery(q: string, mode: Mode): ParsedQuery {
  const cut = q.length > MAX_QUERY_LENGTH ? [...q].slice(0, MAX_QUERY_LENGTH).join('') : q
  const notices: QueryNotice[] = cut === q ? [] : [{ kind: 'too-long', limit: MAX_QUERY_LENGTH }]
  const parsed = mode === 'exact' ? parseExact(cut) : parseTerms(cut)
  notices.push(...parsed.notices)
  if (parsed.required.length === 0 && q.trim() !== '') notices.push({ kind: 'nothing-to-find' })
  return { ...parsed, notices }
}

function unit(kind: Unit['kind'], text: string, isNumber = false): Unit | null {
  const run = normalize(text)
  const isContent = kind === 'phrase' ? run !== '' : /[\p{L}\p{N}]/u.test(run)
  return isContent ? { kind, text: text.trim(), run, isNumber } : null
}

function parseExact(text: string): ParsedQuery {
  const [only, ...others] = tokenize(text)
  const isQuoted = others.length === 0 && only?.kind === 'term' && only.how === 'quoted'
  const phrase = unit('phrase', isQuoted ? only.text : text)
  const isOperator = (token: Token): boolean =>
    token.kind === 'term' ? token.how === 'quoted' : token.kind === 'or' || token.kind === 'not'
  const notices: QueryNotice[] =
    phrase && !isQuoted && tokenize(text).some(isOperator) ? [{ kind: 'operators-in-exact' }] : []
  return { required: phrase ? [[phrase]] : [], excluded: [], whole: phrase?.run ?? '', notices }
}

function parseTerms(text: string): ParsedQuery {
  const reader = new TermReader()
  const tokens = tokenize(text)
  for (const token of tokens) {
    if (token.kind === 'term') reader.takeTerm(token)
    else if (token.kind !== 'dash') reader.takeOperator(token.kind)
  }
  if (reader.isOpen || tokens.at(-1)?.kind === 'dash') reader.problems.add('lone-operator')
  const { required, excluded, operators, words } = reader
  const parsed = { required, excluded, whole: operators ? '' : normalize(words.join(' ')) }
  const notices = problemNotices(reader.problems, reader.openPhrase, printQuery(parsed))
  if (reader.isFull) notices.push({ kind: 'too-many', limit: MAX_UNITS })
  return { ...parsed, notices }
}

/** Puts tokens together to groups of alternatives and to what is excluded, noting what is odd. */
class TermReader {
  readonly required: Unit[][] = []
  readonly excluded: Unit[] = []
  readonly words: string[] = []
  readonly problems = new Set<Problem>()
  openPhrase: string | null = null
  operators = false
  /** Whether there was more than is looked for. */
  isFull = false
  #joining = false
  #excluding = false
  #lastExcluded = false

  /** Whether the last operator still waits for its term. */
  get isOpen(): boolean {
    return this.#joining || this.#excluding
  }

  takeOperator(kind: 'or' | 'and' | 'not' | 'stray-quote'): void {
    this.operators = true
    const isFirst = this.required.length + this.excluded.length === 0
    if (kind === 'stray-quote') this.problems.add('stray-quote')
    else if (this.#excluding || (kind === 'or' && (this.#joining || isFirst))) this.problems.add('lone-operator')
    this.#joining ||= kind === 'or'
    this.#excluding ||= kind === 'not'
  }

  takeTerm({ how, text }: Extract<Token, { kind: 'term' }>): void {
    this.words.push(text)
    this.operators ||= how === 'quoted' || how === 'open-quote'
    const term = unit(how === 'words' ? 'free' : 'phrase', text, how === 'number')
    if (term === null) {
      if (how !== 'words') this.problems.add(how === 'quoted' ? 'empty-quotes' : 'stray-quote')
      return
    }
    if (how === 'open-quote') this.openPhrase = term.text
    if (this.#joining && this.#excluding) this.problems.add('lone-operator')
    // 甲 -乙|丙 leaves out both.
    const isExcluded = this.#excluding || (this.#joining && this.#lastExcluded)
    if ((isExcluded ? this.excluded : this.required.flat()).length === MAX_UNITS) this.isFull = true
    else if (isExcluded) this.excluded.push({ ...term, kind: 'phrase' })
    else if (this.#joining && this.required.length > 0) this.required.at(-1)!.push(term)
    else this.required.push([term])
    this.#lastExcluded = isExcluded
    this.#joining = this.#excluding = false
  }
}

type Problem = 'stray-quote' | 'empty-quotes' | 'lone-operator'

/** What was odd about the query, each with how it might have been written. */
function problemNotices(problems: ReadonlySet<Problem>, openPhrase: string | null, rewrite: string): QueryNotice[] {
  const notices: QueryNotice[] = []
  if (openPhrase !== null) notices.push({ kind: 'unbalanced-quote', phrase: openPhrase, rewrite })
  else if (problems.has('stray-quote')) notices.push({ kind: 'unbalanced-quote', phrase: '', rewrite })
  if (problems.has('empty-quotes')) notices.push({ kind: 'empty-quotes', rewrite })
  if (problems.has('lone-operator')) notices.push({ kind: 'lone-operator', rewrite })
  return notices
}

/** True where the query says nothing of words: only phrases, so that every match is provably exact. */
export function isExact(query: ParsedQuery): boolean {
  return query.required.length > 0 && query.required.flat().every(({ kind }) => kind === 'phrase')
}
