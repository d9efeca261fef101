import type { Candidate } from './candidates.js'
import { candidatesIn } from './candidates.js'
import type { Confusion } from './confusion.js'
import type { Dictionary } from './dictionary.js'
import { shareAsWord } from './evidence.js'
import { mayBeName } from './names.js'

/** What must be known of the archive, for normalised runs. */
export interface Archived {
  /** In how many passages each may occur: never too few. */
  frequencies(runs: readonly string[]): Promise<number[]>
  /** Texts of some passages that may have it. */
  samples(run: string): Promise<string[]>
}

/** Longer runs are questions and sentences; each of their words is looked at all the same, but not more of them. */
const LONGEST_RUN = 24
/** So many candidates are asked about. */
const ASKED = 40
/** What the archive says of how frequent something is, beside what the dictionaries say: together 1. */
const ARCHIVE_SHARE = 0.2
/**
 * How much more probable, as a logarithm, what is meant must be than what stands there: where that is a word for all we
 * know, and in the middle of a longer run, in which there are many places to go wrong for us rather than the reader …
 */
const CONFIDENCE = 2.6
/** … where the archive has it only across the borders of other words … */
const CONFIDENCE_ACROSS = 0
/** … where it is a word of the dictionary that the archive does not have … */
const CONFIDENCE_ABSENT_WORD = 0
/** … and where it is nothing at all: nothing is lost by asking. */
const CONFIDENCE_ABSENT = -4
/**
 * What stands as a word in so many passages of the archive is one, though no dictionary has it (助餐, 助浴), unless what may
 * be meant is so many times as frequent.
 */
const [ESTABLISHED, OUTNUMBERED] = [5, 20]
/** Candidates that make the run less probable as Chinese by more than this, as a logarithm, are not asked about. */
const LEAST_GAIN = -6
/** Stands for what was never met, in passages. */
const UNSEEN = 0.1

interface Plausible {
  candidate: Candidate
  /** The run with the candidate's word, and the logarithm of how probable that is as Chinese. */
  text: string
  probability: number
}

/**
 * The word that is meant in a run of Chinese characters where one was written with a wrong character; null where all is
 * as it should be. A noisy channel (Kernighan, Church and Gale, A Spelling Correction Program Based on a Noisy Channel
 * Model, 1990): the probability of the whole run with the word in it, times that of writing the word so, against the
 * probability of what stands there. The dictionary proposes, the archive decides; nothing is proposed that it has less
 * often.
 */
export async function correctCharacters(
  run: string,
  archived: Archived,
  dictionary: Dictionary,
  confusion: Confusion,
): Promise<Candidate | null> {
  if (run.length < 2 || run.length > LONGEST_RUN) return null
  if (!dictionary.has(run) && mayBeName(run)) return null
  const plausible = mostPlausible(run, dictionary, confusion)
  if (plausible.length === 0) return null
  const frequency = await frequenciesOf(run, plausible, archived)
  const isMore = ({ candidate: { typed, word }, text }: Plausible): boolean =>
    frequency(word) > 0 && (frequency(word) > frequency(typed) || frequency(text) > frequency(run))
  const worthOf = ({ candidate, text, probability }: Plausible): number =>
    candidate.channel + worth(frequency(text), probability)
  // The same text may come of changing a piece and of changing the whole, which is the more certain.
  const [best] = plausible
    .filter(isMore)
    .sort((a, b) => worthOf(b) - worthOf(a) || b.candidate.typed.length - a.candidate.typed.length)
  if (best === undefined) return null
  const { typed } = best.candidate
  const isWord = dictionary.has(typed)
  // What the dictionary does not know may be there by chance, across the borders of other words.
  const share = frequency(typed) === 0 || isWord ? 1 : shareAsWord(typed, await archived.samples(typed))
  const asWord = frequency(run) * share
  const standing = worth(asWord, dictionary.logProbabilityOf(run))
  const isPiece = typed.length < run.length
  if (!isPiece && !isWord && asWord >= ESTABLISHED && frequency(best.text) < OUTNUMBERED * asWord) return null
  const required = isPiece ? CONFIDENCE : confidenceFor(frequency(run), share, isWord)
  return worthOf(best) - standing >= required ? best.candidate : null
}

/** What must be had to say that a run is a mistake. */
function confidenceFor(frequency: number, shareAsWord: number, isWord: boolean): number {
  if (frequency === 0) return isWord ? CONFIDENCE_ABSENT_WORD : CONFIDENCE_ABSENT
  return shareAsWord === 0 ? CONFIDENCE_ACROSS : CONFIDENCE
}

/** What readers write is neither the archive's own language nor Chinese at large: a geometric mean of both. */
function worth(frequency: number, logProbability: number): number {
  return ARCHIVE_SHARE * Math.log(frequency + UNSEEN) + (1 - ARCHIVE_SHARE) * logProbability
}

/** How often the archive has the run, what is typed for each candidate, its word, and the run with it. */
async function frequenciesOf(
  run: string,
  plausible: readonly Plausible[],
  archived: Archived,
): Promise<(one: string) => number> {
  const asked = plausible.flatMap(({ candidate, text }) => [candidate.typed, candidate.word, text])
  const runs = [...new Set([run, ...asked])]
  const counts = await archived.frequencies(runs)
  const frequencies = new Map(runs.map((one, index) => [one, counts[index]!]))
  return (one) => frequencies.get(one)!
}

/** The candidates that make the run more probable as Chinese, or not much less, the best first. */
function mostPlausible(run: string, dictionary: Dictionary, confusion: Confusion): Plausible[] {
  const asTyped = dictionary.logProbabilityOf(run)
  const gain = ({ candidate, probability }: Plausible): number => probability + candidate.channel - asTyped
  return candidatesIn(run, dictionary, confusion)
    .map((candidate) => {
      const text = replaced(run, candidate)
      return { candidate, text, probability: dictionary.logProbabilityOf(text) }
    })
    .filter((one) => gain(one) > LEAST_GAIN)
    .sort((a, b) => gain(b) - gain(a))
    .slice(0, ASKED)
}

/** The run with the candidate's word where something else was typed. */
export function replaced(run: string, { start, typed, word }: Candidate): string {
  return run.slice(0, start) + word + run.slice(start + typed.length)
}
