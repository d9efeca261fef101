import { normalize } from '../normalize.js'
import { perEdition, readWordList } from './word-file.js'

const groups = perEdition(() => {
  const others = new Map<string, Set<string>>()
  for (const group of readWordList('synonyms')) {
    for (const word of group) {
      const own = others.get(word) ?? new Set()
      others.set(word, own)
      for (const other of group) if (other !== word) own.add(other)
    }
  }
  return new Map([...others].map(([word, set]) => [word, [...set]]))
})

/**
 * Other words for the same thing, from `synonyms.txt` of the project and of the operator: what citizens say and what
 * documents say. `word` is taken as a whole and in any script; the answers are normalised like indexed texts, in the
 * order of the file, never the word itself, and none where nothing is listed.
 *
 * Groups are no chains: a word in two groups has the others of both, these have nothing to do with each other. A synonym
 * may contain the word (公积金, 住房公积金); such a one finds nothing more and may be left out of a query. It is for
 * finding more documents, to be worth less than the reader's own word, and never for exact search.
 */
export function synonymsOf(word: string): readonly string[] {
  return groups().get(normalize(word)) ?? []
}
