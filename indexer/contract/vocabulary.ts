import { createHash } from 'node:crypto'
import { gramsOf } from './grams.js'
import { normalize } from './normalize.js'
import { nearSyllable, syllablesOf } from './pinyin.js'

/** What an entry of the vocabulary is: a word that documents are about, a title, an issuing body, a document number. */
export const ENTRY_KINDS = ['term', 'title', 'issuer', 'number'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What a reader may want completed, before it is made ready for the engine. */
export interface Entry {
  kind: EntryKind
  /** As it is shown. */
  text: string
  /** How many documents have it. */
  documents: number
  /** Order within its kind, the greatest first. */
  weight: number
}

/** An entry in the `words` index. */
export interface EntryRecord extends Entry {
  id: string
  /** See `comparedText`. */
  run: string
  /** Tokens of grams.ts over the normalised text with START before it. */
  grams: string
  /** The joined syllables from each word of the text on (of a term: from each syllable on); all of them come first. */
  pinyin: string
  /** The initials, in the same way. */
  initials: string
  /** Of a term, what it is looked up by exactly: see `wordKey`, `soundKey`, `nearSoundKey`. */
  keys: string[]
}

/** What is compared of a text: normalised, of a document number without the brackets, which hardly anybody types. */
export const comparedText = (kind: EntryKind, text: string): string =>
  kind === 'number' ? normalize(text).replace(/[[\]()]/g, '') : normalize(text)

/** Stands before the first character, so that what begins with a string can be told from what contains it. */
export const START = '^'
/** Pinyin is matched by its beginning: what is longer says nothing more. */
export const LONGEST_PINYIN = 30
/** A long title can be found from each of its first words on. */
const MOST_BEGINNINGS = 12

export const wordKey = (run: string): string => `w:${run}`
const soundKey = (syllables: readonly string[]): string => `p:${syllables.join('')}`
/** Equal for texts that sound nearly the same. */
const nearSoundKey = (syllables: readonly string[]): string => `n:${syllables.map(nearSyllable).join(' ')}`

/** Stable: the same entry has the same id in every state of the archive. */
function entryId(kind: EntryKind, run: string): string {
  return createHash('sha1').update(`${kind}:${run}`).digest('hex')
}

export function entryRecord(entry: Entry): EntryRecord {
  const run = comparedText(entry.kind, entry.text)
  const words = entry.kind === 'number' ? [] : syllablesOf(run)
  const isTerm = entry.kind === 'term'
  const syllables = words.flat()
  return {
    ...entry,
    id: entryId(entry.kind, normalize(entry.text)),
    run,
    grams: gramsOf([START + run]),
    ...beginnings(isTerm ? syllables.map((one) => [one]) : words),
    keys: isTerm ? [wordKey(run), soundKey(syllables), nearSoundKey(syllables)] : [],
  }
}

/** The texts that the parts make from each part on, as pinyin and as initials. */
function beginnings(parts: readonly string[][]): Pick<EntryRecord, 'pinyin' | 'initials'> {
  const pinyin: string[] = []
  const initials: string[] = []
  for (let from = 0; from < Math.min(parts.length, MOST_BEGINNINGS); from++) {
    const rest = parts.slice(from, from + LONGEST_PINYIN).flat()
    if (rest.length === 0) continue
    pinyin.push(rest.join('').slice(0, LONGEST_PINYIN))
    initials.push(
      rest
        .map((one) => one[0]!)
        .join('')
        .slice(0, LONGEST_PINYIN),
    )
  }
  return { pinyin: pinyin.join(' '), initials: initials.join(' ') }
}
