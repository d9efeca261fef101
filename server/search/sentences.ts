import type { AnswerForm } from './answer-form.js'
import { linesOf, type Candidate } from './candidates.js'
import { Marker } from './marks.js'
import type { Mark } from './types.js'
import { normalize } from '../../indexer/contract/normalize.js'

/** Characters that what is shown of a text may have, in UTF-16 code units. */
export const LONGEST = 140

/** A sentence of a passage, with what it stands in. */
export interface Sentence {
  paragraph: number
  /** Where it begins in its paragraph, in UTF-16 code units. */
  offset: number
  /** What is shown for it; as an answer, with the items of a list that it begins, or after what begins that of which it is one. */
  text: string
  normalized: string
  /** Its line, normalised, after what begins the list of which that is an item. */
  line: string
  isItem: boolean
  /** True where the passage begins in the middle of it. */
  isPart: boolean
}

const SENTENCE = /[^。！？；!?;]*[。！？；!?;]+[”’」』）)]*|[^。！？；!?;]+$/g
/** As SENTENCE ends, in normalised strings. */
export const SENTENCE_END = /[。!?;]/

/** A part of a list, normalised (round brackets are square), which goes on from the line that the list begins with. */
export const ITEM = /^(?:\[[一二三四五六七八九十\d]+\]|\d+[.、])/

/**
 * The sentences of a passage; those that a mark of `joining` reaches across are one. As an answer of a form a list is shown
 * with what begins it, else every sentence as it stands.
 */
export function sentencesOf(passage: Candidate, joining: Marker, form: AnswerForm): Sentence[] {
  const lines = passage.text.split('\n')
  const normalized = linesOf(passage)
  const beginnings = listBeginnings(normalized)
  return lines.flatMap((line, index) => {
    const beginning = beginnings[index] ?? null
    const whole = (beginning === null ? '' : normalized[beginning]!) + normalized[index]!
    return spansOf(line, joining.marks(line)).map(([start, end]) => {
      const own = line.slice(start, end).trim()
      const inList = (): string =>
        beginning === null
          ? withItems(own, end === line.length ? lines.slice(index + 1) : [])
          : afterBeginning(lines[beginning]!, own, form)
      return {
        paragraph: passage.paragraph + index,
        offset: start + (index === 0 ? passage.offset : 0),
        text: form.asks ? inList() : own,
        normalized: normalize(own),
        line: whole,
        isItem: beginning !== null,
        // Passages of a cut paragraph begin somewhere before the sentence at which the one before them ends.
        isPart: index === 0 && start === 0 && passage.offset > 0,
      }
    })
  })
}

/** For each line, normalised, the place of the line that begins the list of which it is an item. */
function listBeginnings(lines: readonly string[]): (number | null)[] {
  let beginning: number | null = null
  return lines.map((line, place) => {
    if (line.endsWith(':')) beginning = place
    else if (!ITEM.test(line)) beginning = null
    return beginning === place ? null : beginning
  })
}

/**
 * An item after what the list begins with, as far as there is room for both: alone it does not say for what it is one. Of a
 * long beginning, the first part that has what is asked for: penalties stand there, and the last is for the worst cases.
 */
function afterBeginning(beginning: string, item: string, { has }: AnswerForm): string {
  const parts = (beginning.match(SENTENCE) ?? []).map((part) => part.trim())
  const telling = parts.filter((part) => has.some(({ form }) => form.test(normalize(part))))
  const fitting = [beginning.trim(), ...telling, ...parts.slice(-1)].find(
    (start) => start.length + item.length < LONGEST,
  )
  return fitting === undefined ? item : `${fitting} … ${item}`
}

/** What a list begins with, and as many of its items as there is room for: 下列情形之一的: says nothing by itself. */
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

/** What is said with a 但 belongs to what it restricts, where there is room for both. */
const isProviso = (sentence: string, length: number): boolean => /^但/.test(sentence) && length <= LONGEST

/** Where the sentences of a line stand. */
function spansOf(line: string, marks: readonly Mark[]): Mark[] {
  const spans: Mark[] = []
  for (const { index, 0: sentence } of line.matchAll(SENTENCE)) {
    const last = spans.at(-1)
    const isOne = marks.some(([start, end]) => start < index && end > index)
    if (last && (isOne || isProviso(sentence, index + sentence.length - last[0]))) last[1] = index + sentence.length
    else spans.push([index, index + sentence.length])
  }
  return spans
}
