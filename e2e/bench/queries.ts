import { repeatableNumbers } from '../support/scan.js'
import { queryWords } from '../../server/search/words.js'
import { normalize } from '../../indexer/contract/normalize.js'

/** Of each kind: one word, two and three words with spaces, a piece of a sentence as a question would have it. */
const OF_EACH = 25
/** Queries are the same in every run over the same texts. */
const SEED = 20_240_601
const SEED_OF_OTHERS = 20_240_602

/** Queries drawn from texts of the archive itself. */
export const sampleQueries = (texts: readonly string[]): string[] => drawQueries(texts, SEED)

/** Others of the same kinds: what runs for the first time in a process takes longer than ever after. */
export const warmUpQueries = (texts: readonly string[]): string[] => drawQueries(texts, SEED_OF_OTHERS)

function drawQueries(texts: readonly string[], seed: number): string[] {
  const random = repeatableNumbers(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const wordsOf = (): string[] => {
    const words = queryWords(normalize(pick(texts)))
    return words.filter(({ word, isContent }) => isContent && [...word].length > 1).map(({ word }) => word)
  }
  const queries: string[] = []
  for (let count = 0; count < OF_EACH; count++) {
    for (const length of [1, 2, 3]) {
      const words = wordsOf()
      if (words.length >= length) queries.push(Array.from({ length }, () => pick(words)).join(' '))
    }
    const sentence = pick(
      pick(texts)
        .split(/[，。；：\n]/)
        .filter((part) => part.length >= 8),
    )
    if (sentence) queries.push(sentence.slice(0, 16))
  }
  return queries
}
