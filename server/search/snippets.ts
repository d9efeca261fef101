import type { AnswerForm } from './answer-form.js'
import type { Candidate } from './candidates.js'
import { Marker } from './marks.js'
import { LONGEST, SENTENCE_END, sentencesOf, type Sentence } from './sentences.js'
import { SentenceScorer, type SentenceScore } from './sentence-score.js'
import type { Mark, Snippet } from './types.js'
import { normalize } from '../../indexer/contract/normalize.js'
import type { Term } from './terms.js'

const MAX_SNIPPETS = 3
/** A further sentence is shown for terms that the ones before lack, if these weigh this share of the first one … */
const WORTH_ADDING = 0.25
/** … and a second one even for the same terms, if it weighs this share of the first one. */
const WORTH_REPEATING = 0.6

interface Weighed {
  sentence: Sentence
  score: SentenceScore
}

/**
 * The one to three best sentences of a document's passages, those of the paragraph with the best one first: whole where
 * they fit, else the part around what matched. Further ones are there for the terms that those before them lack.
 */
export function snippetsOf(
  passages: readonly Candidate[],
  terms: readonly Term[],
  marker: Marker,
  form: AnswerForm,
): Snippet[] {
  const texts = passages.filter(({ kind }) => kind === 'text')
  // The title stands above the snippets already; many texts begin with it.
  const title = normalize(texts[0]?.hit.title ?? '')
  const scorer = new SentenceScorer(terms, title, form)
  // What was asked for may itself be more than a sentence.
  const joining = terms.some(({ run }) => SENTENCE_END.test(run)) ? marker : new Marker([])
  const sentences = texts.flatMap((passage) => sentencesOf(passage, joining, form))
  const weighed = sentences.map((sentence): Weighed => ({ sentence, score: scorer.score(sentence) }))
  const matching = weighed.filter(({ score }) => score.weight > 0)
  if (matching.length === 0) return []
  const isTitle = ({ normalized, text }: Sentence): boolean =>
    title.includes(normalized) && title.includes(normalize(text))
  const telling = matching.filter(({ sentence }) => !isTitle(sentence))
  if (telling.length === 0) return firstSentence(sentences, isTitle, marker)
  const best = telling.sort(bestFirst)
  const first = best[0]!
  const chosen: Sentence[] = []
  const shown = new Set<number>()
  // Passages overlap: the same sentence may come twice.
  const isNew = ({ text }: Sentence): boolean =>
    !chosen.some((other) => other.text.includes(text) || text.includes(other.text))
  const choose = ({ sentence, score }: Weighed): void => {
    chosen.push(sentence)
    for (const place of score.has) shown.add(place)
  }
  choose(first)
  for (const one of best) {
    if (chosen.length === MAX_SNIPPETS) break
    if (scorer.added(one.score, shown) >= WORTH_ADDING * first.score.weight && isNew(one.sentence)) choose(one)
  }
  if (chosen.length === 1) {
    const second = best.find(
      ({ sentence, score }) => score.weight >= WORTH_REPEATING * first.score.weight && isNew(sentence),
    )
    if (second) choose(second)
  }
  const isBeside = ({ paragraph }: Sentence): number => Number(paragraph === first.sentence.paragraph)
  return chosen.sort((a, b) => isBeside(b) - isBeside(a) || inOrder(a, b)).map((sentence) => fit(sentence, marker))
}

const bestFirst = (a: Weighed, b: Weighed): number =>
  b.score.weight - a.score.weight ||
  b.score.count - a.score.count ||
  Number(a.sentence.isPart) - Number(b.sentence.isPart) ||
  inOrder(a.sentence, b.sentence)

/** What the text says first, where it has nothing to show but its title. */
function firstSentence(
  sentences: readonly Sentence[],
  isTitle: (sentence: Sentence) => boolean,
  marker: Marker,
): Snippet[] {
  const first = sentences.find((one) => !isTitle(one) && SENTENCE_END.test(one.normalized))
  return first ? [fit(first, marker)] : []
}

const inOrder = (a: Sentence, b: Sentence): number => a.paragraph - b.paragraph || a.offset - b.offset

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
