import type { EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { oneOf, quoted } from '../../indexer/contract/engine/filter.js'
import { MAX_QUERY_TOKENS } from '../../indexer/contract/grams.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { normalize } from '../../indexer/contract/normalize.js'
import type { AnswerForm } from './answer-form.js'
import { CANDIDATE_ATTRIBUTES, linesOf, queryText, type Candidate } from './candidates.js'
import { ONE_PER_DOCUMENT } from './filters.js'
import type { Matches } from './documents.js'
import type { Marker } from './marks.js'
import { leftToTell } from './sentence-score.js'
import { snippetsOf } from './snippets.js'
import { formsOf, type Term } from './terms.js'
import type { SearchHit } from './types.js'

/** Passages of one document that its snippets are chosen from. */
const PASSAGES_PER_DOCUMENT = 3
/** Of the first documents of a page, more passages are looked through for the sentence that answers. */
const LEADING = 3
const PASSAGES_OF_LEADING = 12
const LEADERS = 2
/** With other words for these. */
const MOST_LEADERS = 4
/** More passages than a document has. */
const ALL = 100_000

/** What the texts of documents are looked through for. */
export interface Sought {
  /** By falling weight. */
  terms: readonly Term[]
  /** The documents that may have each term, as far as that is known. */
  found: ReadonlyMap<Term, Matches>
  form: AnswerForm
}

/** The documents of a page as a reader sees them: metadata, marked title, snippets. Fetches what is not at hand. */
export async function dressHits(
  engine: EngineClient,
  ids: readonly string[],
  candidates: readonly Candidate[],
  sought: Sought,
  marker: Marker,
): Promise<SearchHit[]> {
  const known = new Set(candidates.map(({ doc }) => doc))
  const unknown = ids.filter((id) => !known.has(id))
  const [titles, texts, answers] = await Promise.all([
    engine.multiSearch<Candidate>(unknown.length > 0 ? [titleQuery(unknown)] : []),
    fetchTexts(engine, lacking(ids, candidates, sought)),
    engine.multiSearchInParallel<Candidate>(answerQueries(ids.slice(0, LEADING), candidates, sought)),
  ])
  const fetched = [...[...titles, ...answers].flatMap(({ hits }) => hits), ...texts]
  const passages = new Map<string, Candidate[]>(ids.map((id) => [id, []]))
  for (const passage of [...candidates, ...fetched]) passages.get(passage.doc)?.push(passage)
  return ids.flatMap((id) => {
    const own = passages.get(id)!
    const hit = own[0]?.hit
    if (hit === undefined) return []
    const snippets = snippetsOf(own, sought.terms, marker, sought.form)
    return [{ ...hit, titleMarks: marker.marks(hit.title), snippets, sameAs: null }]
  })
}

/** A document, and what is to be found in its text. */
interface Search {
  id: string
  terms: readonly Term[]
}

/**
 * The documents of whose text there is nothing to show yet: no passage at hand has the weightiest term that the
 * document has beyond its title. It may have been fetched for pieces of what was asked for, or for a lesser word.
 */
function lacking(ids: readonly string[], candidates: readonly Candidate[], { terms, found }: Sought): Search[] {
  if (terms.length === 0) return []
  return ids.flatMap((id) => {
    const own = candidates.filter(({ doc }) => doc === id)
    const left = leftToTell(terms, normalize(own[0]?.hit.title ?? ''))
    const weightiest = left.find((term) => found.get(term)?.hasId(id))
    const wanted = weightiest ? [weightiest] : left
    const has = matcher(wanted)
    return own.some((one) => one.kind === 'text' && has(one)) ? [] : [{ id, terms: wanted }]
  })
}

/** Tells passages that have any of the terms. */
function matcher(terms: readonly Term[]): (passage: Candidate) => boolean {
  const forms = terms.flatMap(formsOf)
  return (passage) => linesOf(passage).some((line) => forms.some(({ run }) => line.includes(run)))
}

async function fetchTexts(engine: EngineClient, searches: readonly Search[]): Promise<Candidate[]> {
  const fetch = async (some: readonly Search[], limit: number): Promise<Candidate[][]> => {
    const queries = some.map((search) => textQueries(search, limit))
    const answers = await engine.multiSearch<Candidate>(queries.flat())
    return queries.map((own) => answers.splice(0, own.length).flatMap(({ hits }) => hits))
  }
  const first = await fetch(searches, PASSAGES_PER_DOCUMENT)
  // Where many passages have the bigrams of a term and not the term, all of the document's are looked through.
  const open = searches.filter(({ terms }, index) => {
    const hits = first[index]!
    return hits.length >= PASSAGES_PER_DOCUMENT && !hits.some(matcher(terms))
  })
  const rest = (await fetch(open, ALL)).flatMap((hits, index) => hits.filter(matcher(open[index]!.terms)))
  return [...first.flat(), ...rest]
}

/** One term is asked for in each of its forms, several are asked for together. */
function textQueries({ id, terms }: Search, limit: number): EngineQuery[] {
  const alternatives = terms.length === 1 ? formsOf(terms[0]!).map((form) => [form]) : [terms]
  return alternatives.map((runs) => ({
    indexUid: INDEXES.passages,
    // Many passages may have the ends of a term and not the term: within one document there is time to ask for more.
    q: queryText(runs, Math.max(2, Math.floor(MAX_QUERY_TOKENS / runs.length))),
    filter: [`doc = ${quoted(id)}`, 'kind = text'],
    matchingStrategy: 'last',
    limit,
    attributesToRetrieve: CANDIDATE_ATTRIBUTES,
  }))
}

/** Engine queries for those passages of documents where the weightiest terms stand that each has beyond its title. */
function answerQueries(
  ids: readonly string[],
  candidates: readonly Candidate[],
  { terms, found, form }: Sought,
): EngineQuery[] {
  // One word is said by any sentence that has it; of several, one may have all.
  if (!form.asks && terms.length === 1) return []
  return ids.flatMap((id) => {
    const title = normalize(candidates.find(({ doc }) => doc === id)?.hit.title ?? '')
    const left = leftToTell(terms, title)
    const held = [...left, ...terms.filter((term) => !left.includes(term))].filter(
      (term) => found.get(term)?.hasId(id) ?? false,
    )
    const leaders = held.slice(0, LEADERS).flatMap((term) => formsOf(term).map((leader) => ({ term, leader })))
    return leaders.slice(0, MOST_LEADERS).map(({ term, leader }) => ({
      indexUid: INDEXES.passages,
      q: queryText([leader, ...held.filter((other) => other !== term)]),
      filter: [`doc = ${quoted(id)}`, 'kind = text'],
      matchingStrategy: 'last' as const,
      limit: PASSAGES_OF_LEADING,
      attributesToRetrieve: CANDIDATE_ATTRIBUTES,
    }))
  })
}

function titleQuery(ids: readonly string[]): EngineQuery {
  return {
    indexUid: INDEXES.passages,
    filter: [oneOf('doc', ids), ONE_PER_DOCUMENT],
    limit: ids.length,
    attributesToRetrieve: CANDIDATE_ATTRIBUTES,
  }
}
