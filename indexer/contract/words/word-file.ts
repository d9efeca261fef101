import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { normalize } from '../normalize.js'

/** The lists of words that the archive is searched with; each is a text file of this name. */
export type WordList = 'domain' | 'synonyms' | 'deny' | 'shapes' | 'phonetics' | 'surnames' | 'given-names'

/** Where the lists that come with the project lie. */
const OWN_FOLDER = fileURLToPath(new URL('.', import.meta.url))

let operatorFolder: string | null = null
/** Grows with every folder that is named: what was made of the lists of another one is stale. */
let edition = 0

/**
 * Names the folder with the operator's own lists (`domain.txt`, `synonyms.txt`, `deny.txt` …, any of them may be missing),
 * which are read after those of the project. To be called once, at the start of a process; null means none.
 */
export function useOperatorWords(folder: string | null): void {
  if (folder === operatorFolder) return
  operatorFolder = folder
  edition++
}

/**
 * The lines of a list, the project's first: each as its normalised words, which are parted by white space or 、.
 * Everything from # on is a comment. A file that is not there has no lines.
 */
export function readWordList(list: WordList): string[][] {
  const folders = operatorFolder === null ? [OWN_FOLDER] : [OWN_FOLDER, operatorFolder]
  return folders.flatMap((folder) => {
    const file = path.join(folder, `${list}.txt`)
    return existsSync(file) ? parseWordList(readFileSync(file, 'utf8')) : []
  })
}

export function parseWordList(content: string): string[][] {
  return content
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .replace(/#.*/, '')
        .split(/[\s、]+/)
        .map(normalize)
        .filter(Boolean),
    )
    .filter((words) => words.length > 0)
}

/** Remembers what `make` makes of the lists, until another folder is named. */
export function perEdition<T>(make: () => T): () => T {
  let made: { edition: number; value: T } | null = null
  return () => {
    if (made?.edition !== edition) made = { edition, value: make() }
    return made.value
  }
}
