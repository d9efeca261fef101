import { MODES, newSearch, SCOPES } from '../params.js'
import type { SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'
import { searchParameters } from '../urls.js'

export interface Choice {
  value: string
  label: string
  selected: boolean
}

export interface HiddenField {
  name: string
  value: string
}

export interface SearchForm {
  q: string
  modes: Choice[]
  scopes: Choice[]
  /** What the form keeps without showing it. */
  hidden: HiddenField[]
  /** Shows the match mode and scope beside the box. */
  controls: boolean
}

/** The search box with everything else of the search kept, but for the page number and what stands in `shown`. */
export function searchForm(request: SearchRequest, shown: readonly string[] = []): SearchForm {
  const visible = ['q', 'mode', 'scope', 'page', ...shown]
  return {
    q: request.q,
    modes: MODES.map((value) => ({ value, label: t.modes[value], selected: value === request.mode })),
    scopes: SCOPES.map((value) => ({ value, label: t.scopes[value], selected: value === request.scope })),
    hidden: [...searchParameters(request)]
      .filter(([name]) => !visible.includes(name))
      .map(([name, value]) => ({ name, value })),
    controls: true,
  }
}

/** A box for a new search, on pages that are about something else. */
export function simpleSearchForm(q = ''): SearchForm {
  return { ...searchForm(newSearch({ q })), controls: false }
}
