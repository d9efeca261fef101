/** Quality of one ranking, each from 0 to 1. */
export interface Quality {
  p1: number
  mrr10: number
  ndcg10: number
  recall10: number
  recall100: number
}

/** Judged documents of one query: id → gain, > 0. */
export type Judgements = ReadonlyMap<string, number>

/** Discounted cumulative gain (Järvelin & Kekäläinen, 2002), with the logarithmic discount of trec_eval. */
function dcg(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0)
}

/** Scores a ranking (best first) against the judgements; the latter must not be empty. */
export function qualityOf(ranking: readonly string[], judgements: Judgements): Quality {
  const first = ranking.slice(0, 10).findIndex((id) => judgements.has(id))
  const ideal = [...judgements.values()].sort((a, b) => b - a).slice(0, 10)
  const recall = (depth: number): number =>
    ranking.slice(0, depth).filter((id) => judgements.has(id)).length / judgements.size
  return {
    p1: first === 0 ? 1 : 0,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    ndcg10: dcg(ranking.slice(0, 10).map((id) => judgements.get(id) ?? 0)) / dcg(ideal),
    recall10: recall(10),
    recall100: recall(100),
  }
}

export function meanQuality(all: readonly Quality[]): Quality {
  const mean = (name: keyof Quality): number => all.reduce((sum, one) => sum + one[name], 0) / all.length
  return {
    p1: mean('p1'),
    mrr10: mean('mrr10'),
    ndcg10: mean('ndcg10'),
    recall10: mean('recall10'),
    recall100: mean('recall100'),
  }
}
