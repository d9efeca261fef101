import type { EngineClient } from '../../indexer/contract/engine/client.js'
import { isOfOlderIndexes } from '../../indexer/contract/engine/errors.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { normalize } from '../../indexer/contract/normalize.js'
import type { HitMetadata } from '../../indexer/contract/records.js'
import { namesOf } from '../../indexer/contract/relations.js'
import { areRelated, placesAtStart, type PlaceCode } from './places.js'
import { isPress } from './source-kind.js'

/** One article of a law, held as a document of its own, is called for by the law's name. */
const ARTICLE = /第[零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?$/
/** A document that is named by so many others counts in full, `ln(1 + n)`. */
const FULLY_CITED = Math.log1p(400)
/** The share of the archive from which on a place is where the archive is at home. */
const HOME_SHARE = 1 / 3

/** Provinces and prefectures have codes of so many digits at most. */
const PREFECTURE = 4

type Named = Pick<HitMetadata, 'title' | 'doc_number' | 'issuer'>

/** What documents are worth before anything is asked: how often others name them, and where they are in force. */
export class Standing {
  readonly #cited: ReadonlyMap<string, number>
  readonly #home: ReadonlySet<PlaceCode>
  /** Bodies that speak for all who ask: neither of a place that is not home, nor the press. None where there are no others. */
  readonly bodiesForAll: readonly string[]
  /** By body: what its name begins with, which is asked again with every query. */
  readonly #placesOf: ReadonlyMap<string, PlaceCode[]>

  /**
   * `cites` and `names`: how many documents name each key, and bear it (`relations.ts`); `issuers`: how many documents
   * each body has issued.
   */
  constructor(cites: Counted, names: Counted, issuers: Counted) {
    const parts = partsOf(names)
    // 《政府工作报告》 speaks for none of the hundreds that are called so; the parts of one law are called so together.
    const bearers = (key: string): number => Math.max(1, (names[key] ?? 0) - Math.max(0, (parts.get(key) ?? 0) - 1))
    this.#cited = new Map(Object.entries(cites).map(([key, count]) => [key, count / bearers(key)]))
    const bodies = Object.keys(issuers)
    this.#placesOf = new Map(bodies.map((issuer) => [issuer, placesAtStart(normalize(issuer))]))
    this.#home = homeOf(issuers, this.#placesOf)
    const isHere = (issuer: string): boolean => this.#nearnessOf(issuer, []) === 0
    this.bodiesForAll = bodies.every(isHere) ? [] : bodies.filter((issuer) => isHere(issuer) && !isPress(issuer))
  }

  /** Bodies of the provinces and prefectures that are asked for. */
  bodiesNear(asked: readonly PlaceCode[]): string[] {
    return [...this.#placesOf.keys()].filter((issuer) => this.#nearnessOf(issuer, asked) > 0)
  }

  #nearnessOf(issuer: string, asked: readonly PlaceCode[]): number {
    return this.nearness({ issuer, title: '', doc_number: null }, asked)
  }

  /** How much a document is named by others, from 0 to 1. */
  cited(document: Named): number {
    const law = document.title.replace(ARTICLE, '')
    const keys = [...namesOf(document), ...(law === document.title ? [] : namesOf({ title: law, doc_number: null }))]
    const most = Math.max(0, ...keys.map((key) => this.#cited.get(key) ?? 0))
    return Math.min(1, Math.log1p(most) / FULLY_CITED)
  }

  /**
   * 1 for a document by a body of a province or prefecture that is asked for, -1 for one of a place that is neither asked
   * for nor home, else 0.
   */
  nearness({ issuer, title }: Named, asked: readonly PlaceCode[]): -1 | 0 | 1 {
    const own = (issuer === null ? null : this.#placesOf.get(issuer)) ?? placesAtStart(normalize(issuer ?? title))
    const near = asked.filter((other) => own.some((place) => areRelated(place, other)))
    // A title may begin with what it is about; and short names of counties are words as well: 合作, 红旗.
    if (near.length > 0) return issuer !== null && near.some((place) => place.length <= PREFECTURE) ? 1 : 0
    return own.length === 0 || own.some((place) => this.#home.has(place)) ? 0 : -1
  }
}

type Counted = Readonly<Record<string, number>>

/** The standing of the documents that the archive holds now; of none where an older version has made the indexes. */
export async function readStanding(engine: EngineClient): Promise<Standing> {
  try {
    const { facetDistribution = {} } = await engine.search({
      indexUid: INDEXES.documents,
      limit: 0,
      facets: ['cites', 'names', 'issuer'],
    })
    return new Standing(
      facetDistribution['cites'] ?? {},
      facetDistribution['names'] ?? {},
      facetDistribution['issuer'] ?? {},
    )
  } catch (error) {
    if (!isOfOlderIndexes(error)) throw error
    return new Standing({}, {}, {})
  }
}

/** As in the names of `namesOf`, whose brackets are square: 民法典[合同编]. */
const PART_OF_KEY = /\[[^[\]]*(?:编|卷|修正|修订)\]$/

/** By name, how many documents are a part or a version of what is called so, and say which in brackets. */
function partsOf(names: Counted): Map<string, number> {
  const parts = new Map<string, number>()
  for (const [key, count] of Object.entries(names)) {
    const name = key.replace(PART_OF_KEY, '')
    if (name !== key) parts.set(name, (parts.get(name) ?? 0) + count)
  }
  return parts
}

function homeOf(issuers: Counted, placesOf: ReadonlyMap<string, PlaceCode[]>): Set<PlaceCode> {
  const shares = new Map<PlaceCode, number>()
  let all = 0
  for (const [issuer, count] of Object.entries(issuers)) {
    all += count
    const [place = ''] = placesOf.get(issuer)!
    for (const length of [2, 4, 6]) {
      if (place.length < length) break
      const code = place.slice(0, length)
      shares.set(code, (shares.get(code) ?? 0) + count)
    }
  }
  return new Set([...shares].filter(([, count]) => count >= HOME_SHARE * all).map(([code]) => code))
}
