import { advancedFields, FIELD_NAMES, NO_FIELDS, type AdvancedQuery } from '../search/advanced-query.js'
import type { SearchRequest } from '../search/types.js'
import { t } from '../text.zh.js'
import { chips, type Chip } from './chips.js'
import { page, type Page } from './page.js'
import { searchForm, type Choice, type HiddenField } from './search-form.js'

interface Field {
  name: keyof AdvancedQuery
  label: string
  hint: string
  value: string
}

export interface AdvancedView extends Page {
  fields: Field[]
  scopes: Choice[]
  /** The rest of the search, which is kept. */
  hidden: HiddenField[]
  chips: Chip[]
  /** What is wrong with what was typed; null where nothing is. */
  problem: string | null
}

/** The form, with the words of a search, or with what was `typed` into it. */
export function advancedView(
  request: SearchRequest,
  typed: AdvancedQuery | null = null,
  problem: string | null = null,
): AdvancedView {
  const values = typed ?? advancedFields(request.q) ?? NO_FIELDS
  const { scopes, hidden } = searchForm(request)
  return {
    ...page(problem === null ? t.advanced.title : t.advanced.titleOfProblem, null),
    fields: FIELD_NAMES.map((name) => ({ name, ...t.advanced.fields[name], value: values[name] })),
    scopes,
    hidden,
    chips: chips(request),
    problem,
  }
}
