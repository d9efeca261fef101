import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { oneOf } from '../../indexer/contract/engine/filter.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { LONGEST_IN_PASSAGE } from '../../indexer/contract/overlap.js'
import { titleLines, TITLE_FIELDS, type DocumentRecord } from '../../indexer/contract/records.js'
import { batches } from './batches.js'
import { occurrences } from './bm25.js'
import { filterOf } from './filters.js'
import { candidates, type Lookup } from './lookup.js'
import { countIn, type CountedPassage } from './occurrences.js'
import { isExact, type ParsedQuery } from './query.js'
import type { Occurrences, SearchRequest } from './types.js'

/** Passages that may have a run are read to count it; where there are more than this, only who asks for it waits. */
const MOST_PASSAGES = 6000
/** Documents whose passages are read at a time where all are counted. */
const BATCH = 100
const ALL = 10_000_000
/** Runs that may lie in no passage whole are counted in whole documents: of so many, unless all are to be counted. */
const MOST_DOCUMENTS = 200

/**
 * How often the phrases of an exact query stand in the documents that it finds: the sum over its different phrases, in
 * the lines of the request's scope (`countIn`). Null for a query that is not exact; 'many' where counting would take
 * longer than a reader waits, unless it is to be `thorough`.
 */
export async function countOccurrences(
  engine: EngineClient,
  lookup: Lookup,
  request: SearchRequest,
  query: ParsedQuery,
  thorough: boolean,
): Promise<Occurrences> {
  if (!isExact(query)) return null
  const runs = [...new Set(query.required.flat().map(({ run }) => run))]
  const matching = await matchingDocuments(lookup, request, query)
  let sum = 0
  for (const run of runs) {
    const isLong = [...run].length > LONGEST_IN_PASSAGE
    const having = async (): Promise<string[]> =>
      (await lookup.exact(run, request.scope)).ids().filter((id) => matching?.has(id) ?? true)
    const count = isLong
      ? await countInDocuments(engine, request, run, await having(), thorough)
      : await countInPassages(engine, request, run, having, thorough)
    if (count === 'many') return 'many'
    sum += count
  }
  return sum
}

/** Ids of the documents that match before filters; null where those are simply all that have the one run. */
async function matchingDocuments(
  lookup: Lookup,
  { scope }: SearchRequest,
  { required, excluded }: ParsedQuery,
): Promise<ReadonlySet<string> | null> {
  if (required.length === 1 && required[0]!.length === 1 && excluded.length === 0) return null
  const groups = await Promise.all(
    required.map(async (group) => {
      const found = await Promise.all(group.map(({ run }) => lookup.exact(run, scope)))
      return new Set(found.flatMap((matches) => matches.ids()))
    }),
  )
  const left = await Promise.all(excluded.map(({ run }) => lookup.exact(run, '')))
  const [first, ...others] = groups
  return new Set(
    [...first!].filter((id) => others.every((group) => group.has(id)) && !left.some((matches) => matches.hasId(id))),
  )
}

async function countInPassages(
  engine: EngineClient,
  request: SearchRequest,
  run: string,
  having: () => Promise<string[]>,
  thorough: boolean,
): Promise<number | 'many'> {
  const all = candidates(run, request.scope)
  const filter = [...(all.filter ?? []), ...filterOf(request)]
  const { estimatedTotalHits = 0 } = await engine.search({ ...all, filter, limit: 0 })
  if (estimatedTotalHits > MOST_PASSAGES && !thorough) return 'many'
  let count = 0
  for (const ids of batches(await having(), BATCH)) {
    const { hits } = await engine.search<CountedPassage>({
      ...all,
      filter: [...filter, oneOf('doc', ids)],
      attributesToRetrieve: ['doc', 'kind', 'paragraph', 'offset', 'text'],
      limit: ALL,
    })
    count += countIn(hits, run)
  }
  return count
}

async function countInDocuments(
  engine: EngineClient,
  request: SearchRequest,
  run: string,
  having: readonly string[],
  thorough: boolean,
): Promise<number | 'many'> {
  if (having.length > MOST_DOCUMENTS && !thorough) return 'many'
  let count = 0
  for (const ids of batches(having, BATCH)) {
    const { hits } = await engine.search<DocumentRecord>({
      indexUid: INDEXES.documents,
      filter: [oneOf('id', ids), ...filterOf(request)],
      limit: BATCH,
      attributesToRetrieve: [...TITLE_FIELDS, 'paragraphs'],
    })
    const lines = hits.flatMap((document) => [
      ...(request.scope === 'text' ? [] : titleLines(document)),
      ...(request.scope === 'title' ? [] : document.paragraphs),
    ])
    for (const line of lines) count += occurrences(normalize(line), run)
  }
  return count
}
