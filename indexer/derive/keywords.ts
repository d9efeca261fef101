import { normalize } from '../contract/normalize.js'
import { weighWords } from '../contract/tokenize.js'
import { dictionaryVersion } from '../contract/words/dictionary.js'

/** Characters of a text that its keywords are taken from: what a document is about stands at its beginning. */
const READ = 2000
/** Words by weight: for the vocabulary, and those that keywords are chosen from. */
const WEIGHED = 120
const CANDIDATES = 60
const KEPT = 6
/** A word of the title is worth this much more. */
const TITLE_FACTOR = 3

/**
 * Keywords of a document that states none: TF-IDF over nodejieba's words, with a logarithmic term frequency (as in
 * SMART's ltc; Salton & Buckley, 1988), so that what every report repeats does not drown what it is about.
 */
export function keywordsOf(title: string, paragraphs: readonly string[]): string[] {
  const heading = normalize(title)
  const { body, words } = weighBeginning(title, paragraphs)
  const scored = words.slice(0, CANDIDATES).flatMap(({ word, weight }) => {
    if (!/^\p{Script=Han}{2,}$/u.test(word)) return []
    // Counted as a string, which is the same for nearly all words and much cheaper than cutting the text once more.
    const count = body.split(word).length - 1
    const rarity = weight / Math.max(1, count)
    return [{ word, score: (1 + Math.log(Math.max(1, count))) * rarity * (heading.includes(word) ? TITLE_FACTOR : 1) }]
  })
  return scored
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, KEPT)
    .map(({ word }) => word)
}

interface Weighed {
  /** Of the dictionary that it was cut by. */
  dictionary: string
  body: string
  words: { word: string; weight: number }[]
}

let last: Weighed | null = null

/**
 * The title and the beginning of a text, and its words by TF-IDF, best first. A document is asked for twice in a row
 * (keywords, vocabulary); it is cut once.
 */
export function weighBeginning(title: string, paragraphs: readonly string[]): Weighed {
  const body = normalize(`${normalize(title)}。${paragraphs.join('。').slice(0, READ)}`)
  const dictionary = dictionaryVersion()
  if (last?.body !== body || last.dictionary !== dictionary)
    last = { dictionary, body, words: weighWords(body, WEIGHED) }
  return last
}
