import { normalize } from '../../indexer/contract/normalize.js'
import { MAX_QUERY_LENGTH, parseQuery, type Unit } from './query.js'
import { printQuery } from './query-print.js'

/** The fields of the advanced form, by the names of its parameters, as they were typed. */
export interface AdvancedQuery {
  /** Words, all of which a document has. */
  all: string
  /** A string that it has as it stands. */
  phrase: string
  /** Words, one of which it has. */
  any: string
  /** Words, none of which it has. */
  none: string
}

export const NO_FIELDS: AdvancedQuery = { all: '', phrase: '', any: '', none: '' }
/** In the order in which they are asked for. */
export const FIELD_NAMES = Object.keys(NO_FIELDS) as (keyof AdvancedQuery)[]

/** What parts words: spaces and the marks of lists. */
const BETWEEN_WORDS = /[\s、，,；;]+/u

/**
 * The query that says what the fields say, '' where they hold nothing that can be searched for. Every word is set in quotation marks: typed as
 * it is, it would also be found in other words, or left out where no document has all.
 */
export function advancedQuery({ all, phrase, any, none }: AdvancedQuery): string {
  const alternatives = units(any)
  const required = [
    ...units(all).map((unit) => [unit]),
    ...unitOf(readable(phrase)).map((unit) => [unit]),
    alternatives,
  ]
  return printQuery({ required: required.filter((group) => group.length > 0), excluded: units(none) })
}

/** The fields that a query can be typed into; null for one that has more than they can say. */
export function advancedFields(q: string): AdvancedQuery | null {
  const { required, excluded, notices } = parseQuery(q, '')
  const single = required.filter((group) => group.length === 1).map(([unit]) => unit!.text)
  const [phrase = '', ...phrases] = single.filter((text) => BETWEEN_WORDS.test(text))
  const [any = [], ...more] = required.filter((group) => group.length > 1)
  const lists = [...any, ...excluded].map(({ text }) => text)
  const isMore = phrases.length > 0 || more.length > 0 || lists.some((text) => BETWEEN_WORDS.test(text))
  if (isMore || notices.length > 0) return null
  return {
    all: single.filter((text) => text !== phrase).join(' '),
    phrase,
    any: any.map(({ text }) => text).join(' '),
    none: excluded.map(({ text }) => text).join(' '),
  }
}

const units = (words: string): Unit[] => readable(words).split(BETWEEN_WORDS).flatMap(unitOf)

/** Of what is longer than a query no more is read than of a query, which says so. */
const readable = (text: string): string =>
  text.length > MAX_QUERY_LENGTH ? [...text].slice(0, MAX_QUERY_LENGTH).join('') : text

function unitOf(text: string): Unit[] {
  const own = text.replace(/["“”„‟＂「」『』]/gu, '').trim()
  const run = normalize(own)
  return run === '' ? [] : [{ kind: 'phrase', text: own, run, isNumber: false }]
}
