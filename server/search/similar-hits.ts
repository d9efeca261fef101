import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { oneOf } from '../../indexer/contract/engine/filter.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { NEARLY_SAME, resemblance } from '../../indexer/contract/minhash.js'
import { normalize } from '../../indexer/contract/normalize.js'
import type { PassageRecord } from '../../indexer/contract/records.js'
import { isGone } from '../../indexer/contract/validity.js'
import { withoutVersion } from './asked-name.js'
import { latestDay } from './asked-time.js'
import { ONE_PER_DOCUMENT } from './filters.js'
import { isRule } from './source-kind.js'
import type { SearchHit } from './types.js'

interface Signed {
  id: string
  /** '' for a text that is too short to have one. */
  signature: string
}

/** Each document whose text is nearly that of an earlier one → the first of them. */
export type Likeness = ReadonlyMap<string, string>

/**
 * Which documents of a page, given in order, have nearly the text of an earlier one. Texts are only compared where one
 * title is in the other: other doubles are rare, and the engine would have to be asked for every page.
 */
export async function likenessOf(
  engine: EngineClient,
  documents: readonly Pick<SearchHit, 'id' | 'title'>[],
): Promise<Likeness> {
  const titles = documents.map(({ title }) => lettersOf(title))
  const ids = documents.filter((_, place) => isInAnother(titles, place)).map(({ id }) => id)
  return nearlySame(engine, ids)
}

/**
 * Who asks for a rule by the name that all its versions have wants the one in force, and of these the newest: it takes
 * the place of the first. What versions share is nearly all of their text, or the name; `isOfToday`: no time is asked for
 * that an older version may be of.
 */
export function ledByTheNewest(hits: readonly SearchHit[], like: Likeness, isOfToday: boolean): SearchHit[] {
  const order = [...hits]
  const lead = (versions: readonly SearchHit[], first: SearchHit): SearchHit => {
    const leader = versions.reduce((best, version) => (isBetter(version, best) ? version : best), first)
    const [from, to] = [order.indexOf(leader), order.indexOf(first)]
    ;[order[from], order[to]] = [first, leader]
    return leader
  }
  const leaders = new Map<string, string>()
  for (const firstId of new Set(like.values())) {
    const first = hits.find(({ id }) => id === firstId)!
    const name = lettersOf(first.title)
    const versions = hits.filter(({ id, title }) => like.get(id) === firstId && lettersOf(title).includes(name))
    leaders.set(firstId, lead(versions, first).id)
  }
  if (isOfToday) for (const versions of versionsByName(order)) lead(versions, versions[0]!)
  return order.map((hit) => {
    const leader = leaders.get(like.get(hit.id) ?? hit.id)
    return { ...hit, sameAs: leader === undefined || leader === hit.id ? null : leader }
  })
}

/**
 * Rules of one name that is followed, in some of them, by what version it is (纪律处分条例（2016年）, （2023年）), or of which
 * some are no longer in force.
 */
function versionsByName(hits: readonly SearchHit[]): SearchHit[][] {
  const named = new Map<string, SearchHit[]>()
  for (const hit of hits.filter(isRule)) {
    const name = lettersOf(withoutVersion(hit.title))
    named.set(name, [...(named.get(name) ?? []), hit])
  }
  return [...named.values()].filter(
    (versions) =>
      versions.length > 1 && versions.some(({ title, validity }) => title !== versions[0]!.title || isGone(validity)),
  )
}

function isBetter(one: SearchHit, other: SearchHit): boolean {
  // What was changed is in force as another version has it.
  const isInForce = ({ validity }: SearchHit): boolean =>
    !isGone(validity) && validity !== '尚未生效' && validity !== '已修改'
  if (isInForce(one) !== isInForce(other)) return isInForce(one)
  return latestDay(one) > latestDay(other)
}

const lettersOf = (title: string): string => normalize(title).replace(/[^\p{L}\p{N}]/gu, '')

const isInAnother = (titles: readonly string[], place: number): boolean =>
  titles.some((other, at) => at !== place && (other.includes(titles[place]!) || titles[place]!.includes(other)))

async function nearlySame(engine: EngineClient, ids: readonly string[]): Promise<Likeness> {
  if (ids.length < 2) return new Map()
  const { hits } = await engine.search<Pick<PassageRecord, 'doc' | 'signature'>>({
    indexUid: INDEXES.passages,
    filter: [oneOf('doc', ids), ONE_PER_DOCUMENT],
    limit: ids.length,
    attributesToRetrieve: ['doc', 'signature'],
  })
  const signatures = new Map(hits.map(({ doc, signature }) => [doc, signature]))
  return likeness(ids.map((id) => ({ id, signature: signatures.get(id) ?? '' })))
}

/** Each document that is like an earlier one → the first that it is like and that is like no earlier one itself. */
export function likeness(documents: readonly Signed[]): Likeness {
  const first: Signed[] = []
  const same = new Map<string, string>()
  for (const document of documents) {
    const like = first.find(({ signature }) => resemblance(signature, document.signature) >= NEARLY_SAME)
    if (like) same.set(document.id, like.id)
    else first.push(document)
  }
  return same
}
