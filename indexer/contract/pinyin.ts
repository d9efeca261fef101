import { createRequire } from 'node:module'
import { LRUCache } from 'lru-cache'
import { cutWords } from './tokenize.js'

const require = createRequire(import.meta.url)
/** Loaded with the first word: most commands of the indexer read none aloud. */
const library = (): typeof import('pinyin-pro') => require('pinyin-pro') as typeof import('pinyin-pro')

const REMEMBERED_WORDS = 50_000
const syllables = new LRUCache<string, string[]>({ max: REMEMBERED_WORDS })

/**
 * The syllables of one word or single character, without tones, ü as v: 绿色 → lv, se. Runs of Latin letters and digits
 * are a syllable each, in lower case; anything else is left out.
 */
export function syllablesOfWord(word: string): string[] {
  let known = syllables.get(word)
  if (known === undefined) {
    const read = library().pinyin(word, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    known = read.map((one) => one.toLowerCase()).filter((one) => /^[a-z0-9]+$/.test(one))
    syllables.set(word, known)
  }
  return known
}

/** The syllables of a normalised text, by its words, so that 行长 and 行政 are read differently. */
export function syllablesOf(normalized: string): string[][] {
  return cutWords(normalized).map(syllablesOfWord)
}

const toned = new LRUCache<string, string[]>({ max: REMEMBERED_WORDS })

/** The syllables of one word of Chinese characters, one for each, with the tone (0 to 4) after each: 重来 → chong2, lai2. */
export function tonedSyllablesOfWord(word: string): string[] {
  let known = toned.get(word)
  if (known === undefined) {
    known = library().pinyin(word, { toneType: 'num', type: 'array', v: true })
    toned.set(word, known)
  }
  return known
}

/**
 * A syllable as those hear it who do not tell zh from z, ing from in, n from l: two syllables that are easily mistaken
 * for each other become the same. Idempotent.
 */
export function nearSyllable(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/ng$/, 'n')
}

/** Every reading of one character, with tones as above, the usual one first. */
export function tonedReadingsOf(character: string): string[] {
  return library().pinyin(character, { toneType: 'num', type: 'array', v: true, multiple: true, nonZh: 'removed' })
}

/** Every reading of one character, without tones; empty for what is no Chinese character. */
export function readingsOf(character: string): string[] {
  const readings = library().pinyin(character, {
    toneType: 'none',
    type: 'array',
    v: true,
    multiple: true,
    nonZh: 'removed',
  })
  return [...new Set(readings)]
}
