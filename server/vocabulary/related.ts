import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { oneOf, quoted } from '../../indexer/contract/engine/filter.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { cutWords } from '../../indexer/contract/tokenize.js'
import { wordKey, type EntryRecord } from '../../indexer/contract/vocabulary.js'
import { isFunctionWord } from '../search/words.js'
import { dictionaries } from '../spelling/dictionary.js'
import type { SearchHit } from '../search/types.js'
import { isDenied } from '../../indexer/contract/words/deny.js'

const SHOWN = 6
/** Fewer top documents say nothing of what goes together. */
const FEWEST_DOCUMENTS = 3
/** A word of one of them is no pattern. */
const FEWEST_WITH_WORD = 2
/** A word of more than this share of all documents, and of more than so many, is about anything. */
const COMMON_SHARE = 0.04
const FEW_DOCUMENTS = 20
/** 99.9 % of chance distributions of one degree of freedom lie below this. */
const SIGNIFICANT = 10.83

/**
 * Words that stand in the titles and snippets of the best documents of a query and hardly in the rest of the archive: by
 * the log-likelihood ratio (Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, 1993) of the
 * number of top documents with the word there against that of all documents which it is a word of. What stands beside
 * what was searched for has to do with it; the rest of a long document is about other things. `total` is the size of the
 * archive. Words that the query has already, or that contain one another, come once; what no dictionary knows may be no
 * word. Knows nothing of readers.
 */
export async function relatedWords(
  engine: EngineClient,
  q: string,
  hits: readonly SearchHit[],
  total: number,
): Promise<string[]> {
  if (hits.length < FEWEST_DOCUMENTS) return []
  const asked = normalize(q)
  const counts = new Map<string, number>()
  for (const { title, snippets } of hits) {
    const words = cutWords(normalize([title, ...snippets.map(({ text }) => text)].join('。')))
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const isNew = (word: string): boolean => word.length > 1 && !asked.includes(word) && dictionaries().has(word)
  const common = [...counts].filter(([word, count]) => count >= FEWEST_WITH_WORD && isNew(word) && !isSmall(word))
  const inAll = await documentCounts(
    engine,
    common.map(([word]) => word),
  )
  const scored = common.flatMap(([word, count]) => {
    const all = inAll.get(word)
    if (all === undefined) return []
    const isTypical = count / hits.length > all / total && all <= Math.max(FEW_DOCUMENTS, COMMON_SHARE * total)
    return isTypical ? [{ word, score: logLikelihood(count, hits.length, all, total) }] : []
  })
  const ranked = scored.filter(({ score }) => score >= SIGNIFICANT).sort((a, b) => b.score - a.score)
  return distinct(ranked.map(({ word }) => word).filter((word) => !isDenied(word)))
}

/** In how many documents of the archive each word is among the words. */
async function documentCounts(engine: EngineClient, words: readonly string[]): Promise<Map<string, number>> {
  if (words.length === 0) return new Map()
  const { hits } = await engine.search<Pick<EntryRecord, 'run' | 'documents'>>({
    indexUid: INDEXES.words,
    filter: [`kind = ${quoted('term')}`, oneOf('keys', words.map(wordKey))],
    limit: words.length,
    attributesToRetrieve: ['run', 'documents'],
  })
  return new Map(hits.map(({ run, documents }) => [run, documents]))
}

/** −2 log λ for `count` of `size` top documents having a word that `all` of `total` documents have. */
export function logLikelihood(count: number, size: number, all: number, total: number): number {
  const outside = Math.max(0, all - count)
  const rest = total - size
  if (rest <= 0) return 0
  const likelihood = (p: number, k: number, n: number): number => k * log(p) + (n - k) * log(1 - p)
  const pooled = (count + outside) / (size + rest)
  return (
    2 *
    (likelihood(count / size, count, size) +
      likelihood(outside / rest, outside, rest) -
      likelihood(pooled, count, size) -
      likelihood(pooled, outside, rest))
  )
}

/** 0 · log 0 is 0 where the count beside it is 0. */
const log = (p: number): number => (p <= 0 ? 0 : Math.log(p))

/** Words that say nothing by themselves: 应当, 亿元, 第一条. */
const isSmall = (word: string): boolean => isFunctionWord(word) || /^第|^[十百千万亿]+[\u4e00-\u9fff]$/.test(word)

function distinct(words: readonly string[]): string[] {
  const kept: string[] = []
  for (const word of words) {
    if (kept.length === SHOWN) break
    if (!kept.some((other) => other.includes(word) || word.includes(other))) kept.push(word)
  }
  return kept
}
