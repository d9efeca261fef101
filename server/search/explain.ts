import { FACETS, type FacetName } from '../../indexer/contract/fields.js'
import { newSearch } from '../params.js'
import { parseQuery, type Unit } from './query.js'
import { printQuery } from './query-print.js'
import type { SearchRequest } from './types.js'
import { queryWords } from './words.js'

/** One thing that the reader typed, by itself. */
export interface TermCount {
  text: string
  /** The search for it alone, with the same conditions; `total` documents. */
  request: SearchRequest
  total: number
  /** The same without conditions; asked for where there is nothing within them. */
  everywhere: { request: SearchRequest; total: number } | null
}

/** What of a search is left out, or loosened. */
export type Relaxation =
  | { kind: 'filter'; name: FacetName; values: readonly string[] }
  | { kind: 'from' | 'to' | 'excluded' | 'exactness' | 'scope' | 'all' }

export interface Relaxed {
  relaxation: Relaxation
  request: SearchRequest
  total: number
}

/** Why a search found nothing, or not all that was asked: every count is that of a search the reader can click. */
export interface Explanation {
  terms: TermCount[]
  relaxed: Relaxed[]
}

const MOST_TERMS = 8

/** Asks for each term alone and each condition left out; `totalOf` runs a search and gives its total. */
export async function explain(
  request: SearchRequest,
  totalOf: (request: SearchRequest) => Promise<number>,
): Promise<Explanation> {
  const plain = { ...request, page: 1, sort: '' as const }
  const [terms, relaxed] = await Promise.all([
    countTerms(plain, totalOf),
    Promise.all(relaxationsOf(plain).map(async (one) => ({ ...one, total: await totalOf(one.request) }))),
  ])
  return { terms, relaxed }
}

/** The terms alone, without what could be left out. */
export function countTerms(
  request: SearchRequest,
  totalOf: (request: SearchRequest) => Promise<number>,
): Promise<TermCount[]> {
  const isFree = isWithoutConditions(request)
  return Promise.all(
    termsOf(request).map(async ({ text, q }) => {
      const alone = { ...request, page: 1, sort: '' as const, q, mode: '' as const }
      const total = await totalOf(alone)
      if (total > 0 || isFree) return { text, request: alone, total, everywhere: null }
      const free = newSearch({ q })
      return { text, request: alone, total, everywhere: { request: free, total: await totalOf(free) } }
    }),
  )
}

/** What was typed apart; of a single string or question, its words. */
function termsOf({ q, mode }: SearchRequest): { text: string; q: string }[] {
  const units = parseQuery(q, mode).required.flat()
  const [only] = units
  const parts = units.length === 1 && !only!.isNumber ? wordsIn(only!) : []
  const asPhrase = (text: string): Unit => ({ kind: 'phrase', text, run: text, isNumber: false })
  const terms = (parts.length > 1 ? parts.map(asPhrase) : units).map((unit) => ({
    text: unit.text,
    q: printQuery({ required: [[unit]], excluded: [] }),
  }))
  return [...new Map(terms.map((term) => [term.q, term])).values()].slice(0, MOST_TERMS)
}

function wordsIn({ run }: Unit): string[] {
  const words = queryWords(run).filter(({ word }) => /[\p{L}\p{N}]/u.test(word))
  const content = words.filter(({ word, isContent }) => isContent && [...word].length > 1)
  return (content.length > 0 ? content : words).map(({ word }) => word)
}

function isWithoutConditions({ filters, from, to, scope }: SearchRequest): boolean {
  return Object.values(filters).every((values) => values.length === 0) && !from && !to && scope === ''
}

/** At most one for each facet and each other kind, however much was asked for. */
function relaxationsOf(request: SearchRequest): Omit<Relaxed, 'total'>[] {
  const all: Omit<Relaxed, 'total'>[] = []
  const add = (relaxation: Relaxation, changes: Partial<SearchRequest>): void => {
    all.push({ relaxation, request: { ...request, ...changes } })
  }
  // Values of one facet are alternatives: without one of them there is less to find, without all of them more.
  for (const { name } of FACETS) {
    const values = request.filters[name]
    if (values.length > 0) add({ kind: 'filter', name, values }, { filters: { ...request.filters, [name]: [] } })
  }
  if (request.from) add({ kind: 'from' }, { from: null })
  if (request.to) add({ kind: 'to' }, { to: null })
  const conditions = all.length
  const { required, excluded } = parseQuery(request.q, request.mode)
  if (excluded.length > 0 && required.length > 0)
    add({ kind: 'excluded' }, { q: printQuery({ required, excluded: [] }) })
  const loose = required.map((group) =>
    group.map((unit): Unit => ({ ...unit, kind: unit.isNumber ? 'phrase' : 'free' })),
  )
  const isQuoted = required.flat().some(({ kind, isNumber }) => kind === 'phrase' && !isNumber)
  if (request.q && request.mode === 'exact') add({ kind: 'exactness' }, { mode: '' })
  else if (isQuoted) add({ kind: 'exactness' }, { q: printQuery({ required: loose, excluded }) })
  if (request.scope) add({ kind: 'scope' }, { scope: '' })
  if (conditions > 1) add({ kind: 'all' }, { filters: newSearch().filters, from: null, to: null })
  return all
}
