import { answerShare, type AnswerForm } from './answer-form.js'
import { occurrences } from './bm25.js'
import type { Candidate } from './candidates.js'
import { isFrame } from './frame.js'
import { Marker } from './marks.js'
import type { Mark, Snippet } from './types.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { formsOf, type Other, type Term } from './terms.js'
import { standsIn } from './torn.js'

/** Longest snippet, in UTF-16 code units. */
const LONGEST = 140
const MAX_SNIPPETS = 3
/** A further sentence is shown for terms that the ones before lack, if these weigh this share of the first one … */
const WORTH_ADDING = 0.25
/** … and a second one even for the same terms, if it weighs this share of the first one. */
const WORTH_REPEATING = 0.6

/** What a term weighs in a sentence where the title has it already. */
const TOLD_BY_TITLE = 0.2
/** What it weighs where its paragraph has it, and not the sentence. */
const TOLD_BESIDE = 0.3
/** What it weighs where it only looks like a word: 裁员 in 仲裁员. Who searches for the string finds it all the same. */
const ONLY_LOOKS_SO = 0.3
/** What its pairs of characters weigh, all of them together, where it does not stand whole: 承包期 for 土地承包期. */
const TOLD_IN_PIECES = 0.4

/** What a sentence gains that begins with a term: rules begin with what they are about. */
const ABOUT = 1.1

interface Sentence {
  paragraph: number
  /** Where it begins in its paragraph, in UTF-16 code units. */
  offset: number
  text: string
  weight: number
  /** Places of the terms that it has. */
  has: number[]
  /** How often it has them. */
  count: number
  /** True where the passage begins in the middle of it. */
  isPart: boolean
}

/** The terms that a title, normalised, leaves to be told by the text; all of them where it has all. */
export function leftToTell(terms: readonly Term[], title: string): readonly Term[] {
  const left = terms.filter((term) => !formsOf(term).some(({ run }) => title.includes(run)))
  return left.length > 0 ? left : terms
}

/**
 * The one to three best sentences of a document's passages, those of the paragraph with the best one first: whole where
 * they fit, else the part around what matched. A sentence weighs what the terms in it weigh, each counted once, and less
 * where the title has them; further ones are there for the terms that those before them lack.
 */
export function snippetsOf(
  passages: readonly Candidate[],
  sought: readonly Term[],
  marker: Marker,
  form: AnswerForm,
): Snippet[] {
  const texts = passages.filter(({ kind }) => kind === 'text')
  // The title stands above the snippets already; many texts begin with it.
  const title = normalize(texts[0]?.hit.title ?? '')
  const left = leftToTell(sought, title)
  const isToTell = sought.map((term) => left.includes(term) && !isFrame(term))
  const terms = sought.map((term, place) => (isToTell[place] ? term : { ...term, weight: TOLD_BY_TITLE * term.weight }))
  const sentences = texts.flatMap((passage) => sentencesOf(passage, terms, marker, form))
  const matching = sentences.filter(({ weight }) => weight > 0)
  if (matching.length === 0) return []
  const isTitle = ({ text }: Sentence): boolean => title.includes(normalize(text))
  if (matching.every(isTitle)) return firstSentence(sentences, isTitle, marker)
  const best = matching
    .filter((sentence) => !isTitle(sentence))
    .sort((a, b) => b.weight - a.weight || b.count - a.count || Number(a.isPart) - Number(b.isPart) || inOrder(a, b))
  const chosen: Sentence[] = []
  const shown = new Set<number>()
  // Passages overlap: the same sentence may come twice.
  const isNew = ({ text }: Sentence): boolean =>
    !chosen.some((other) => other.text.includes(text) || text.includes(other.text))
  const choose = (sentence: Sentence | undefined): void => {
    if (!sentence) return
    chosen.push(sentence)
    for (const place of sentence.has) shown.add(place)
  }
  choose(best[0])
  for (const sentence of best) {
    if (chosen.length === MAX_SNIPPETS) break
    const lacking = sentence.has.filter((place) => !shown.has(place) && isToTell[place])
    const added = lacking.reduce((sum, place) => sum + terms[place]!.weight, 0)
    if (added >= WORTH_ADDING * best[0]!.weight && isNew(sentence)) choose(sentence)
  }
  if (chosen.length === 1) {
    choose(best.find((sentence) => sentence.weight >= WORTH_REPEATING * best[0]!.weight && isNew(sentence)))
  }
  const isBeside = ({ paragraph }: Sentence): number => Number(paragraph === best[0]?.paragraph)
  return chosen.sort((a, b) => isBeside(b) - isBeside(a) || inOrder(a, b)).map((sentence) => fit(sentence, marker))
}

/** The different pairs of characters of a string. */
const pairsOf = (run: string): string[] => {
  const characters = [...run]
  return [...new Set(characters.slice(1).map((second, at) => characters[at]! + second))]
}

/** What the text says first, where it has nothing to show but its title. */
function firstSentence(
  sentences: readonly Sentence[],
  isTitle: (sentence: Sentence) => boolean,
  marker: Marker,
): Snippet[] {
  const first = sentences.find((one) => !isTitle(one) && SENTENCE_END.test(normalize(one.text)))
  return first ? [fit(first, marker)] : []
}

const inOrder = (a: Sentence, b: Sentence): number => a.paragraph - b.paragraph || a.offset - b.offset

const SENTENCE = /[^。！？；!?;]*[。！？；!?;]+[”’」』）)]*|[^。！？；!?;]+$/g
/** As SENTENCE ends, in normalised strings. */
const SENTENCE_END = /[。!?;]/

/** A part of a list, normalised (round brackets are square), which goes on from the line that the list begins with. */
const ITEM = /^(?:\[[一二三四五六七八九十\d]+\]|\d+[.、])/

const ARTICLE_NUMBER = /^第[零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十])?\s*/

/** Whether a sentence, normalised, begins with a string, the number of its article or item aside. */
const isAbout = (sentence: string, forms: readonly Other[]): boolean => {
  const text = sentence.replace(ARTICLE_NUMBER, '').replace(ITEM, '')
  return forms.some(({ run }) => text.startsWith(run))
}

function sentencesOf(passage: Candidate, terms: readonly Term[], marker: Marker, form: AnswerForm): Sentence[] {
  // What was asked for may itself be more than a sentence.
  const forms = terms.map(formsOf)
  const joined = terms.some(({ run }) => SENTENCE_END.test(run)) ? marker : new Marker([])
  const placesIn = (text: string): number[] =>
    [...terms.keys()].filter((place) => forms[place]!.some(({ run }) => text.includes(run)))
  const weigh = (text: string, places: readonly number[]): number =>
    places.reduce((sum, place) => {
      const stands = forms[place]!.some(({ run }) => standsIn(text, run))
      return sum + (stands ? 1 : ONLY_LOOKS_SO) * terms[place]!.weight
    }, 0)
  const pairs = terms.map(({ run }) => pairsOf(run))
  const pieces = (text: string, has: readonly number[]): number =>
    terms.reduce((sum, { weight }, place) => {
      if (has.includes(place) || pairs[place]!.length < 2) return sum
      return sum + (weight * pairs[place]!.filter((pair) => text.includes(pair)).length) / pairs[place]!.length
    }, 0)
  const lines = passage.text.split('\n')
  return lines.flatMap((line, index) => {
    const whole = normalize(line)
    const ofLine = placesIn(whole)
    return sentenceSpans(line, joined.marks(line)).map(([start, end]) => {
      const own = line.slice(start, end).trim()
      const normalized = normalize(own)
      const text = form.asks && end === line.length ? withItems(own, lines.slice(index + 1)) : own
      const has = placesIn(normalized)
      const told = weigh(normalized, has) + TOLD_IN_PIECES * pieces(normalized, has)
      const beside = ofLine.filter((place) => !has.includes(place))
      const context = form.asks ? TOLD_BESIDE * weigh(whole, beside) : 0
      const about = has.some((place) => isAbout(normalized, forms[place]!)) ? ABOUT : 1
      const weight = told === 0 ? 0 : about * (told + context) * answerShare(normalized, whole, form)
      const offset = start + (index === 0 ? passage.offset : 0)
      // Passages of a cut paragraph begin somewhere before the sentence at which the one before them ends.
      const isPart = index === 0 && start === 0 && passage.offset > 0
      const runs = has.flatMap((place) => forms[place]!.map(({ run }) => run))
      const count = runs.reduce((sum, run) => sum + occurrences(normalized, run), 0)
      return { paragraph: passage.paragraph + index, offset, text, weight, has, count, isPart }
    })
  })
}

/** What a list begins with, and as many of its items as there is room for: 下列情形之一的: answers nothing by itself. */
function withItems(beginning: string, lines: readonly string[]): string {
  if (!/[:：]$/.test(beginning)) return beginning
  let text = beginning
  for (const line of lines) {
    const item = line.trim()
    if (!ITEM.test(normalize(item)) || text.length + item.length >= LONGEST) break
    text += ` ${item}`
  }
  return text
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
