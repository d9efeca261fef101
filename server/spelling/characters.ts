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
const ASKED = 30
/** How much more probable, as a logarithm, what is meant must be than what stands there. */
const CONFIDENCE = 0.5
/** The same where the archive does not have at all what stands there: nothing is lost by asking. */
const CONFIDENCE_UNSEEN = -3
/** A word that dictionaries know was hardly written by mistake: where the archive has it, and where it has not. */
const KNOWN_WORD = 5
const KNOWN_WORD_UNSEEN = 3
/** What the archive says of a word's frequency, beside what the dictionaries say: together 1. */
const ARCHIVE_SHARE = 0.4
/** By how much less probable as Chinese, as a logarithm, what is meant may be where the archive has nothing of what was typed. */
const UNSEEN_LOSS = -4
/** Stands for what was never met, in passages. */
const UNSEEN = 0.1

/**
 * The word that is meant in a run of Chinese characters where one was written with a wrong character; null where all is
 * as it should be. A noisy channel (Kernighan, Church and Gale, A Spelling Correction Program Based on a Noisy Channel
 * Model, 1990): the probability of the word, as the archive has it, times that of writing it so, against the
 * probability of what stands there. The dictionary proposes, the archive decides.
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
  const runs = [...new Set([run, ...plausible.flatMap(({ candidate }) => [candidate.typed, candidate.word])])]
  const counts = await archived.frequencies(runs)
  const frequencies = new Map(runs.map((one, index) => [one, counts[index]!]))
  const isUnseen = frequencies.get(run) === 0 && !dictionary.has(run)
  const scored = plausible
    .filter(({ candidate, gain }) => frequencies.get(candidate.word)! > 0 && (isUnseen || gain > 0))
    .map(({ candidate }) => ({ candidate, archive: Math.log(frequencies.get(candidate.word)!) }))
  // What readers write is neither the archive's own language nor Chinese at large: a geometric mean of both.
  const rank = ({ candidate, archive }: (typeof scored)[number]): number =>
    candidate.channel + ARCHIVE_SHARE * archive + (1 - ARCHIVE_SHARE) * dictionary.logProbability(candidate.word)
  scored.sort((a, b) => rank(b) - rank(a))
  for (const { candidate, archive } of scored) {
    const { typed } = candidate
    const isWord = dictionary.has(typed)
    let standing = frequencies.get(typed)!
    // What the dictionary does not know may be there by chance, across the borders of other words.
    if (standing > 0 && !isWord) standing *= shareAsWord(typed, await archived.samples(typed))
    const required =
      standing > 0 ? CONFIDENCE + (isWord ? KNOWN_WORD : 0) : CONFIDENCE_UNSEEN + (isWord ? KNOWN_WORD_UNSEEN : 0)
    if (archive + candidate.channel - Math.log(standing + UNSEEN) >= required) return candidate
  }
  return null
}

/** The candidates that make the run more probable as Chinese, or not much less, the best first. */
function mostPlausible(
  run: string,
  dictionary: Dictionary,
  confusion: Confusion,
): { candidate: Candidate; gain: number }[] {
  const asTyped = dictionary.logProbabilityOf(run)
  return candidatesIn(run, dictionary, confusion)
    .map((candidate) => ({
      candidate,
      gain: dictionary.logProbabilityOf(replaced(run, candidate)) + candidate.channel - asTyped,
    }))
    .filter(({ gain }) => gain > UNSEEN_LOSS)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, ASKED)
}

/** The run with the candidate's word where something else was typed. */
export function replaced(run: string, { start, typed, word }: Candidate): string {
  return run.slice(0, start) + word + run.slice(start + typed.length)
}
