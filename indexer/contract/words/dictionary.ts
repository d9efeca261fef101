import { createHash } from 'node:crypto'
import { perEdition, readWordList } from './word-file.js'

const dictionary = perEdition(() => {
  const words = [...new Set(readWordList('domain').flat())].sort()
  return { words, version: createHash('sha256').update(words.join('\n')).digest('hex') }
})

/** The user dictionary, normalised: words of `domain.txt`, of the project and of the operator. */
export function dictionaryWords(): readonly string[] {
  return dictionary().words
}

/** SHA-256 over the user dictionary, in hex: texts and queries are cut alike where it is the same. */
export function dictionaryVersion(): string {
  return dictionary().version
}
