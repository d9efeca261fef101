import { t } from '../text.zh.js'
import { page, type Page } from './page.js'
import { simpleSearchForm } from './search-form.js'

export interface ErrorView extends Page {
  heading: string
  message: string
  status: string
  /** The same address again, where trying again may help. */
  retry: string | null
}

export function errorView(status: number, heading: string, message: string, retry: string | null = null): ErrorView {
  return { ...page(heading, simpleSearchForm()), heading, message, status: t.errors.heading(status), retry }
}
