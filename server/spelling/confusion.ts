import { nearSyllable, readingsOf, tonedReadingsOf } from '../../indexer/contract/pinyin.js'
import { readWordList } from '../../indexer/contract/words/word-file.js'

/**
 * Natural logarithms of how probable one wrong character is, by what it has in common with the right one: the share of
 * such slips among all divided by how many characters would be such a slip, all raised by the same amount. That wrong
 * characters mostly sound like the right one, often look like it, and how often each, is known from collections of
 * slips (Liu et al., Visually and Phonologically Similar Characters in Incorrect Chinese Words, 2011); these values
 * are those by which the right word most often outdoes the others (a conditional logit), found on half of the words of
 * the SIGHAN bake-offs of 2013 to 2015. Of the last three, and of sounds that are near and have other tones, those words
 * have too few: they are set beside them by hand.
 */
export const CHANNEL = {
  sameSoundAndTone: -2,
  sameSound: -3.2,
  /** zh and z, ing and in, n and l. */
  nearSoundAndTone: -3.4,
  nearSound: -5.5,
  /** Syllables that differ by one letter: bao and ba, dou and duo. */
  similarSound: -7.6,
  /** Any other character in its place. */
  other: -8.8,
  transposed: -7,
  /** One character too many, or one missing. */
  superfluous: -11,
  missing: -8,
} as const

/** A character that has several readings is seldom written for one that sounds like the less usual of them. */
const UNUSUAL_READING = -1.2
/**
 * What a likeness to the eye adds: of characters that look alike, and of those with the same phonetic part, which do so a
 * little, as 悔 and 诲. Both together count both.
 */
const LOOKS_ALIKE = 4.5
const SAME_PART = 2.4
/** Either, where they sound alike too. */
const BESIDE_SOUND = 1.4

/** Which characters are easily written for which. */
export class Confusion {
  readonly #byNearSound = new Map<string, string[]>()
  /** Without tones. */
  readonly #sounds = new Map<string, readonly string[]>()
  readonly #shapes = new Map<string, Set<string>>()
  /** Characters with the same phonetic part. */
  readonly #kin = new Map<string, Set<string>>()
  readonly #known = new Map<string, ReadonlySet<string>>()
  readonly #toned = new Map<string, readonly string[]>()

  /** `characters`: all that may be meant. */
  constructor(characters: Iterable<string>) {
    const add = (map: Map<string, string[]>, key: string, character: string): void => {
      const list = map.get(key)
      if (list) list.push(character)
      else map.set(key, [character])
    }
    for (const character of characters) {
      const readings = this.#soundsOf(character)
      for (const near of new Set(readings.map(nearSyllable))) add(this.#byNearSound, near, character)
    }
    addGroups(this.#shapes, readWordList('shapes'))
    addGroups(this.#kin, readWordList('phonetics'))
  }

  /** Whether two characters sound a little like one another: their syllables differ by one letter. */
  soundSimilar(one: string, other: string): boolean {
    const readings = this.#soundsOf(other)
    return this.#soundsOf(one).some((a) => readings.some((b) => a !== b && isOneEditAway(a, b)))
  }

  #soundsOf(character: string): readonly string[] {
    let sounds = this.#sounds.get(character)
    if (sounds === undefined) this.#sounds.set(character, (sounds = readingsOf(character)))
    return sounds
  }

  /** The characters that may be meant where this one stands: what sounds the same or nearly so, and what looks alike. */
  of(character: string): ReadonlySet<string> {
    let meant = this.#known.get(character)
    if (meant === undefined) {
      const readings = this.#soundsOf(character)
      const alike = readings.map(nearSyllable).flatMap((near) => this.#byNearSound.get(near) ?? [])
      meant = new Set(
        [...alike, ...(this.#shapes.get(character) ?? []), ...(this.#kin.get(character) ?? [])].filter(
          (other) => other !== character,
        ),
      )
      this.#known.set(character, meant)
    }
    return meant
  }

  /**
   * Logarithm of the probability that `written` was written for `meant`, which is read `syllable` (with its tone) in the
   * word where it belongs.
   */
  channel(written: string, meant: string, syllable: string): number {
    const bySound = this.#readings(written).map((reading, index) =>
      index === 0 ? soundChannel(reading, syllable) : soundChannel(reading, syllable) + UNUSUAL_READING,
    )
    const sound = Math.max(CHANNEL.other, ...bySound)
    const looksAlike = this.#shapes.get(written)?.has(meant) ?? false
    const isKin = this.#kin.get(written)?.has(meant) ?? false
    if (sound >= CHANNEL.nearSound + UNUSUAL_READING) return sound + (looksAlike || isKin ? BESIDE_SOUND : 0)
    return sound + (looksAlike ? LOOKS_ALIKE : 0) + (isKin ? SAME_PART : 0)
  }

  #readings(character: string): readonly string[] {
    let readings = this.#toned.get(character)
    if (readings === undefined) this.#toned.set(character, (readings = tonedReadingsOf(character)))
    return readings
  }
}

function addGroups(relation: Map<string, Set<string>>, groups: readonly (readonly string[])[]): void {
  for (const group of groups) {
    for (const character of group) {
      const others = relation.get(character) ?? new Set()
      relation.set(character, others)
      for (const other of group) if (other !== character) others.add(other)
    }
  }
}

/** How easily one syllable is taken for another; both have their tones. */
function soundChannel(a: string, b: string): number {
  const isSameTone = a.at(-1) === b.at(-1)
  const [one, other] = [a.slice(0, -1), b.slice(0, -1)]
  if (one === other) return isSameTone ? CHANNEL.sameSoundAndTone : CHANNEL.sameSound
  if (nearSyllable(one) === nearSyllable(other)) return isSameTone ? CHANNEL.nearSoundAndTone : CHANNEL.nearSound
  return isOneEditAway(one, other) ? CHANNEL.similarSound : CHANNEL.other
}

/** One letter changed, added, left out, or exchanged with its neighbour. */
function isOneEditAway(a: string, b: string): boolean {
  if (a.length < b.length) return isOneEditAway(b, a)
  let at = 0
  while (at < b.length && a[at] === b[at]) at++
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at)
  if (a.slice(at + 1) === b.slice(at + 1)) return true
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
