import type { Way } from '../errors.js'
import { t } from '../text.zh.js'
import { page, type Page } from './page.js'
import { simpleSearchForm } from './search-form.js'

export interface ErrorView extends Page {
  heading: string
  message: string
  status: string
  /** Where to go on: the same address again, where trying again may help, or another. */
  way: Way | null
}

export function errorView(status: number, heading: string, message: string, way: Way | null = null): ErrorView {
  return { ...page(heading, simpleSearchForm()), heading, message, status: t.errors.heading(status), way }
}
