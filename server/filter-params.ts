import { FACETS, type FacetDefinition, type FacetName } from '../indexer/contract/fields.js'
import { parseTopic } from '../indexer/contract/topics.js'
import { t } from './text.zh.js'

/** A parameter whose value cannot be used; the message says what would be right. */
export interface Problem {
  name: string
  value: string
  message: string
}

export interface ParsedFilters {
  filters: Record<FacetName, string[]>
  problems: Problem[]
}

/**
 * So many values of one facet, and so many characters of them altogether. Each of them can be taken back by a link that
 * names all the others: a page grows with their square.
 */
const MAX_FILTER_VALUES = 50
const MAX_FILTER_LENGTH = 2_000
/** The official classes have two levels; a source may have its own. */
const MAX_LEVELS = 8
/** Facets whose values can be told from nonsense by their form alone. */
const FORMS: Partial<Record<FacetName, RegExp>> = { year: /^\d{4}$/ }

/** The values of each facet; what cannot be used, and a facet with more values than can be, is left out and named. */
export function parseFilters(query: URLSearchParams): ParsedFilters {
  const problems: Problem[] = []
  const entries = FACETS.map((facet): [FacetName, string[]] => {
    const { name } = facet
    const values = distinctValues(facet, query.getAll(name))
    if (values.length > MAX_FILTER_VALUES || lengthOf(values) > MAX_FILTER_LENGTH) {
      const message = t.facetProblem.many(t.facets[name], values.length, MAX_FILTER_VALUES, MAX_FILTER_LENGTH)
      problems.push({ name, value: String(values.length), message })
      return [name, []]
    }
    const refused = values.filter((value) => !isPossible(facet, value))
    for (const value of refused) problems.push({ name, value, message: messageFor(facet, value) })
    return [name, values.filter((value) => !refused.includes(value))]
  })
  return { filters: Object.fromEntries(entries) as Record<FacetName, string[]>, problems }
}

/** Sorted and without repetitions, so that one selection has one address. */
function distinctValues(facet: FacetDefinition, given: readonly string[]): string[] {
  const values = given.map((text) => (facet.hierarchical ? parseTopic(text) : plain(facet, text.trim())))
  return [...new Set(values.filter((value): value is string => value !== null && value !== ''))].sort()
}

/** Values that have a form are taken in full width, too. */
const plain = ({ name }: FacetDefinition, value: string): string =>
  FORMS[name] === undefined ? value : value.normalize('NFKC')

function isPossible({ name, values, hierarchical }: FacetDefinition, value: string): boolean {
  if (hierarchical && value.split('/').length > MAX_LEVELS) return false
  return values?.includes(value) ?? FORMS[name]?.test(value) ?? true
}

function messageFor({ name, values, hierarchical }: FacetDefinition, value: string): string {
  const label = t.facets[name]
  if (values) return t.facetProblem.values(label, value, values)
  return hierarchical ? t.facetProblem.levels(label, value, MAX_LEVELS) : t.facetProblem.form(label, value)
}

const lengthOf = (values: readonly string[]): number => values.reduce((sum, { length }) => sum + length, 0)
