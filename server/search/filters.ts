import type { EngineAnswer, EngineQuery } from '../../indexer/contract/engine/client.js'
import { oneOf } from '../../indexer/contract/engine/filter.js'
import { dayRange } from '../../indexer/contract/dates.js'
import { FACETS, type FacetName } from '../../indexer/contract/fields.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import type { FacetValue, SearchRequest } from './types.js'

type Filtered = Pick<SearchRequest, 'filters' | 'from' | 'to'>

/** The engine's filter for a request's facets and dates; `except` leaves one facet's own selection out. */
export function filterOf({ filters, from, to }: Filtered, except?: FacetName): string[] {
  const parts = FACETS.filter(({ name }) => name !== except && filters[name].length > 0).map(({ name }) =>
    oneOf(name, filters[name]),
  )
  // A date known to the month or year matches every range that it may lie in.
  if (from) parts.push(`written_to >= ${dayRange(from)[0]}`)
  if (to) parts.push(`written_from <= ${dayRange(to)[1]}`)
  return parts
}

/** What was written within a partial ISO date for certain: what is known to its year only is of no month. */
export function writtenWithin(date: string): string {
  const [first, last] = dayRange(date)
  return `written_from >= ${first} AND written_to <= ${last}`
}

/**
 * Each document has one passage of kind `title`, which carries all that filters, sorting and hits need: those passages
 * stand for the documents, and are much lighter than their full records.
 */
export const ONE_PER_DOCUMENT = 'kind = title'

/**
 * One query for each facet with a selection (its values are counted without it), to be sent beside the main one,
 * which counts the rest. `restriction` is what the text of the query allows.
 */
export function facetQueries(
  request: Filtered,
  restriction: readonly string[],
): { names: FacetName[]; queries: EngineQuery[] } {
  const names = FACETS.map(({ name }) => name).filter((name) => request.filters[name].length > 0)
  const queries = names.map((name) => ({
    indexUid: INDEXES.passages,
    filter: [ONE_PER_DOCUMENT, ...restriction, ...filterOf(request, name)],
    facets: [name],
    limit: 0,
  }))
  return { names, queries }
}

/** Puts the counts of the main answer and of the facets' own answers together. */
export function facetsFrom(
  request: Filtered,
  main: EngineAnswer<object>,
  names: readonly FacetName[],
  answers: readonly EngineAnswer<object>[],
): Record<FacetName, FacetValue[]> {
  const entries = FACETS.map(({ name }) => {
    const own = names.indexOf(name)
    const counts = (own < 0 ? main : answers[own])?.facetDistribution?.[name] ?? {}
    return [name, facetValues(name, counts, request.filters[name])]
  })
  return Object.fromEntries(entries) as Record<FacetName, FacetValue[]>
}

function facetValues(name: FacetName, counted: Record<string, number>, selected: readonly string[]): FacetValue[] {
  const facet = FACETS.find((one) => one.name === name)!
  const counts = new Map(Object.entries(counted))
  // What is selected stays visible, and can be taken back, even where it counts nothing.
  const values = [...new Set([...counts.keys(), ...selected])].map((value) => ({
    value,
    count: counts.get(value) ?? 0,
    selected: selected.includes(value),
  }))
  const byName = (a: FacetValue, b: FacetValue): number => (a.value < b.value ? -1 : 1)
  switch (facet.order) {
    case 'count':
      return values.sort((a, b) => b.count - a.count || byName(a, b))
    case 'newest':
      return values.sort((a, b) => byName(b, a))
    case 'given': {
      const place = (value: string): number => (facet.values ?? []).indexOf(value)
      return values.sort((a, b) => place(a.value) - place(b.value))
    }
  }
}
