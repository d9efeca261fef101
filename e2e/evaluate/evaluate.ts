import type { DocumentContent } from '../../indexer/contract/document.js'
import { newSearch } from '../../server/params.js'
import { MeasureError } from '../measure-error.js'
import { text } from '../text.zh.js'
import { BigramBm25 } from './bigram-bm25.js'
import { readCorpus, readJudgements, readQueries, type Query } from './files.js'
import { meanQuality, qualityOf, type Judgements, type Quality } from './metrics.js'
import { bareDocument, withArchiveOf } from './throw-away-archive.js'

/** How deep rankings are looked at. */
const DEPTH = 100

export interface Scores extends Quality {
  ms_per_query: number
}

export interface Evaluation {
  documents: number
  queries: number
  system: Scores
  bm25: Scores
  /** Queries that the yardstick answers better, worst first. */
  misses: { query: string; system: number; bm25: number; wanted: string[] }[]
}

/**
 * Indexes the corpus into a throw-away archive with the production settings, and runs each judged query through the
 * production search and through BM25 over bigrams. Throws on files that are not of the stated form.
 */
export async function evaluate(
  files: { corpus: string; queries: string; qrels: string },
  say: (line: string) => void,
): Promise<Evaluation> {
  const judgements = await readJudgements(files.qrels)
  const queries = (await readQueries(files.queries)).filter(({ id }) => judgements.has(id))
  if (queries.length === 0) throw new MeasureError(text.notJudged(files.queries, files.qrels))
  const yardstick = new BigramBm25()
  // Ids of the corpus may be anything; those of the archive may not.
  const originals = new Map<string, string>()
  async function* documents(): AsyncGenerator<DocumentContent> {
    for await (const { id, title, text } of readCorpus(files.corpus)) {
      yardstick.add(id, title === undefined ? text : `${title}\n${text}`)
      const own = `e${originals.size}`
      originals.set(own, id)
      const document = bareDocument(own, title ?? '', text)
      // What has neither text nor title cannot be found, by neither system.
      if (document.paragraphs.length > 0 || title) yield document
    }
  }
  const started = performance.now()
  return withArchiveOf(documents(), async (archive) => {
    say(`${originals.size} documents indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`)
    const search = async (query: Query): Promise<string[]> =>
      (await archive.search(newSearch({ q: query.text, perPage: DEPTH }))).hits.map(({ id }) => originals.get(id)!)
    await search(queries[0]!)
    const system = await run(queries, judgements, search)
    const bm25 = await run(queries, judgements, (query) => Promise.resolve(yardstick.rank(query.text, DEPTH)))
    return {
      documents: originals.size,
      queries: queries.length,
      system: system.scores,
      bm25: bm25.scores,
      misses: queries
        .map((query, index) => ({
          query: query.text,
          system: system.qualities[index]!.ndcg10,
          bm25: bm25.qualities[index]!.ndcg10,
          wanted: [...judgements.get(query.id)!.keys()],
        }))
        .filter((one) => one.system < one.bm25)
        .sort((a, b) => a.system - a.bm25 - (b.system - b.bm25)),
    }
  })
}

async function run(
  queries: readonly Query[],
  judgements: ReadonlyMap<string, Judgements>,
  search: (query: Query) => Promise<string[]>,
): Promise<{ scores: Scores; qualities: Quality[] }> {
  const qualities: Quality[] = []
  const started = performance.now()
  for (const query of queries) qualities.push(qualityOf(await search(query), judgements.get(query.id)!))
  const ms = (performance.now() - started) / queries.length
  return { scores: { ...meanQuality(qualities), ms_per_query: Math.round(ms * 100) / 100 }, qualities }
}
