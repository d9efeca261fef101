import type { ParsedSearch } from '../params.js'
import { t } from '../text.zh.js'
import { chips, type Chip } from './chips.js'
import { page, type Page } from './page.js'
import { searchForm, type SearchForm } from './search-form.js'

export interface InvalidView extends Page {
  form: SearchForm
  /** One sentence a problem; `field` is the id of the field on the page that holds the wrong value and is described by it, or null. */
  problems: { message: string; field: string | null }[]
  /** As they were typed. */
  dates: { from: string; to: string; fromWrong: boolean; toWrong: boolean }
  chips: Chip[]
}

/** The page for a search that cannot be understood: what is wrong, and the rest of it kept in the form. */
export function invalidView({ request, problems, typed }: ParsedSearch): InvalidView {
  const wrong = (name: string): boolean => problems.some((problem) => problem.name === name)
  return {
    ...page(t.errors.invalid.title, null),
    form: searchForm(request, ['from', 'to']),
    problems: problems.map(({ name, message }) => ({
      message,
      field: name === 'from' || name === 'to' ? `date-${name}` : null,
    })),
    dates: { ...typed, fromWrong: wrong('from'), toWrong: wrong('to') },
    chips: chips(request),
  }
}
