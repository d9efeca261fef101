import { normalize } from '../../indexer/contract/normalize.js'
import { cutWords } from '../../indexer/contract/tokenize.js'

/** Characters on either side that decide how a text is cut. */
const CONTEXT = 12

/**
 * In what share of its places in the texts (0 to 1) a run stands as a word or as whole words, rather than across the
 * borders of others: 生体 of 民生体系 does not. 0 where it stands nowhere.
 */
export function shareAsWord(run: string, texts: readonly string[]): number {
  let places = 0
  let asWord = 0
  for (const text of texts.map(normalize)) {
    for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) {
      places++
      const before = /\p{Script=Han}*$/u.exec(text.slice(Math.max(0, at - CONTEXT), at))![0]
      const after = /^\p{Script=Han}*/u.exec(text.slice(at + run.length, at + run.length + CONTEXT))![0]
      const borders = bordersOf(before + run + after)
      if (borders.has(before.length) && borders.has(before.length + run.length)) asWord++
    }
  }
  return places === 0 ? 0 : asWord / places
}

function bordersOf(text: string): Set<number> {
  const borders = new Set([0])
  let at = 0
  for (const word of cutWords(text)) borders.add((at += word.length))
  return borders
}
