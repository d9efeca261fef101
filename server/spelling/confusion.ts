import { nearSyllable, readingsOf } from '../../indexer/contract/pinyin.js'
import { readWordList } from '../../indexer/contract/words/word-file.js'

/**
 * Natural logarithms of how probable it is that one character was written for another, by what they have in common.
 * Of wrong characters in Chinese about three in four sound like the right one, and nearly half look like it, whole or
 * in part (Liu et al., Visually and Phonologically Similar Characters in Incorrect Chinese Words, 2011).
 */
export const CHANNEL = {
  soundAndShape: -2,
  sameSound: -2.5,
  shape: -4,
  nearSound: -4,
  /** Syllables that differ by one letter: bao and ba, dou and duo. */
  similarSound: -5.5,
  /** Any other character in its place. */
  other: -9,
  transposed: -5,
  /** One character too many, or one missing. */
  superfluous: -7,
  missing: -6,
} as const

/** Which characters are easily written for which. */
export class Confusion {
  readonly #bySound = new Map<string, string[]>()
  readonly #byNearSound = new Map<string, string[]>()
  readonly #similar = new Map<string, string[]>()
  readonly #shapes = new Map<string, Set<string>>()
  readonly #known = new Map<string, ReadonlyMap<string, number>>()

  /** `characters`: all that may be meant. */
  constructor(characters: Iterable<string>) {
    const add = (map: Map<string, string[]>, key: string, character: string): void => {
      const list = map.get(key)
      if (list) list.push(character)
      else map.set(key, [character])
    }
    for (const character of characters) {
      const readings = readingsOf(character)
      for (const reading of readings) add(this.#bySound, reading, character)
      for (const near of new Set(readings.map(nearSyllable))) add(this.#byNearSound, near, character)
    }
    for (const group of readWordList('shapes')) {
      for (const character of group) {
        const others = this.#shapes.get(character) ?? new Set()
        this.#shapes.set(character, others)
        for (const other of group) if (other !== character) others.add(other)
      }
    }
  }

  /** Characters that sound only a little like this one, which are many. */
  similarTo(character: string): readonly string[] {
    const similar = readingsOf(character).flatMap((reading) => this.#similarSyllables(reading))
    return similar.flatMap((syllable) => this.#bySound.get(syllable) ?? [])
  }

  #similarSyllables(reading: string): string[] {
    let similar = this.#similar.get(reading)
    if (similar === undefined) {
      similar = [...this.#bySound.keys()].filter((other) => other !== reading && isOneEditAway(other, reading))
      this.#similar.set(reading, similar)
    }
    return similar
  }

  /** The characters that may be meant where this one stands, with the logarithm of the probability of the slip. */
  of(character: string): ReadonlyMap<string, number> {
    let meant = this.#known.get(character)
    if (meant === undefined) {
      meant = this.#confusables(character)
      this.#known.set(character, meant)
    }
    return meant
  }

  #confusables(character: string): Map<string, number> {
    const meant = new Map<string, number>()
    const readings = readingsOf(character)
    for (const near of readings.map(nearSyllable)) {
      for (const other of this.#byNearSound.get(near) ?? []) meant.set(other, CHANNEL.nearSound)
    }
    for (const reading of readings) {
      for (const other of this.#bySound.get(reading) ?? []) meant.set(other, CHANNEL.sameSound)
    }
    for (const other of this.#shapes.get(character) ?? []) {
      meant.set(other, meant.has(other) ? CHANNEL.soundAndShape : CHANNEL.shape)
    }
    meant.delete(character)
    return meant
  }
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
