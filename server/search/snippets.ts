import type { Candidate } from './candidates.js'
import type { Marker } from './marks.js'
import type { Mark, Snippet } from './types.js'
import { normalize } from '../../indexer/contract/normalize.js'
import type { Term } from './terms.js'

/** Longest snippet, and longest beginning of a text without matches, in UTF-16 code units. */
const LONGEST = 140
const MAX_SNIPPETS = 2
/** A further sentence is shown only if it has this share of the first one's weight. */
const WORTH_SHOWING = 0.6

interface Sentence {
  paragraph: number
  text: string
  weight: number
}

/**
 * The best sentences of a document's passages: whole where they fit, else the part around the first match. A sentence
 * weighs what the terms in it weigh, each counted once.
 */
export function snippetsOf(passages: readonly Candidate[], terms: readonly Term[], marker: Marker): Snippet[] {
  const sentences = passages.filter(({ kind }) => kind === 'text').flatMap((passage) => sentencesOf(passage, terms))
  const best = [...sentences].sort((a, b) => b.weight - a.weight || a.paragraph - b.paragraph)
  const chosen: Sentence[] = []
  for (const sentence of best) {
    if (chosen.length === MAX_SNIPPETS || sentence.weight === 0) break
    if (chosen.length > 0 && sentence.weight < WORTH_SHOWING * chosen[0]!.weight) break
    // Passages overlap: the same sentence may come twice.
    if (!chosen.some(({ text }) => text.includes(sentence.text) || sentence.text.includes(text))) chosen.push(sentence)
  }
  return chosen.sort((a, b) => a.paragraph - b.paragraph).map((sentence) => fit(sentence, marker))
}

function sentencesOf(passage: Candidate, terms: readonly Term[]): Sentence[] {
  return passage.text.split('\n').flatMap((line, index) =>
    (line.match(/[^。！？；!?;]+[。！？；!?;]*[”’」』）)]*/g) ?? [line]).map((text) => {
      const normalized = normalize(text)
      const weight = terms.reduce((sum, term) => sum + (normalized.includes(term.run) ? term.weight : 0), 0)
      return { paragraph: passage.paragraph + index, text: text.trim(), weight }
    }),
  )
}

/** Cuts a sentence that is too long to the part that holds the most marks, with … for what is left out. */
function fit({ paragraph, text }: Sentence, marker: Marker): Snippet {
  const marks = marker.marks(text)
  if (text.length <= LONGEST) return { paragraph, text, marks }
  const start = whole(text, bestStart(marks, text.length))
  const end = whole(text, Math.min(text.length, start + LONGEST))
  const before = start > 0 ? '…' : ''
  const shift = before.length - start
  return {
    paragraph,
    text: before + text.slice(start, end) + (end < text.length ? '…' : ''),
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): Mark => [from + shift, to + shift]),
  }
}

function bestStart(marks: readonly Mark[], length: number): number {
  let best = 0
  let most = -1
  for (const [from] of marks) {
    const start = Math.max(0, Math.min(from - LONGEST / 4, length - LONGEST))
    const inside = marks.filter(([first, last]) => first >= start && last <= start + LONGEST).length
    if (inside > most) [best, most] = [start, inside]
  }
  return best
}

/** Never between the two halves of a surrogate pair. */
function whole(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset
}

/** The beginning of a text, for a document that is shown without a match in it. */
export function opening(text: string): Snippet['text'] {
  return text.length <= LONGEST ? text : `${text.slice(0, whole(text, LONGEST))}…`
}
