import { normalize } from '../normalize.js'
import { perEdition, readWordList } from './word-file.js'

const denied = perEdition(() => readWordList('deny').flat())

/** Whether a text must not be offered to a reader who did not write it: it holds a word of `deny.txt`, in any script. */
export function isDenied(text: string): boolean {
  const normalized = normalize(text)
  return denied().some((word) => normalized.includes(word))
}
