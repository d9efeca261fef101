import { createRequire } from 'node:module'
import { dictionaryVersion, dictionaryWords } from './words/dictionary.js'
import { longWords } from './words/long-words.js'

/** nodejieba is CommonJS, and its types describe the whole of it; here these do. */
const nodejieba = createRequire(import.meta.url)('nodejieba') as {
  load(): void
  insertWord(word: string): boolean
  cut(text: string, strict: boolean): string[]
  extract(text: string, top: number): { word: string; weight: number }[]
}

let loaded: string | null = null

/** nodejieba with the user dictionary as it is now. Loading takes a second or two, the first time. */
function jieba(): typeof nodejieba {
  const version = dictionaryVersion()
  if (loaded !== version) {
    // Words can be added to a dictionary and not taken away: another user dictionary begins from the general one.
    nodejieba.load()
    for (const word of dictionaryWords()) nodejieba.insertWord(word)
    loaded = version
  }
  return nodejieba
}

/** Loads the words that texts are cut by and found by, so that it is done when they are asked for. */
export function loadWords(): void {
  jieba()
  longWords()
}

/**
 * Cuts a normalised text into words, the same at index time and at query time; punctuation is dropped. nodejieba's
 * strict mode keeps numbers and Latin words whole, which its ordinary one tears apart.
 */
export function cutWords(normalized: string): string[] {
  return jieba()
    .cut(normalized, true)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** The words of a text with their TF-IDF weight (nodejieba's own inverse document frequencies), best first. */
export function weighWords(normalized: string, top: number): { word: string; weight: number }[] {
  return jieba().extract(normalized, top)
}
