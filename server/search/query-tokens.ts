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

/** Quotation marks that can only open, and what closes them within a quotation: "“十四五”规划". */
const INNER: Record<string, string> = { '“': '”', '〝': '〞' }

function closingQuote(text: string, open: number): number {
  const closers = CLOSERS[text[open]!]!
  const next = (from: number): number => {
    for (let at = from; at < text.length; at++) if (closers.includes(text[at]!)) return at
    return -1
  }
  let close = next(open + 1)
  while (close >= 0 && INNER[text[close]!] !== undefined) {
    const inner = text.indexOf(INNER[text[close]!]!, close)
    const after = inner < 0 ? -1 : next(inner + 1)
    // Marks are also typed for each other: what opens nothing that is closed in here closes the quotation.
    if (after < 0) break
    close = after
  }
  return close
}
