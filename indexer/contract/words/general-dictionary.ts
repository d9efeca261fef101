import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Of nodejieba, with which its dictionary comes. */
export function generalDictionaryVersion(): string {
  return (require('nodejieba/package.json') as { version: string }).version
}

/**
 * The words of nodejieba's dictionary as they are written there, each with how often its makers met it. Reads the file
 * (350,000 lines) anew with each call.
 */
export function* generalWords(): Generator<[word: string, frequency: number]> {
  const { DEFAULT_DICT } = require('nodejieba') as { DEFAULT_DICT: string }
  const content = readFileSync(DEFAULT_DICT, 'utf8')
  // Lines of word, frequency and part of speech.
  for (let start = 0; start < content.length;) {
    const space = content.indexOf(' ', start)
    const end = content.indexOf('\n', start)
    const line = end < 0 ? content.length : end
    if (space > 0 && space < line) yield [content.slice(start, space), parseInt(content.slice(space + 1, line), 10)]
    start = line + 1
  }
}
