import type { ParsedQuery, Unit } from './query.js'
import { findNumbers } from './query-numbers.js'
import { ANY_DOUBLE } from './query-tokens.js'

/** A query in its plainest form: parsing it gives the same query again. */
export function printQuery({ required, excluded }: Pick<ParsedQuery, 'required' | 'excluded'>): string {
  const parts = [
    ...required.map((group) => group.map(printUnit).join(' OR ')),
    ...excluded.map((unit) => `-${printUnit(unit)}`),
  ]
  const plain = parts.join(' ')
  // Words that only now stand side by side may look like a document number.
  const numbers = [...required.flat(), ...excluded].filter(({ isNumber }) => isNumber).length
  return findNumbers(plain).length === numbers ? plain : parts.join(' AND ')
}

function printUnit({ kind, text, isNumber }: Unit): string {
  return kind === 'phrase' && !isNumber ? quote(text) : text
}

/** The text between quotation marks that no character of it ends; what it means stays the same. */
export function quote(text: string): string {
  if (![...text].some((character) => ANY_DOUBLE.includes(character))) return `"${text}"`
  if (!text.includes('」')) return `「${text}」`
  if (!text.includes('』')) return `『${text}』`
  // All of these are one character to the search.
  return `「${text.replaceAll('」', '"')}」`
}
