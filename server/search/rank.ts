import { normalize } from '../../indexer/contract/normalize.js'
import { Bm25, type Bm25Parameters } from './bm25.js'
import type { Candidate } from './candidates.js'
import type { MatchSet } from './match.js'
import type { UnderstoodQuery } from './terms.js'

/** Chosen with `npm run evaluate`; DECISIONS.md has the figures. */
const PARAMETERS: Bm25Parameters = { k1: 1.2, b: 0.7, averageLength: 400, bigramShare: 1.5 }
/** What a document's second best passage adds. */
const SECOND_PASSAGE = 0.1
/** What the terms count for that the document has in whatever passage. */
const COVERAGE = 1
/** What the title counts for beside the best passage. */
const TITLE = 0.6
/** What it adds when the query stands whole in a title or passage, in shares of the weight of all terms. */
const WHOLE_IN_TITLE = 3
const WHOLE_IN_TEXT = 0.5
/** What it adds when the query is the title itself, or the document's number. */
const IS_TITLE_LINE = 6

/**
 * Puts the documents of a match set in order: by BM25 of their best passages and of their title where these are among
 * the candidates, then by how much of the query they have. Returns all ids of the set, best first.
 */
export function rank(
  matches: MatchSet,
  candidates: readonly Candidate[],
  query: UnderstoodQuery,
  whole: string,
): string[] {
  const terms = query.required.flat().flatMap((unit) => unit.terms)
  const scorer = new Bm25(terms, query.bigrams, PARAMETERS)
  const fullWeight = terms.reduce((sum, { weight }) => sum + weight, 0)
  const scoreText = (text: string, share: number, bonus: number): number =>
    share * scorer.score(text) + (whole.length > 1 && text.includes(whole) ? bonus * fullWeight : 0)
  const best = new Map<string, Scores>()
  for (const { doc, kind, text, hit } of candidates) {
    if (!matches.weights.has(doc)) continue
    const scores = best.get(doc) ?? {
      first: 0,
      second: 0,
      title: scoreText(normalize(hit.title), TITLE, WHOLE_IN_TITLE),
    }
    const score = scoreText(normalize(text), 1, WHOLE_IN_TEXT)
    if (kind === 'text' || scores.first === 0) addScore(scores, score)
    if (kind === 'title' && text.split('\n').some((line) => normalize(line) === whole)) {
      scores.title += IS_TITLE_LINE * fullWeight
    }
    best.set(doc, scores)
  }
  const scored = new Map(
    [...matches.weights].map(([id, weight]) => {
      const scores = best.get(id)
      return [id, scores ? scores.first + SECOND_PASSAGE * scores.second + scores.title + COVERAGE * weight : -1]
    }),
  )
  return [...scored.keys()].sort(
    (a, b) =>
      scored.get(b)! - scored.get(a)! ||
      matches.weights.get(b)! - matches.weights.get(a)! ||
      matches.counts.get(b)! - matches.counts.get(a)! ||
      (a < b ? -1 : 1),
  )
}

interface Scores {
  first: number
  second: number
  title: number
}

function addScore(scores: Scores, score: number): void {
  if (score > scores.first) [scores.first, scores.second] = [score, scores.first]
  else if (score > scores.second) scores.second = score
}
