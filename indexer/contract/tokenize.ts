import { createRequire } from 'node:module'

/** nodejieba is CommonJS, and its types describe the whole of it; here two functions do. */
const jieba = createRequire(import.meta.url)('nodejieba') as {
  cut(text: string, strict: boolean): string[]
  extract(text: string, top: number): { word: string; weight: number }[]
}

/**
 * Cuts a normalised text into words, the same at index time and at query time; punctuation is dropped. nodejieba's
 * strict mode keeps numbers and Latin words whole, which its ordinary one tears apart.
 */
export function cutWords(normalized: string): string[] {
  return jieba.cut(normalized, true).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** The words of a text with their TF-IDF weight (nodejieba's own inverse document frequencies), best first. */
export function weighWords(normalized: string, top: number): { word: string; weight: number }[] {
  return jieba.extract(normalized, top)
}
