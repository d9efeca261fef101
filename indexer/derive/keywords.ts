import { normalize } from '../contract/normalize.js'
import { cutWords, weighWords } from '../contract/tokenize.js'

/** Characters of a text that its keywords are taken from: what a document is about stands at its beginning. */
const READ = 4000
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
  const body = normalize(`${heading}。${paragraphs.join('。').slice(0, READ)}`)
  const counts = new Map<string, number>()
  for (const word of cutWords(body)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const scored = weighWords(body, CANDIDATES).flatMap(({ word, weight }) => {
    const count = counts.get(word) ?? 0
    if (count === 0 || !/^\p{Script=Han}{2,}$/u.test(word)) return []
    const rarity = weight / count
    return [{ word, score: (1 + Math.log(count)) * rarity * (heading.includes(word) ? TITLE_FACTOR : 1) }]
  })
  return scored
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, KEPT)
    .map(({ word }) => word)
}
