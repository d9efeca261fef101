import { normalize } from '../../indexer/contract/normalize.js'
import { Bm25, bigramsOf, type Bm25Parameters, type Feature } from './bm25.js'
import type { Candidate } from './candidates.js'
import type { Lookup } from './lookup.js'
import type { MatchSet } from './match.js'
import type { Term, UnderstoodQuery } from './terms.js'
import { cutWords } from './words.js'

/** Chosen with `npm run evaluate`; DECISIONS.md has the figures. */
const PARAMETERS: Bm25Parameters = { k1: 1.2, b: 0.7, averageLength: 400, bigramShare: 1.5 }
/** What a document's second best passage adds. */
const SECOND_PASSAGE = 0.1
/** What the terms count for that the whole document has, in whatever passage. */
const COVERAGE = 1
/** What the title counts for beside the best passage. */
const TITLE = 0.6
/** A title that is the query itself, or contains it whole; in shares of the query's whole weight. */
const WHOLE_IN_TITLE = 3
const WHOLE_IN_TEXT = 0.5

/**
 * Puts the documents of a match set in order: by BM25 of their best passages and of their title where these are among
 * the candidates, then by how much of the query they have. Returns all ids of the set, best first.
 */
export async function rank(
  matches: MatchSet,
  candidates: readonly Candidate[],
  query: UnderstoodQuery,
  whole: string,
  lookup: Lookup,
  passages: number,
): Promise<string[]> {
  const scorer = new Bm25(termFeatures(query), await bigramFeatures(query, lookup, passages), PARAMETERS)
  const fullWeight = termFeatures(query).reduce((sum, { weight }) => sum + weight, 0)
  const best = new Map<string, Scores>()
  for (const { doc, kind, text, hit } of candidates) {
    if (!matches.weights.has(doc)) continue
    const scores = best.get(doc) ?? { first: 0, second: 0, title: titleScore(hit.title, scorer, whole, fullWeight) }
    const normalized = normalize(text)
    const score = scorer.score(normalized) + (contains(normalized, whole) ? WHOLE_IN_TEXT * fullWeight : 0)
    if (kind === 'text' || scores.first === 0) addScore(scores, score)
    best.set(doc, scores)
  }
  const score = (id: string): number => {
    const scores = best.get(id)
    return scores
      ? scores.first + SECOND_PASSAGE * scores.second + scores.title + COVERAGE * matches.weights.get(id)!
      : -1
  }
  const scored = new Map([...matches.weights.keys()].map((id) => [id, score(id)]))
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

function titleScore(title: string, scorer: Bm25, whole: string, fullWeight: number): number {
  const normalized = normalize(title)
  return TITLE * scorer.score(normalized) + (contains(normalized, whole) ? WHOLE_IN_TITLE * fullWeight : 0)
}

function contains(text: string, whole: string): boolean {
  return whole.length > 1 && text.includes(whole)
}

function termFeatures(query: UnderstoodQuery): Term[] {
  return query.required.flat().flatMap(({ terms }) => terms)
}

/** Bigrams of the content words, those across neighbouring words included. */
async function bigramFeatures(query: UnderstoodQuery, lookup: Lookup, passages: number): Promise<Feature[]> {
  const bigrams = [
    ...new Set(query.required.flat().flatMap(({ unit }) => contentSegments(unit.run).flatMap(bigramsOf))),
  ]
  const frequencies = await lookup.frequencies(bigrams)
  return bigrams.map((run, index) => {
    const frequency = frequencies[index]!
    return { run, weight: Math.log(1 + (passages - frequency + 0.5) / (frequency + 0.5)) }
  })
}

/** Runs of content words that stand side by side. */
function contentSegments(run: string): string[] {
  const segments: string[] = []
  let open = false
  for (const { word, isContent } of cutWords(run)) {
    if (isContent && open) segments[segments.length - 1] += word
    else if (isContent) segments.push(word)
    open = isContent
  }
  return segments.length > 0 ? segments : [run]
}
