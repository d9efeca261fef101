import type { Candidate } from './candidates.js'
import { Marker } from './marks.js'
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
  /** Where it begins in its paragraph, in UTF-16 code units. */
  offset: number
  text: string
  weight: number
  /** True where the passage begins in the middle of it. */
  isPart: boolean
}

/**
 * The best sentences of a document's passages, in the order of the text: whole where they fit, else the part around
 * what matched. A sentence weighs what the terms in it weigh, each counted once.
 */
export function snippetsOf(passages: readonly Candidate[], terms: readonly Term[], marker: Marker): Snippet[] {
  const texts = passages.filter(({ kind }) => kind === 'text')
  const sentences = texts.flatMap((passage) => sentencesOf(passage, terms, marker))
  const best = [...sentences].sort(
    (a, b) => b.weight - a.weight || Number(a.isPart) - Number(b.isPart) || inOrder(a, b),
  )
  const chosen: Sentence[] = []
  for (const sentence of best) {
    if (chosen.length === MAX_SNIPPETS || sentence.weight === 0) break
    if (chosen.length > 0 && sentence.weight < WORTH_SHOWING * chosen[0]!.weight) break
    // Passages overlap: the same sentence may come twice.
    if (!chosen.some(({ text }) => text.includes(sentence.text) || sentence.text.includes(text))) chosen.push(sentence)
  }
  return chosen.sort(inOrder).map((sentence) => fit(sentence, marker))
}

const inOrder = (a: Sentence, b: Sentence): number => a.paragraph - b.paragraph || a.offset - b.offset

const SENTENCE = /[^。！？；!?;]*[。！？；!?;]+[”’」』）)]*|[^。！？；!?;]+$/g
/** As SENTENCE ends, in normalised strings. */
const SENTENCE_END = /[。!?;]/

function sentencesOf(passage: Candidate, terms: readonly Term[], marker: Marker): Sentence[] {
  // What was asked for may itself be more than a sentence.
  const joined = terms.some(({ run }) => SENTENCE_END.test(run)) ? marker : new Marker([])
  return passage.text.split('\n').flatMap((line, index) =>
    sentenceSpans(line, joined.marks(line)).map(([start, end]) => {
      const text = line.slice(start, end).trim()
      const normalized = normalize(text)
      const weight = terms.reduce((sum, term) => sum + (normalized.includes(term.run) ? term.weight : 0), 0)
      const offset = start + (index === 0 ? passage.offset : 0)
      // Passages of a cut paragraph begin somewhere before the sentence at which the one before them ends.
      const isPart = index === 0 && start === 0 && passage.offset > 0
      return { paragraph: passage.paragraph + index, offset, text, weight, isPart }
    }),
  )
}

/** Where the sentences of a line stand; those that a mark reaches across are one. */
function sentenceSpans(line: string, marks: readonly Mark[]): Mark[] {
  const spans: Mark[] = []
  for (const { index, 0: sentence } of line.matchAll(SENTENCE)) {
    const last = spans.at(-1)
    if (last && marks.some(([start, end]) => start < index && end > index)) last[1] = index + sentence.length
    else spans.push([index, index + sentence.length])
  }
  return spans
}

/** Cuts a sentence that is too long to the part in which most is marked, with … for what is left out. */
function fit({ paragraph, text, isPart }: Sentence, marker: Marker): Snippet {
  const marks = marker.marks(text)
  const start = text.length > LONGEST ? whole(text, bestStart(marks, text.length)) : 0
  const end = whole(text, Math.min(text.length, start + LONGEST))
  const before = start > 0 || isPart ? '…' : ''
  const shift = before.length - start
  return {
    paragraph,
    text: before + text.slice(start, end) + (end < text.length ? '…' : ''),
    marks: marks.flatMap((mark) => within(mark, start, end)).map(([from, to]): Mark => [from + shift, to + shift]),
  }
}

/** A mark is shown whole or not at all, unless it is longer than the room there is. */
function within([from, to]: Mark, start: number, end: number): Mark[] {
  if (from >= start && to <= end) return [[from, to]]
  const clipped: Mark = [Math.max(from, start), Math.min(to, end)]
  return clipped[1] - clipped[0] > LONGEST / 2 ? [clipped] : []
}

function bestStart(marks: readonly Mark[], length: number): number {
  let best = 0
  let most = -1
  for (const [from] of marks) {
    const start = Math.max(0, Math.min(from - LONGEST / 4, length - LONGEST))
    const marked = marks
      .flatMap((mark) => within(mark, start, start + LONGEST))
      .reduce((sum, [first, last]) => sum + last - first, 0)
    if (marked > most) [best, most] = [start, marked]
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
