import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { oneOf } from '../../indexer/contract/engine/filter.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { dayRange } from '../../indexer/contract/dates.js'
import { namesKind } from './asked-name.js'
import { latestDay } from './asked-time.js'
import { CANDIDATE_ATTRIBUTES, ORDER, queryText, type Candidate } from './candidates.js'
import { filterOf, ONE_PER_DOCUMENT } from './filters.js'
import type { Lookup } from './lookup.js'
import type { MatchSet } from './match.js'
import type { ParsedQuery, Unit } from './query.js'
import { formsOf, type Term } from './terms.js'
import type { SearchRequest } from './types.js'

const FIRST = '(?:首次|首度|第一次|最早|最初)'
const SAID = '(?:提出|提到|提及|写[进入到]|列入|载入|纳入|出现)'
const YEAR = '(?:哪一?年|何年)'
const WHEN = `(?:什么时候|何时|${YEAR})`
/**
 * Words that ask when something was first said. 什么时候提出 by itself is asked of applications and appeals, and 最早什么时候 of
 * pensions: they are none.
 */
const ASKS_FIRST = new RegExp(
  [
    `(?:是?在?${WHEN})?${FIRST}(?:是?在?${WHEN})?被?${SAID}的?`,
    `${FIRST}的(?=.)`,
    `是?在?${WHEN}(?:开始|被)*(?:写[进入到]|列入|载入|纳入)`,
    `(?:是在?${WHEN}|在?${YEAR})(?:开始|被)*(?:提出|出现)的?$`,
  ].join('|'),
  'gu',
)

/** So many of the oldest documents come before those that rank best. */
const LEADING = 3
/** Of so many, by the day that they were first written, since the engine knows no other order. */
const LOOKED_AT = 100

/**
 * What a query looks for that asks when it was first said (新质生产力 首次提出, 碳达峰哪一年写进政府工作报告), without the words
 * that ask; null where none does, or nothing else is left.
 */
export function withoutAskingFirst(query: ParsedQuery): ParsedQuery | null {
  const rest = (unit: Unit): string => (unit.kind === 'free' ? unit.run.replace(ASKS_FIRST, ' ').trim() : unit.run)
  if (!query.required.flat().some((unit) => rest(unit) !== unit.run)) return null
  const required = query.required
    .map((group) => group.map((unit) => ({ ...unit, run: rest(unit) })).filter(({ run }) => run !== ''))
    .filter((group) => group.length > 0)
  const whole = query.whole.replace(ASKS_FIRST, ' ').trim()
  return required.length === 0 ? null : { ...query, required, whole }
}

/**
 * The oldest of the matching documents that say all the terms, as title passages. Where a term is a kind of text
 * (政府工作报告), texts of that kind are meant, as long as there are any.
 */
export async function earliest(
  engine: EngineClient,
  lookup: Lookup,
  request: SearchRequest,
  terms: readonly Term[],
  { numbers, table }: MatchSet,
): Promise<Candidate[]> {
  const found = await Promise.all(
    terms.map((term) => Promise.all(formsOf(term).map(({ run }) => lookup.exact(run, request.scope)))),
  )
  const having = [...numbers].filter((number) => found.every((forms) => forms.some((matches) => matches.has(number))))
  if (having.length === 0) return []
  const restriction = [ONE_PER_DOCUMENT, 'written_from EXISTS', oneOf('doc', table.idsOf(having)), ...filterOf(request)]
  const kinds = terms.filter(({ run }) => namesKind(run))
  for (const inTitle of kinds.length > 0 ? [kinds, []] : [[]]) {
    const { hits } = await engine.search<Candidate>({
      indexUid: INDEXES.passages,
      q: inTitle.length > 0 ? queryText(inTitle) : '',
      matchingStrategy: 'all',
      filter: restriction,
      sort: ORDER.oldest,
      limit: LOOKED_AT,
      attributesToRetrieve: CANDIDATE_ATTRIBUTES,
    })
    if (hits.length > 0) return inOrderOfText(hits).slice(0, LEADING)
  }
  return []
}

/**
 * By the day of the text as it is held: a law that was first written in 1984 has said 乡村振兴 since it was revised. One of which
 * only the year or the month is known may be of its last day, and is not called the first.
 */
function inOrderOfText(hits: readonly Candidate[]): Candidate[] {
  return hits
    .map((hit) => ({ hit, day: dayRange(latestDay(hit.hit))[1] }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ hit }) => hit)
}
