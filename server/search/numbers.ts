import type { DocNumber } from '../../indexer/contract/doc-number.js'
import type { EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { isOfOlderIndexes } from '../../indexer/contract/engine/errors.js'
import { oneOf, quoted } from '../../indexer/contract/engine/filter.js'
import { HIT_FIELDS } from '../../indexer/contract/fields.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { seriesKey } from '../../indexer/contract/number-keys.js'
import type { HitMetadata, TombstoneRecord } from '../../indexer/contract/records.js'
import type { AskedNumber } from './asked-number.js'

/** What the archive holds under a number, and beside it. */
export interface NumberHoldings {
  /** The documents that bear it; several bodies may have used one code. */
  holders: HitMetadata[]
  /** Those that bore it and have left; looked for where there is no holder. */
  departed: Departed[]
  /** The nearest numbers of the same code and year, nearest first; looked for where there is no holder. */
  lower: HitMetadata[]
  higher: HitMetadata[]
  /** How many documents of that code and year there are. */
  inSeries: number
  /** Where there are none: the nearest year of which there are. */
  nearest: HeldSeries | null
}

/** A document that is held no more, as far as its number is asked about. */
export type Departed = Pick<TombstoneRecord, 'id' | 'title' | 'doc_number'>

/** All that is held of one code and year. */
export interface HeldSeries {
  code: string
  year: number
  total: number
}

export const NOTHING_HELD: NumberHoldings = {
  ...{ holders: [], departed: [], lower: [], higher: [], inSeries: 0, nearest: null },
}

/** A document in its series. */
export type NumberedHit = HitMetadata & { number_serial: number }

const NEIGHBOURS = 2
const MOST_HOLDERS = 100
/** No body gives out more numbers a year. */
const LONGEST_SERIES = 10_000
/** The years that numbers are of. */
const YEARS = Array.from({ length: 200 }, (_, index) => 1900 + index)

const query = (filter: string[], limit: number, more: Partial<EngineQuery> = {}): EngineQuery => ({
  indexUid: INDEXES.documents,
  filter,
  attributesToRetrieve: ['id', ...HIT_FIELDS],
  page: 1,
  hitsPerPage: limit,
  ...more,
})

export async function holdingsOf(engine: EngineClient, asked: AskedNumber): Promise<NumberHoldings> {
  const { number, key } = asked
  if (number === null) {
    const isAsked = [`index_key = ${quoted(key ?? '')}`]
    const { hits } = await engine.search<HitMetadata>(query(isAsked, MOST_HOLDERS))
    return { ...NOTHING_HELD, holders: hits, departed: hits.length > 0 ? [] : await departedOf(engine, isAsked) }
  }
  const series = `number_series = ${quoted(seriesKey(number))}`
  const isAsked = [series, `number_serial = ${number.number}`]
  const answers = await engine.multiSearch<HitMetadata>([
    query(isAsked, MOST_HOLDERS),
    query([series, `number_serial < ${number.number}`], NEIGHBOURS, { sort: ['number_serial:desc', 'id:asc'] }),
    query([series, `number_serial > ${number.number}`], NEIGHBOURS, { sort: ['number_serial:asc', 'id:asc'] }),
  ])
  const [holders, lower, higher] = answers.map(({ hits }) => hits)
  const inSeries = answers.reduce((sum, { totalHits }) => sum + (totalHits ?? 0), 0)
  const [nearest, departed] = await Promise.all([
    inSeries === 0 ? nearestSeries(engine, number) : null,
    holders!.length > 0 ? [] : departedOf(engine, isAsked),
  ])
  return { holders: holders!, departed, lower: lower!, higher: higher!, inSeries, nearest }
}

async function departedOf(engine: EngineClient, filter: string[]): Promise<Departed[]> {
  try {
    const { hits } = await engine.search<Departed>({
      ...{ indexUid: INDEXES.history, filter, limit: MOST_HOLDERS },
      attributesToRetrieve: ['id', 'title', 'doc_number'],
    })
    return hits
  } catch (error) {
    // It can't be asked by number until it is built anew.
    if (isOfOlderIndexes(error)) return []
    throw error
  }
}

/** Of the same code, the nearest year of which anything is held, the later of two; null where nothing is. */
export async function nearestSeries(
  engine: EngineClient,
  { code, year }: Pick<DocNumber, 'code' | 'year'>,
): Promise<HeldSeries | null> {
  if (year === null) return null
  const years = new Map(YEARS.map((one) => [seriesKey({ code, year: one }), one]))
  const { facetDistribution } = await engine.search({
    indexUid: INDEXES.documents,
    filter: [oneOf('number_series', [...years.keys()])],
    facets: ['number_series'],
    limit: 0,
  })
  const held = Object.entries(facetDistribution?.['number_series'] ?? {}).flatMap(([key, total]) => {
    const one = years.get(key)
    return one === undefined ? [] : [{ code, year: one, total }]
  })
  const [nearest = null] = held.sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year) || b.year - a.year)
  return nearest
}

/** All documents of one code and year, by number. */
export async function seriesOf(engine: EngineClient, series: Pick<DocNumber, 'code' | 'year'>): Promise<NumberedHit[]> {
  const { hits } = await engine.search<NumberedHit>(
    query([`number_series = ${quoted(seriesKey(series))}`], LONGEST_SERIES, {
      sort: ['number_serial:asc', 'id:asc'],
      attributesToRetrieve: ['id', 'number_serial', ...HIT_FIELDS],
    }),
  )
  return hits
}
