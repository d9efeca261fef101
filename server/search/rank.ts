import { endsWithName, fullNamesOf, isLawOn, isLawWithin, isNamedIn, isPlanNamedIn, nameIn } from './asked-name.js'
import { ageOf, timeFit, type AskedTime } from './asked-time.js'
import { normalize } from '../../indexer/contract/normalize.js'
import { namesOf } from '../../indexer/contract/relations.js'
import { linesOf, type Candidate } from './candidates.js'
import type { DocumentTable } from './documents.js'
import { withoutFrame } from './frame.js'
import type { MatchSet } from './match.js'
import { isGone } from '../../indexer/contract/validity.js'
import { nearWhole } from './near-whole.js'
import type { Reading } from './reading.js'
import { isAmendment, isOfPress, isRule } from './source-kind.js'
import { formsOf, type Term } from './terms.js'
import { addCounts, TextScorer, type Counts } from './text-score.js'

/** What the document counts for as a whole, by the passages that have something of the query. */
const DOCUMENT = 0.1
/** What the best passage counts for beside the document: it is what the reader comes for. */
const BEST_PASSAGE = 0.25
/** What the title counts for. */
const TITLE = 0.2
/** What it adds when the query stands whole in a title or passage, in shares of the score of all the query. */
const WHOLE_IN_TITLE = 1.5
const WHOLE_IN_TEXT = 0.25
/** What it adds when all terms stand in the title, in whatever order. */
const ALL_IN_TITLE = 0.75
/** What it adds when the query is the title itself, or the document's number. */
const IS_TITLE_LINE = 3
/** What it adds, beside standing in the title, when the document is called so: 食品安全法, and not the rules for it. */
const IS_NAME = 0.75
/** The same where the query is short for what it is called: others say 二十大报告, the report itself does not. */
const IS_FULL_NAME = 2.5
/** The same where the query is what a law is on: 食品安全. */
const IS_LAW_ON = 0.75
/** The same where the query goes on: 食品安全谁负责. */
const IS_LAW_WITHIN = 0.25
/** What it adds when the query names the rule, and goes on: 食品安全法十倍赔偿, 道交法 酒驾. */
const NAMED = 0.75
/** The same for a plan: what all reports of these years say of the matter, it has said first. */
const NAMED_PLAN = 1
/** What it adds when the title ends with the query: a 2024年政府工作报告 is one, and the news of it are not. */
const IS_KIND = 0.5
/** The same for one of a place that was not asked for: who asks for 2024年政府工作报告 first wants the nation's. */
const IS_KIND_ELSEWHERE = 0.1
/** What it adds when the document is of the time that the query asks for. */
const OF_ASKED_TIME = 1
/** The same when it is of the place. */
const OF_ASKED_PLACE = 0.8
/** What it loses when it is no longer in force: who asks for a law wants the one that is. */
const NO_LONGER_IN_FORCE = 0.5
/** What the score of its text grows by when all others name it, and shrinks by when it is of a place not asked for. */
const CITED = 0.5
const ELSEWHERE = 0.3
/** What it grows by for a question when the text is a rule, and shrinks by when it is the press telling of others' texts. */
const RULE = 0.25
const PRESS = 0.35
/** What it shrinks by for changing a law, which says the same. */
const AMENDMENT = 0.2
/** What it shrinks by, in the end, for being old where a question is of today: rules hold as long as they are in force. */
const OLD = 0.3
const HALF_LIFE_YEARS = 10
/** How much of that counts where the query is no question: words alone ask for texts about them, whatever their rank. */
const STANDING_OF_WORDS = 0.3

/** What is known of a document from those of its passages that were fetched. */
interface Evidence {
  text: Counts
  passages: Counts[]
  title: Counts
  bonus: number
  /** From 0 to 1. */
  timeFit: number
  /** What the score of its text is multiplied with. */
  standing: number
}

/**
 * Puts the numbers of the documents that were found in order, best first: those with passages among the candidates by the score of
 * these passages together, of the best of them and of the title; after them the others, by what the engine tells of
 * them as a whole.
 */
export function rank(
  matches: MatchSet,
  candidates: readonly Candidate[],
  { sought: { whole }, understood, terms, time, places, asks }: Reading,
): number[] {
  const scorer = new TextScorer(understood, terms)
  const units = understood.required.flat()
  const asked = nameIn(whole)
  const fullNames = fullNamesOf(asked)
  const names = new Set(namesOf({ title: asked, doc_number: null }))
  const called = [asked, ...units.flatMap(({ terms }) => terms.flatMap(({ run }) => fullNamesOf(run)))]
  // Also of what else the words are called: 辞退 is 解除劳动合同, which 劳动合同法 is on.
  const subjects = [asked, ...terms.flatMap(formsOf).map(({ run }) => run)]
  const isQuestion = asks || units.some((unit) => unit.isQuestion)
  const share = isQuestion ? 1 : STANDING_OF_WORDS
  const sourceShare = isQuestion || time.newest || time.years.length > 0 ? 1 : STANDING_OF_WORDS
  const documents = new Map<number, Evidence>()
  for (const candidate of candidates) {
    const number = matches.table.find(candidate.doc)
    if (number === null || !matches.numbers.has(number)) continue
    const known = documents.get(number)
    const evidence = known ?? {
      text: scorer.empty(),
      passages: [],
      title: scorer.empty(),
      bonus: 0,
      timeFit: 0,
      standing: 1,
    }
    if (!known) {
      const title = normalize(candidate.hit.title)
      const nearness = matches.standing.nearness(candidate.hit, places)
      const isElsewhere = nearness < 0
      evidence.title = scorer.count(title)
      addCounts(evidence.text, evidence.title)
      evidence.bonus = titleBonus(title, [whole, ...fullNames], terms)
      if (fullNames.some((name) => endsWithName(title, name))) evidence.bonus += IS_FULL_NAME
      else if (whole !== '' && namesOf({ ...candidate.hit, doc_number: null }).some((name) => names.has(name)))
        evidence.bonus += IS_NAME
      else if (isLawOn(asked, candidate.hit)) evidence.bonus += IS_LAW_ON
      else if (isNamedIn(called, candidate.hit)) evidence.bonus += NAMED
      else if (isPlanNamedIn(called, candidate.hit)) evidence.bonus += isElsewhere ? IS_KIND_ELSEWHERE : NAMED_PLAN
      else if (isLawWithin(subjects, candidate.hit)) evidence.bonus += IS_LAW_WITHIN
      else if (endsWithName(title, asked) || isOfKind(title, candidate.hit, terms))
        evidence.bonus += isElsewhere ? IS_KIND_ELSEWHERE : IS_KIND
      evidence.standing = 1 + share * CITED * matches.standing.cited(candidate.hit)
      if (isElsewhere) evidence.standing -= sourceShare * ELSEWHERE
      evidence.standing += sourceShare * sourceOf(candidate.hit, asks, time)
      if (nearness > 0) evidence.bonus += OF_ASKED_PLACE
      if (isGone(candidate.hit.validity)) evidence.bonus -= NO_LONGER_IN_FORCE
      evidence.timeFit = timeFit(title, candidate.hit, time)
      documents.set(number, evidence)
    }
    const lines = linesOf(candidate)
    if (candidate.kind === 'title') {
      if (lines.includes(whole)) evidence.bonus += IS_TITLE_LINE
      continue
    }
    const text = lines.join('\n')
    const counts = scorer.count(text)
    addCounts(evidence.text, counts)
    evidence.passages.push(counts)
    if (wholeIn(text, whole)) evidence.bonus = Math.max(evidence.bonus, WHOLE_IN_TEXT)
    else if (!asks) evidence.bonus = Math.max(evidence.bonus, WHOLE_IN_TEXT * nearWhole(text, whole))
  }
  const telling = withoutFrame(terms).map((term) => terms.indexOf(term))
  const final = finalScores([...documents.values()], scorer, telling)
  const rest = (number: number): number => matches.scores[number]!
  const read = [...documents.keys()].map((number, place) => ({
    number,
    score: final[place]! + DOCUMENT * rest(number),
  }))
  const unread = [...matches.numbers].filter((number) => !documents.has(number))
  const { table } = matches
  return [
    ...inOrder(read, table),
    ...inOrder(
      unread.map((number) => ({ number, score: rest(number) })),
      table,
    ),
  ]
}

/** Highest first; what scores the same, by its id. */
function inOrder(scored: { number: number; score: number }[], table: DocumentTable): number[] {
  scored.sort((a, b) => b.score - a.score || (table.idOf(a.number) < table.idOf(b.number) ? -1 : 1))
  return scored.map(({ number }) => number)
}

/** `telling`: places of the terms of which a text has to have something before it counts that it is of the time asked for. */
function finalScores(documents: readonly Evidence[], scorer: TextScorer, telling: readonly number[]): number[] {
  const texts = scorer.scores(documents.map(({ text }) => text))
  const titles = scorer.scores(documents.map(({ title }) => title))
  const passages = scorer.scores(documents.flatMap((document) => document.passages))
  let next = 0
  return documents.map((document, place) => {
    const best = Math.max(0, ...document.passages.map(() => passages[next++]!))
    const told = (): number => Math.max(0, ...telling.map((term) => scorer.share(term, document.text)))
    const ofTime = document.timeFit === 0 ? 0 : document.timeFit * told()
    const bonus = document.bonus + OF_ASKED_TIME * ofTime
    const text = texts[place]! + BEST_PASSAGE * best + TITLE * titles[place]!
    return document.standing * text + bonus * scorer.full
  })
}

/** What a text is worth for a question by what kind of text it is. */
function sourceOf(hit: Candidate['hit'], asks: boolean, time: AskedTime): number {
  if (isOfPress(hit)) return -PRESS - (asks ? lossOfAge(hit, time) : 0)
  if (isAmendment(hit)) return -AMENDMENT
  if (isRule(hit)) return time.today && !isGone(hit.validity) ? RULE : 0
  return asks ? -lossOfAge(hit, time) : 0
}

function lossOfAge({ written }: Candidate['hit'], time: AskedTime): number {
  if (!time.today || written === null) return 0
  return OLD * (1 - 0.5 ** (ageOf(written, time) / HALF_LIFE_YEARS))
}

function titleBonus(title: string, wholes: readonly string[], terms: readonly Term[]): number {
  if (wholes.some((whole) => wholeIn(title, whole))) return WHOLE_IN_TITLE
  return hasAll(title, terms) ? ALL_IN_TITLE : 0
}

/**
 * Whether a document is of the kind that a query names among other things that its title says: 文化传承座谈会 讲话 asks for
 * the speech. The press tells of speeches in titles that end alike.
 */
function isOfKind(title: string, hit: Candidate['hit'], terms: readonly Term[]): boolean {
  if (terms.length < 2 || isOfPress(hit) || !hasAll(title, terms)) return false
  return terms.some(({ run }) => endsWithName(title, run))
}

const hasAll = (title: string, terms: readonly Term[]): boolean =>
  terms.every((term) => formsOf(term).some(({ run }) => title.includes(run)))

const wholeIn = (text: string, whole: string): boolean => whole.length > 1 && text.includes(whole)
