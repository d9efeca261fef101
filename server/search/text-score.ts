import { bigramsOf, inverseFrequency, occurrences, saturation, type Bm25Parameters } from './bm25.js'
import type { Other, Term, UnderstoodQuery } from './terms.js'
import { countTorn } from './torn.js'

/** Chosen with `npm run evaluate`; DECISIONS.md has the figures. */
const PARAMETERS: Bm25Parameters = { k1: 1.2, b: 0.9 }
/** What bigrams of question words and across their borders count for, beside 1 for those of the content. */
const BORDER = 0.5
/** What single characters and whole words count for: the one finds 养犬 for 养狗, the other knows 大学 from 广大学生. */
const CHARACTER = 0.8
const WORD = 0.15
/** What a synonym counts for where the reader's own word does not stand, in shares of that word's bigrams. */
const SYNONYM = 0.7

/** How often a text has each of a query's features, and its length in UTF-16 code units. */
export interface Counts {
  bigrams: Float64Array
  characters: Float64Array
  words: Float64Array
  /** Of the words, what is only their synonyms. */
  synonyms: Float64Array
  length: number
}

/**
 * Scores normalised texts for a query by BM25 over character bigrams, single characters and words at once. Frequencies
 * of bigrams and words are the archive's; those of single characters are taken from the texts that are scored, which
 * costs nothing and asks for the same thing: which of them tells these texts apart.
 */
export class TextScorer {
  readonly #bigrams: { weight: number }[]
  readonly #terms: readonly Term[]
  readonly #forms: readonly Other[][]
  /** What a term's bigrams weigh together, for terms that have synonyms; 0 for others. */
  readonly #replaceable: readonly number[]
  /** Both code units of a bigram as one number → its place; the same for characters of one code unit. */
  readonly #bigramPlaces: ReadonlyMap<number, number>
  /** Places of each term's bigrams. */
  readonly #pairs: readonly number[][]
  readonly #characterPlaces: ReadonlyMap<number, number>
  /** By code unit, 1 where it is one of those characters or the first of a bigram: most of a text is neither. */
  readonly #isOfQuery = new Uint8Array(65_536)

  constructor(query: UnderstoodQuery, terms: readonly Term[]) {
    this.#terms = terms
    this.#forms = terms.map(({ run, variants }) => [run, ...variants].map((form) => ({ run: form, share: 1 })))
    this.#bigrams = query.bigrams.map(({ weight, isContent }) => ({ weight: isContent ? weight : BORDER * weight }))
    this.#replaceable = terms.map(({ run, synonyms }) =>
      synonyms.length === 0
        ? 0
        : query.bigrams.reduce((sum, bigram) => (run.includes(bigram.run) ? sum + bigram.weight : sum), 0),
    )
    this.#bigramPlaces = new Map(query.bigrams.map(({ run }, place) => [pairKey(run, 0), place]))
    this.#pairs = terms.map(({ run }) =>
      bigramsOf(run).flatMap((bigram) => this.#bigramPlaces.get(pairKey(bigram, 0)) ?? []),
    )
    const single = query.characters.filter((character) => character.length === 1)
    this.#characterPlaces = new Map(single.map((character, place) => [character.charCodeAt(0), place]))
    for (const { run } of query.bigrams) this.#isOfQuery[run.charCodeAt(0)] = 1
    for (const unit of this.#characterPlaces.keys()) this.#isOfQuery[unit] = 1
  }

  count(text: string): Counts {
    const counts = this.empty()
    counts.length = text.length
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      if (this.#isOfQuery[unit] === 0) continue
      const place = this.#characterPlaces.get(unit)
      if (place !== undefined) counts.characters[place]!++
      if (index + 1 === text.length) break
      const pair = this.#bigramPlaces.get(pairKey(text, index))
      if (pair !== undefined) counts.bigrams[pair]!++
    }
    const count = (forms: readonly Other[]): number =>
      forms.reduce((sum, { run, share }) => sum + share * occurrences(text, run), 0)
    this.#terms.forEach((term, place) => {
      counts.synonyms[place] = count(term.synonyms)
      counts.words[place] = counts.synonyms[place] + count(this.#forms[place]!)
      // What only looks like a word of two characters is neither the word nor its bigram.
      const torn = counts.words[place] === 0 ? 0 : countTorn(text, term.run)
      if (torn === 0) return
      counts.words[place]! -= torn
      for (const pair of this.#pairs[place]!) counts.bigrams[pair]! -= torn
    })
    return counts
  }

  empty(): Counts {
    return {
      bigrams: new Float64Array(this.#bigrams.length),
      characters: new Float64Array(this.#characterPlaces.size),
      words: new Float64Array(this.#terms.length),
      synonyms: new Float64Array(this.#terms.length),
      length: 0,
    }
  }

  /** Scores of texts, given by their counts, that are to be compared with each other. */
  scores(texts: readonly Counts[]): number[] {
    const average = texts.reduce((sum, { length }) => sum + length, 0) / texts.length
    const characters = Array.from({ length: this.#characterPlaces.size }, (_, place) =>
      inverseFrequency(texts.filter((counts) => counts.characters[place]! > 0).length, texts.length),
    )
    return texts.map((counts) => {
      const relative = counts.length / average
      const sum = (all: Float64Array, weightOf: (place: number) => number): number => {
        let total = 0
        all.forEach((count, place) => {
          if (count > 0) total += weightOf(place) * saturation(count, relative, PARAMETERS)
        })
        return total
      }
      return (
        sum(counts.bigrams, (place) => this.#bigrams[place]!.weight) +
        CHARACTER * sum(counts.characters, (place) => characters[place]!) +
        WORD * sum(counts.words, (place) => this.#terms[place]!.weight) +
        SYNONYM * sum(counts.synonyms, (place) => (isOnly(counts, place) ? this.#replaceable[place]! : 0))
      )
    })
  }

  /** How much of the term at `place` a text has, from 0 to 1: its pairs of characters where it has not the term itself. */
  share(place: number, { words, bigrams }: Counts): number {
    if (words[place]! > 0) return 1
    const pairs = this.#pairs[place]!
    return pairs.length === 0 ? 0 : pairs.filter((pair) => bigrams[pair]! > 0).length / pairs.length
  }

  /** The score of a text that has everything once: a scale for what else speaks for a document. */
  get full(): number {
    return (
      this.#bigrams.reduce((sum, { weight }) => sum + weight, 0) +
      WORD * this.#terms.reduce((sum, { weight }) => sum + weight, 0)
    )
  }
}

/** Whether a text has synonyms of a word and not the word itself. */
function isOnly({ words, synonyms }: Counts, place: number): boolean {
  return synonyms[place]! > 0 && words[place] === synonyms[place]
}

/** Adds the counts of one passage to those of its document. */
export function addCounts(to: Counts, from: Counts): void {
  from.bigrams.forEach((count, place) => (to.bigrams[place]! += count))
  from.characters.forEach((count, place) => (to.characters[place]! += count))
  from.words.forEach((count, place) => (to.words[place]! += count))
  from.synonyms.forEach((count, place) => (to.synonyms[place]! += count))
  to.length += from.length
}

function pairKey(text: string, index: number): number {
  return text.charCodeAt(index) * 65_536 + text.charCodeAt(index + 1)
}
