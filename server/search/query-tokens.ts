import { formatDocNumber } from '../../indexer/contract/doc-number.js'
import { findNumbers } from './query-numbers.js'

/** A piece of a query as it was typed. */
export type Token =
  | { kind: 'or' }
  | { kind: 'and' }
  | { kind: 'not' }
  /** `how`: a quotation is found exactly, so is a document number; words as well as may be. */
  | { kind: 'term'; how: 'quoted' | 'open-quote' | 'number' | 'words'; text: string }
  /** A closing quotation mark that nothing opened. */
  | { kind: 'stray-quote' }
  /** A minus before nothing: 2021 - 2025. */
  | { kind: 'dash' }

/** Quotation marks that open → the ones that close. Those of the first row are typed for each other. */
export const ANY_DOUBLE = '"“”„‟〝〞〟＂'
const CLOSERS: Record<string, string> = { '「': '」', '『': '』', '‘': '’' }
for (const quote of ANY_DOUBLE) CLOSERS[quote] = ANY_DOUBLE
const STRAY = '」』'

const MINUS = '-－−﹣'
const PIPE = '|｜¦￨'
const WORDS: [RegExp, Token['kind'] & ('or' | 'and' | 'not')][] = [
  [/^(OR|或者|或)$/, 'or'],
  [/^(AND|并且|並且)$/, 'and'],
  [/^(NOT|不含)$/, 'not'],
]
/** Operators as words stand by themselves and, where Latin, in capitals. */
const operatorOf = (word: string): ('or' | 'and' | 'not') | null =>
  WORDS.find(([form]) => form.test(word.normalize('NFKC')))?.[1] ?? null

/** Cuts a query into its tokens. Never throws; everything but spaces and lone operators comes back in some token. */
export function tokenize(text: string): Token[] {
  const numbers = new Map(findNumbers(text).map((span) => [span.start, span]))
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const character = text[at]!
    const number = numbers.get(at)
    if (/\s/.test(character)) {
      at++
    } else if (number) {
      tokens.push({ kind: 'term', how: 'number', text: formatDocNumber(number.number) })
      at = number.end
    } else if (MINUS.includes(character)) {
      while (at < text.length && MINUS.includes(text[at]!)) at++
      tokens.push({ kind: at < text.length && !/\s/.test(text[at]!) ? 'not' : 'dash' })
    } else if (PIPE.includes(character)) {
      tokens.push({ kind: 'or' })
      at++
    } else if (STRAY.includes(character)) {
      tokens.push({ kind: 'stray-quote' })
      at++
    } else if (CLOSERS[character] !== undefined) {
      const close = closingQuote(text, at)
      tokens.push({
        kind: 'term',
        how: close < 0 ? 'open-quote' : 'quoted',
        text: text.slice(at + 1, close < 0 ? undefined : close),
      })
      at = close < 0 ? text.length : close + 1
    } else {
      const start = at
      while (at < text.length && !endsWord(text[at]!) && (at === start || !numbers.has(at))) at++
      const word = text.slice(start, at)
      const operator = operatorOf(word)
      tokens.push(operator ? { kind: operator } : { kind: 'term', how: 'words', text: word })
    }
  }
  return tokens
}

const endsWord = (character: string): boolean =>
  /\s/.test(character) || PIPE.includes(character) || STRAY.includes(character) || CLOSERS[character] !== undefined

function closingQuote(text: string, open: number): number {
  const closers = CLOSERS[text[open]!]!
  for (let at = open + 1; at < text.length; at++) if (closers.includes(text[at]!)) return at
  return -1
}
