import type { HitMetadata } from '../../indexer/contract/records.js'
import { newSearch } from '../params.js'
import { t } from '../text.zh.js'
import { searchUrl } from '../urls.js'
import { hitSummary, type HitSummary } from './hit.js'
import { page, type Page } from './page.js'
import { simpleSearchForm } from './search-form.js'

export interface DocNumberView extends Page {
  heading: string
  hint: string
  hits: HitSummary[]
  /** Documents that may speak of one the archive does not hold. */
  mentions: { label: string; url: string } | null
}

/** The page of a document number that several documents bear, or none. */
export function docNumberView(number: string, holders: readonly HitMetadata[]): DocNumberView {
  const several = holders.length > 0
  const heading = several ? t.docNumber.several(number) : t.docNumber.none(number)
  return {
    ...page(heading, simpleSearchForm()),
    heading,
    hint: several ? t.docNumber.severalHint : t.docNumber.noneHint,
    hits: holders.map((hit) => hitSummary(hit)),
    mentions: several
      ? null
      : { label: t.docNumber.mentions(number), url: searchUrl(newSearch({ q: number, mode: 'exact', scope: 'text' })) },
  }
}
