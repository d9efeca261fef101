import { FACETS, type FacetDefinition, type FacetName } from '../../indexer/contract/fields.js'
import type { ArchiveSummary } from '../archive.js'
import { newSearch } from '../params.js'
import type { FacetValue } from '../search/types.js'
import { t } from '../text.zh.js'
import { advancedUrl, facetUrl, searchUrl } from '../urls.js'
import { emptyNotice, type EmptyNotice } from './empty.js'
import { feedLinks } from './exports.js'
import { formatInstant } from './format.js'
import { page, type Page } from './page.js'
import { searchForm, type SearchForm } from './search-form.js'

/** Values of a facet on the home page before the rest is folded away. */
const SHOWN: Record<FacetName, number> = { issuer: 12, topic: 24, year: 24, validity: 8 }

export interface HomeLink {
  label: string
  count: string
  /** Of the facet's largest count, in percent. */
  share: number
  url: string
}

export interface HomeFacet {
  name: FacetName
  label: string
  shown: HomeLink[]
  more: HomeLink[]
  moreLabel: string
}

export interface HomeView extends Page {
  form: SearchForm
  examples: { label: string; url: string }[]
  advanced: string
  /** Total, span of years, last update; empty before the archive holds anything. */
  figures: string[]
  facets: HomeFacet[]
  /** What to say while the archive holds nothing. */
  empty: EmptyNotice | null
}

export function homeView({ state, facets }: ArchiveSummary, indexing: boolean): HomeView {
  const documents = state?.documents ?? 0
  return {
    ...page('', null, { meta: [{ name: 'description', content: t.site.tagline }], feeds: feedLinks(newSearch()) }),
    form: { ...searchForm(newSearch()), controls: false },
    examples: documents > 0 ? t.home.exampleQueries.map((q) => ({ label: q, url: searchUrl(newSearch({ q })) })) : [],
    advanced: advancedUrl(newSearch()),
    figures: state && documents > 0 ? figures(documents, state.updated, facets) : [],
    facets: documents > 0 ? FACETS.map((facet) => homeFacet(facet, facets[facet.name])).filter(hasValues) : [],
    empty: documents > 0 ? null : emptyNotice(indexing, '/'),
  }
}

function figures(documents: number, updated: string, facets: ArchiveSummary['facets']): string[] {
  const years = facets.year.map(({ value }) => value).sort()
  const lines = [t.home.documents(documents)]
  if (facets.issuer.length > 0) lines.push(t.home.issuers(facets.issuer.length))
  if (years.length > 0) lines.push(t.home.span(years[0]!, years.at(-1)!))
  return [...lines, t.home.updated(formatInstant(updated))]
}

/** Of a hierarchical facet, the top classes only. */
function homeFacet({ name, hierarchical }: FacetDefinition, values: readonly FacetValue[]): HomeFacet {
  const top = values.filter(({ value }) => !hierarchical || !value.includes('/'))
  const largest = Math.max(...top.map(({ count }) => count))
  const links = top.map(({ value, count }) => ({
    label: value,
    count: count.toLocaleString('zh-CN'),
    share: Math.round((100 * count) / largest),
    url: facetUrl(name, value),
  }))
  const more = links.slice(SHOWN[name])
  return {
    name,
    label: t.facets[name],
    shown: links.slice(0, SHOWN[name]),
    more,
    moreLabel: t.form.more(more.length),
  }
}

function hasValues({ shown }: HomeFacet): boolean {
  return shown.length > 0
}
