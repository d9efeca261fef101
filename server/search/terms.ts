import type { Feature } from './bm25.js'
import { cutUnit, runsOf, type Cut } from './cut.js'
import type { Lookup } from './lookup.js'
import type { ParsedQuery, Unit } from './query.js'

/** A string that the query looks for; its weight is the inverse frequency over passages that BM25 uses, > 0. */
export interface Term extends Feature {
  /** True where the reader or the archive says that it is one word: its matches are confirmed in the text. */
  exact: boolean
}

/** One of the things that the reader typed, and the terms it was understood as: by falling weight, never empty. */
export interface UnderstoodUnit {
  unit: Unit
  terms: Term[]
}

export interface UnderstoodQuery {
  required: UnderstoodUnit[][]
  excluded: Unit[]
  /** Character bigrams of what is required, for ranking. */
  bigrams: Feature[]
}

/** Two words are one where they stand side by side in this share of the passages that have the rarer one. */
const COHESION = 0.35
/** Only the rarest terms of a long question decide; the rest adds time and nothing else. */
const MAX_TERMS = 10

/** In how many passages a string may occur. */
type Frequency = (run: string) => number

/**
 * Finds the terms of each unit. nodejieba cuts; the archive itself then says which neighbours are really one word
 * (营商 + 环境): those that hardly occur apart. `passages`: number of passages in the archive.
 */
export async function understand(
  query: ParsedQuery,
  lookup: Pick<Lookup, 'frequencies'>,
  passages: number,
): Promise<UnderstoodQuery> {
  const cuts = query.required.map((group) => group.map(cutUnit))
  const runs = [...new Set(cuts.flat().flatMap(runsOf))]
  // Most words turn out to be terms: where they occur is asked for in the same breath.
  const words = cuts.flat().flatMap((cut) => (cut.words.length > 0 ? cut.words : [cut.unit.run]))
  const counts = await lookup.frequencies(runs, new Set(words))
  const frequencies = new Map(runs.map((run, index) => [run, counts[index]!]))
  const frequency: Frequency = (run) => frequencies.get(run) ?? 0
  // Robertson–Spärck Jones, in the form that stays positive (Lucene's).
  const weigh = (run: string): Feature => ({
    run,
    weight: Math.log(1 + (passages - frequency(run) + 0.5) / (frequency(run) + 0.5)),
  })
  return {
    required: cuts.map((group) => group.map((cut) => ({ unit: cut.unit, terms: termsOf(cut, frequency, weigh) }))),
    excluded: query.excluded,
    bigrams: [...new Set(cuts.flat().flatMap(({ bigrams }) => bigrams))].map(weigh),
  }
}

function termsOf(cut: Cut, frequency: Frequency, weigh: (run: string) => Feature): Term[] {
  const { unit, words, whole } = cut
  if (words.length === 0) return [{ ...weigh(unit.run), exact: true }]
  if (words.length === 1) return [{ ...weigh(words[0]!), exact: true }]
  if (whole !== null && coheres(whole, words, frequency)) return [{ ...weigh(whole), exact: true }]
  const runs = [...new Set([...merge(cut, frequency), ...cut.bridges])]
  // What the archive does not have at all decides nothing, as long as there is anything that it has.
  const held = runs.filter((run) => frequency(run) > 0)
  return (held.length > 0 ? held : runs)
    .map((run) => ({ ...weigh(run), exact: false }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_TERMS)
}

function coheres(run: string, parts: readonly string[], frequency: Frequency): boolean {
  return frequency(run) > 0 && frequency(run) >= COHESION * Math.min(...parts.map(frequency))
}

/** The words, with neighbours that cohere made one. */
function merge({ words, pairs }: Cut, frequency: Frequency): string[] {
  const merged: string[] = []
  for (let index = 0; index < words.length; index++) {
    const pair = pairs[index] ?? null
    if (pair !== null && coheres(pair, [words[index]!, words[index + 1]!], frequency)) {
      merged.push(pair)
      index++
    } else {
      merged.push(words[index]!)
    }
  }
  return merged
}
