import { FACETS, type FacetDefinition, type FacetName } from '../../indexer/contract/fields.js'
import type { FacetValue, SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'

/** Values shown before the reader asks for more. */
const SHOWN = 8

/** One value of a facet as a checkbox. */
export interface FacetOption {
  /** Unique on the page. */
  id: string
  name: FacetName
  value: string
  label: string
  count: string
  selected: boolean
  /** The class's subclasses, in a disclosure of their own. */
  children: FacetOption[]
  childrenLabel: string
  childrenOpen: boolean
}

export interface FacetGroup {
  name: FacetName
  label: string
  /** `已选 2`, or empty. */
  chosen: string
  shown: FacetOption[]
  more: FacetOption[]
  moreLabel: string
  moreOpen: boolean
}

/** All facets that have anything to choose, in the order of the field table. */
export function facetGroups(request: SearchRequest, facets: Record<FacetName, FacetValue[]>): FacetGroup[] {
  return FACETS.map((facet) => facetGroup(facet, facets[facet.name], request.filters[facet.name])).filter(
    (group) => group.shown.length > 0,
  )
}

function facetGroup(facet: FacetDefinition, found: readonly FacetValue[], selected: readonly string[]): FacetGroup {
  const values = withSelected(found, selected)
  const options = facet.hierarchical ? tree(facet, values) : values.map((value) => option(facet, value, []))
  const more = options.slice(SHOWN)
  return {
    name: facet.name,
    label: t.facets[facet.name],
    chosen: selected.length > 0 ? t.form.chosen(selected.length) : '',
    shown: options.slice(0, SHOWN),
    more,
    moreLabel: t.form.more(more.length),
    moreOpen: more.some(holdsSelection),
  }
}

/** A value the reader has chosen stays in sight even where no document has it. */
function withSelected(found: readonly FacetValue[], selected: readonly string[]): FacetValue[] {
  const known = new Set(found.map(({ value }) => value))
  const missing = selected.filter((value) => !known.has(value))
  return [...found, ...missing.map((value) => ({ value, count: 0, selected: true }))]
}

/** Puts each path under the longest other path that it begins with. */
function tree(facet: FacetDefinition, values: readonly FacetValue[]): FacetOption[] {
  const known = new Set(values.map(({ value }) => value))
  const children = new Map<string | null, FacetValue[]>()
  for (const value of values) {
    const parent = parentAmong(value.value, known)
    children.set(parent, [...(children.get(parent) ?? []), value])
  }
  const grow = (parent: string | null): FacetOption[] =>
    (children.get(parent) ?? []).map((value) => option(facet, value, grow(value.value)))
  return grow(null)
}

function parentAmong(path: string, known: ReadonlySet<string>): string | null {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const parent = path.slice(0, end)
    if (known.has(parent)) return parent
  }
  return null
}

function option(facet: FacetDefinition, { value, count, selected }: FacetValue, children: FacetOption[]): FacetOption {
  return {
    id: `f-${facet.name}-${encodeURIComponent(value)}`,
    name: facet.name,
    value,
    label: facet.hierarchical ? value.slice(value.lastIndexOf('/') + 1) : value,
    count: count.toLocaleString('zh-CN'),
    selected,
    children,
    childrenLabel: t.form.children(children.length),
    childrenOpen: children.some(holdsSelection),
  }
}

function holdsSelection({ selected, children }: FacetOption): boolean {
  return selected || children.some(holdsSelection)
}
