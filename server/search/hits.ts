import type { EngineAnswer, EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { oneOf, quoted } from '../../indexer/contract/engine/filter.js'
import { MAX_QUERY_TOKENS } from '../../indexer/contract/grams.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { CANDIDATE_ATTRIBUTES, queryText, type Candidate } from './candidates.js'
import { ONE_PER_DOCUMENT } from './filters.js'
import type { Marker } from './marks.js'
import { snippetsOf } from './snippets.js'
import { formsOf, type Term } from './terms.js'
import type { SearchHit } from './types.js'

/** Passages of one document that its snippets are chosen from. */
const PASSAGES_PER_DOCUMENT = 3
/** More passages than a document has. */
const ALL = 100_000

/** The documents of a page as a reader sees them: metadata, marked title, snippets. Fetches what is not at hand. */
export async function dressHits(
  engine: EngineClient,
  ids: readonly string[],
  candidates: readonly Candidate[],
  terms: readonly Term[],
  marker: Marker,
): Promise<SearchHit[]> {
  // A passage may have been fetched for pieces of what was asked for.
  const has = matcher(terms)
  const wanted = new Set(ids)
  const withText = new Set(
    candidates.filter((one) => one.kind === 'text' && wanted.has(one.doc) && has(one)).map(({ doc }) => doc),
  )
  const known = new Set(candidates.map(({ doc }) => doc))
  const unknown = ids.filter((id) => !known.has(id))
  const withoutText = terms.length === 0 ? [] : ids.filter((id) => !withText.has(id))
  const [titles, texts] = await Promise.all([
    engine.multiSearch<Candidate>(unknown.length > 0 ? [titleQuery(unknown)] : []),
    fetchTexts(engine, withoutText, terms),
  ])
  const fetched = [...titles.flatMap(({ hits }) => hits), ...texts]
  const passages = new Map<string, Candidate[]>(ids.map((id) => [id, []]))
  for (const passage of [...candidates, ...fetched]) passages.get(passage.doc)?.push(passage)
  return ids.flatMap((id) => {
    const own = passages.get(id)!
    const hit = own[0]?.hit
    return hit ? [{ ...hit, titleMarks: marker.marks(hit.title), snippets: snippetsOf(own, terms, marker) }] : []
  })
}

/** Tells passages that have any of the terms. */
function matcher(terms: readonly Term[]): (passage: Candidate) => boolean {
  const forms = terms.flatMap(formsOf)
  return ({ text }) => {
    const normalized = normalize(text)
    return forms.some(({ run }) => normalized.includes(run))
  }
}

async function fetchTexts(engine: EngineClient, ids: readonly string[], terms: readonly Term[]): Promise<Candidate[]> {
  const fetch = (some: readonly string[], limit: number): Promise<EngineAnswer<Candidate>[]> =>
    engine.multiSearch<Candidate>(some.map((id) => textQuery(id, terms, limit)))
  const has = matcher(terms)
  const first = await fetch(ids, PASSAGES_PER_DOCUMENT)
  // Where many passages have the bigrams of a term and not the term, all of the document's are looked through.
  const open = ids.filter((_, index) => {
    const { hits } = first[index]!
    return hits.length === PASSAGES_PER_DOCUMENT && !hits.some(has)
  })
  const rest = (await fetch(open, ALL)).flatMap(({ hits }) => hits.filter(has))
  return [...first.flatMap(({ hits }) => hits), ...rest]
}

function textQuery(id: string, terms: readonly Term[], limit: number): EngineQuery {
  return {
    indexUid: INDEXES.passages,
    // Many passages may have the ends of a term and not the term: within one document there is time to ask for more.
    q: queryText(terms, Math.max(2, Math.floor(MAX_QUERY_TOKENS / terms.length))),
    filter: [`doc = ${quoted(id)}`, 'kind = text'],
    matchingStrategy: 'last',
    limit,
    attributesToRetrieve: CANDIDATE_ATTRIBUTES,
  }
}

function titleQuery(ids: readonly string[]): EngineQuery {
  return {
    indexUid: INDEXES.passages,
    filter: [oneOf('doc', ids), ONE_PER_DOCUMENT],
    limit: ids.length,
    attributesToRetrieve: CANDIDATE_ATTRIBUTES,
  }
}
