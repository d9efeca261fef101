import data from './topic-terms.json' with { type: 'json' }

/** Characters of the text that are looked at besides the title: what a document is about stands at its beginning. */
const READ = 600
/** What a word in the title weighs against one in the text, and what the issuing body's own field does. */
const IN_TITLE = 6
const BY_BODY = 5
/** A class must reach this much … */
const ENOUGH = 8
/** … and this many times as much as the next class, or its subclass as the next subclass. */
const CLEARLY = 2
const CLEAR_SUBCLASS = 2

interface Term {
  word: string
  path: string
  weight: number
}

/** Terms by their first two characters: a text is gone through once, whatever the number of terms. */
const termsByStart = new Map<string, Term[]>()
for (const [path, words] of Object.entries(data.terms))
  for (const word of words) {
    const start = word.slice(0, 2)
    // A longer word is about one thing only: 统计 stands in many texts, 统计公报 in one kind.
    const term = { word, path, weight: Math.min(word.length, 5) / 2 }
    termsByStart.set(start, [...(termsByStart.get(start) ?? []), term])
  }
const bodyFields = Object.entries(data.bodies).sort(([one], [other]) => other.length - one.length)

/** How often each term stands in a text; a term within a longer one does not count. */
function countTerms(text: string): Map<Term, number> {
  const counts = new Map<Term, number>()
  for (let at = 0; at < text.length - 1; at++) {
    const found = (termsByStart.get(text.slice(at, at + 2)) ?? []).filter(({ word }) => text.startsWith(word, at))
    if (found.length === 0) continue
    const longest = Math.max(...found.map(({ word }) => word.length))
    for (const term of found) if (term.word.length === longest) counts.set(term, (counts.get(term) ?? 0) + 1)
    at += longest - 1
  }
  return counts
}

/**
 * The class of `topics.json` that a document without one belongs to, or null where none is clearly the best: a
 * weighted vote of the words in `topic-terms.json` (lexical classification with a controlled vocabulary, as in
 * Salton & McGill, 1983, with a logarithmic term frequency), those of the title and the issuing body's field counting
 * most. A wrong class misleads a reader more than none does: the best class must win clearly. A path of one or two
 * levels.
 */
export function classifyTopic(title: string, issuer: string | null, paragraphs: readonly string[]): string | null {
  const scores = new Map<string, number>()
  const add = (path: string, score: number): void => void scores.set(path, (scores.get(path) ?? 0) + score)
  for (const { path, weight } of countTerms(title).keys()) add(path, weight * IN_TITLE)
  if (scores.size === 0 && issuer === null) return null
  for (const [{ path, weight }, count] of countTerms(leadOf(paragraphs))) add(path, weight * Math.log(1 + count))
  const field = issuer === null ? undefined : bodyFields.find(([word]) => issuer.includes(word))
  if (field) add(field[1], BY_BODY)
  return winner(scores)
}

function leadOf(paragraphs: readonly string[]): string {
  let lead = ''
  for (const paragraph of paragraphs) {
    if (lead.length >= READ) break
    lead += `${paragraph.slice(0, READ)}\n`
  }
  return lead.slice(0, READ)
}

function winner(scores: ReadonlyMap<string, number>): string | null {
  const classes = new Map<string, number>()
  for (const [path, score] of scores) {
    const [top] = path.split('/') as [string]
    classes.set(top, (classes.get(top) ?? 0) + score)
  }
  const best = clearest(classes, CLEARLY)
  if (best === null || classes.get(best)! < ENOUGH) return null
  const within = [...scores].filter(([path]) => path.startsWith(`${best}/`))
  return clearest(new Map(within), CLEAR_SUBCLASS) ?? best
}

/** The key with the highest score where it is `factor` times as high as the next, else null. */
function clearest(scores: ReadonlyMap<string, number>, factor: number): string | null {
  const [first, second] = [...scores].sort(([, one], [, other]) => other - one)
  return first && first[1] >= factor * (second?.[1] ?? 0) ? first[0] : null
}
