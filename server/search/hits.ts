import type { EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { oneOf, quoted } from '../../indexer/contract/engine/filter.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { CANDIDATE_ATTRIBUTES, tokensOf, type Candidate } from './candidates.js'
import { ONE_PER_DOCUMENT } from './filters.js'
import type { Marker } from './marks.js'
import { snippetsOf } from './snippets.js'
import type { Term } from './terms.js'
import type { SearchHit } from './types.js'

/** Passages of one document that its snippets are chosen from. */
const PASSAGES_PER_DOCUMENT = 3

/** The documents of a page as a reader sees them: metadata, marked title, snippets. Fetches what is not at hand. */
export async function dressHits(
  engine: EngineClient,
  ids: readonly string[],
  candidates: readonly Candidate[],
  terms: readonly Term[],
  marker: Marker,
): Promise<SearchHit[]> {
  const withText = new Set(candidates.filter(({ kind }) => kind === 'text').map(({ doc }) => doc))
  const known = new Set(candidates.map(({ doc }) => doc))
  const unknown = ids.filter((id) => !known.has(id))
  const queries = terms.length === 0 ? [] : ids.filter((id) => !withText.has(id)).map((id) => textQuery(id, terms))
  if (unknown.length > 0) queries.push(titleQuery(unknown))
  const fetched = (await engine.multiSearch<Candidate>(queries)).flatMap(({ hits }) => hits)
  const passages = new Map<string, Candidate[]>(ids.map((id) => [id, []]))
  for (const passage of [...candidates, ...fetched]) passages.get(passage.doc)?.push(passage)
  return ids.flatMap((id) => {
    const own = passages.get(id)!
    const hit = own[0]?.hit
    return hit ? [{ ...hit, titleMarks: marker.marks(hit.title), snippets: snippetsOf(own, terms, marker) }] : []
  })
}

function textQuery(id: string, terms: readonly Term[]): EngineQuery {
  const isPrefix = terms.length === 1 && [...terms[0]!.run].length === 1
  return {
    indexUid: INDEXES.passages,
    q: tokensOf(terms).join(' ') + (isPrefix ? '' : ' '),
    filter: [`doc = ${quoted(id)}`, 'kind = text'],
    matchingStrategy: 'last',
    limit: PASSAGES_PER_DOCUMENT,
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
