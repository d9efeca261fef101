import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Of nodejieba, with which its dictionary comes. */
export function generalDictionaryVersion(): string {
  return (require('nodejieba/package.json') as { version: string }).version
}

/**
 * The words of nodejieba's dictionary as they are written there, each with how often its makers met it. Reads the file
 * (350,000 lines, about 0.1 s) anew with each call.
 */
export function* generalWords(): Generator<[word: string, frequency: number]> {
  const { DEFAULT_DICT } = require('nodejieba') as { DEFAULT_DICT: string }
  // Lines of word, frequency and part of speech.
  for (const line of readFileSync(DEFAULT_DICT, 'utf8').split('\n')) {
    const [word = '', frequency] = line.split(' ', 2)
    yield [word, Number(frequency)]
  }
}
