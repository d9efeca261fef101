import { answerShare, type AnswerForm } from './answer-form.js'
import { isTime } from './asked-time.js'
import { occurrences } from './bm25.js'
import { isFrame } from './frame.js'
import { ITEM, type Sentence } from './sentences.js'
import { formsOf, type Other, type Term } from './terms.js'
import { standsIn } from './torn.js'

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
/** What it gains where a number follows a term: 国内生产总值1015986亿元 says more of it than what is told of its prices. */
const OF_VALUE = 1.3

/** A number, after the mark of a footnote or 达到 and the like; or with its unit in front: 98天产假. */
const VALUE = /^(?:\[\d+\])?(?:达到?|为|约|超过?|突破|完成|实现)?\d/
const VALUE_BEFORE = /\d[^\p{P}\d]{1,2}$/u

/** From when a time runs, and not what for: 自收到书面答复之日起30日内申请复查 says nothing of how long an answer takes. */
const SINCE = /自[^,。;]{1,60}?之日起/g

const ARTICLE_NUMBER = /^第[零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十])?\s*/

/** What a sentence is worth showing for. */
export interface SentenceScore {
  weight: number
  /** Places of the terms that it has. */
  has: number[]
  /** How often it has them. */
  count: number
}

/** The terms that a title, normalised, leaves to be told by the text; all of them where it has all. */
export function leftToTell(terms: readonly Term[], title: string): readonly Term[] {
  const left = terms.filter((term) => !formsOf(term).some(({ run }) => title.includes(run)))
  return left.length > 0 ? left : terms
}

/**
 * Weighs the sentences of one document, of a normalised title, as answers to a query: by what the terms in them weigh, each
 * counted once and less as far as the title has it, and by the form of the answer.
 */
export class SentenceScorer {
  readonly #form: AnswerForm
  /** By the places of the terms: what each weighs here, its forms, and the pairs of characters of its own. */
  readonly #weights: readonly number[]
  readonly #forms: readonly Other[][]
  readonly #pairs: readonly string[][]
  /** Whether it is for the text to tell. */
  readonly #isToTell: readonly boolean[]
  /** Line → places of the terms that it has: its sentences come one after another. */
  readonly #ofLine = new Map<string, number[]>()
  /** What the title tells of any sentence. */
  readonly #ofTitle: number

  constructor(terms: readonly Term[], title: string, form: AnswerForm) {
    const left = leftToTell(terms, title)
    this.#form = form
    this.#forms = terms.map(formsOf)
    // 2015年5月 has most of 2023年5月, and says nothing of it.
    this.#pairs = terms.map(({ run }) => (isTime(run) ? [] : pairsOf(run)))
    this.#isToTell = terms.map((term) => left.includes(term) && !isFrame(term))
    this.#weights = terms.map(({ weight }, place) => {
      const told = this.#isToTell[place] ? shareIn(title, this.#forms[place]!) : 1
      return (1 - told + TOLD_BY_TITLE * told) * weight
    })
    this.#ofTitle = form.asks ? TOLD_BESIDE * this.#told(title, this.#placesIn(title)) : 0
  }

  score({ normalized, line, isItem }: Sentence): SentenceScore {
    const has = this.#placesIn(this.#form.asksHowLong ? normalized.replace(SINCE, '') : normalized)
    const told = this.#told(normalized, has) + TOLD_IN_PIECES * this.#inPieces(normalized, has)
    const context = this.#form.asks ? TOLD_BESIDE * this.#toldBeside(line, has) + this.#ofTitle : 0
    const share = answerShare(isItem ? line : normalized, line, this.#form)
    const isTold = told > 0 || (share > 1 && context > 0)
    return {
      weight: isTold ? this.#gain(normalized, has) * (told + context) * share : 0,
      has,
      count: has
        .flatMap((place) => this.#forms[place]!)
        .reduce((sum, { run }) => sum + occurrences(normalized, run), 0),
    }
  }

  /** What a sentence tells, beyond it, of the terms that it has: what these weigh that another one lacks. */
  added({ has }: SentenceScore, shown: ReadonlySet<number>): number {
    const lacking = has.filter((place) => !shown.has(place) && this.#isToTell[place])
    return lacking.reduce((sum, place) => sum + this.#weights[place]!, 0)
  }

  #placesIn(text: string): number[] {
    return [...this.#forms.keys()].filter((place) => this.#forms[place]!.some(({ run }) => text.includes(run)))
  }

  /** What a line tells of the terms that its sentence does not have. */
  #toldBeside(line: string, has: readonly number[]): number {
    const places = this.#ofLine.get(line) ?? this.#placesIn(line)
    this.#ofLine.set(line, places)
    return this.#told(
      line,
      places.filter((place) => !has.includes(place)),
    )
  }

  #told(text: string, places: readonly number[]): number {
    return places.reduce((sum, place) => {
      const stands = this.#forms[place]!.some(({ run }) => standsIn(text, run))
      return sum + (stands ? 1 : ONLY_LOOKS_SO) * this.#weights[place]!
    }, 0)
  }

  /** What it tells of the terms that do not stand whole in it. */
  #inPieces(text: string, has: readonly number[]): number {
    return this.#weights.reduce(
      (sum, weight, place) => (has.includes(place) ? sum : sum + weight * shareOf(text, this.#pairs[place]!)),
      0,
    )
  }

  #gain(sentence: string, has: readonly number[]): number {
    const about = has.some((place) => isAbout(sentence, this.#forms[place]!)) ? ABOUT : 1
    // What a question asks for has its form by itself.
    const tells = (place: number): boolean => this.#isToTell[place]! && hasValue(sentence, this.#forms[place]!)
    const value = this.#form.has.length === 0 && has.some(tells) ? OF_VALUE : 1
    return about * value
  }
}

/** Whether a sentence, normalised, begins with a string, the number of its article or item aside. */
function isAbout(sentence: string, forms: readonly Other[]): boolean {
  const text = sentence.replace(ARTICLE_NUMBER, '').replace(ITEM, '')
  return forms.some(({ run }) => text.startsWith(run))
}

function hasValue(sentence: string, forms: readonly Other[]): boolean {
  return forms.some(({ run }) => {
    const at = sentence.indexOf(run)
    return at >= 0 && (VALUE.test(sentence.slice(at + run.length)) || VALUE_BEFORE.test(sentence.slice(0, at)))
  })
}

/** How much of a term stands in a string, in pieces, in whatever form most. */
const shareIn = (text: string, forms: readonly Other[]): number =>
  Math.max(...forms.map(({ run }) => shareOf(text, pairsOf(run))))

const shareOf = (text: string, pairs: readonly string[]): number =>
  pairs.length < 2 ? 0 : pairs.filter((pair) => text.includes(pair)).length / pairs.length

/** The different pairs of characters of a string. */
function pairsOf(run: string): string[] {
  const characters = [...run]
  return [...new Set(characters.slice(1).map((second, at) => characters[at]! + second))]
}
