import { fileURLToPath } from 'node:url'
import { newSearch } from '../../server/params.js'
import type { SearchHit } from '../../server/search/types.js'
import { readQuestions, type Question } from '../evaluate/files.js'
import { withGivenArchive, type Given } from './given-archive.js'

const OWN_QUESTIONS = fileURLToPath(new URL('../evaluate/answers.tsv', import.meta.url))
const FIRST = 3

/** How a question was answered; places from 0, null where it was not within those that are looked at. */
interface Answered {
  rank: number | null
  shown: number | null
}

/**
 * For how many questions the text that answers stands first, or among the first three, and for how many of them a snippet
 * shows the answer; the rest is listed with what stood first instead. `questions`: a file of lines `question<TAB>title<TAB>answer`,
 * the last two regular expressions, or null for the questions kept here, which are on national laws, party rules and
 * government reports.
 */
export async function benchAnswers(given: Given, questions: string | null): Promise<string> {
  const all = await readQuestions(questions ?? OWN_QUESTIONS)
  return withGivenArchive(given, async ({ open }) => {
    const archive = open()
    const misses: string[] = []
    const answered: Answered[] = []
    for (const question of all) {
      const { hits } = await archive.search(newSearch({ q: question.text }))
      const one = answerOf(question, hits)
      answered.push(one)
      if (one.shown !== null) continue
      const what = one.rank === null ? `not among the first ${FIRST}` : `stands ${one.rank + 1}., without the answer`
      misses.push(`${question.text}: ${what}; first is ${hits[0]?.title ?? 'nothing'}`)
    }
    const count = (test: (one: Answered) => boolean): string => `${answered.filter(test).length} of ${all.length}`
    return [
      ...misses,
      `the text that answers stands first for ${count(({ rank }) => rank === 0)}, among the first ${FIRST} for ${count(({ rank }) => rank !== null)}`,
      `the answer is shown with the first hit for ${count(({ shown }) => shown === 0)}, with one of the first ${FIRST} for ${count(({ shown }) => shown !== null)}`,
    ].join('\n')
  })
}

function answerOf({ title, answer }: Question, hits: readonly SearchHit[]): Answered {
  const isIt = (hit: SearchHit): boolean => title.test((hit.issuer ?? '') + hit.title)
  const shows = (hit: SearchHit): boolean => hit.snippets.some(({ text }) => answer.test(text.replace(/\s/g, '')))
  const first = hits.slice(0, FIRST)
  const placeOf = (test: (hit: SearchHit) => boolean): number | null => {
    const place = first.findIndex(test)
    return place < 0 ? null : place
  }
  return { rank: placeOf(isIt), shown: placeOf((hit) => isIt(hit) && shows(hit)) }
}
