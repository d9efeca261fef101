import type { Tombstone } from '../../indexer/contract/document.js'
import { newSearch } from '../params.js'
import { t } from '../text.zh.js'
import { documentUrl, searchUrl } from '../urls.js'
import { formatDate, formatDay, shorten } from './format.js'
import { page, type Page } from './page.js'
import { simpleSearchForm } from './search-form.js'

export interface GoneView extends Page {
  heading: string
  /** Label and value of what is known of the document. */
  known: { label: string; value: string }[]
  badge: string
  message: string
  /** Where else to ask. */
  ask: string
  /** Each version that was ever shown, so that a citation of it can be told. */
  versions: { number: string; span: string; title: string; contentHash: string }[]
  permanentUrl: string
  /** A search for documents of the same title; null where that is told to nobody. */
  similarUrl: string | null
}

/** What is said of a document that has left: what it was, when it left, what can be done; nothing of its text. */
export function goneView(tombstone: Tombstone, origin: string): GoneView {
  const { versions, withdrawn = false } = tombstone
  const title = tombstone.title ?? t.gone.withdrawn.title
  return {
    ...page(withdrawn ? title : t.gone.pageTitle(shorten(title, 80)), simpleSearchForm()),
    heading: title,
    badge: withdrawn ? t.gone.withdrawn.badge : t.gone.badge,
    message: withdrawn ? t.gone.withdrawn.message : t.gone.message,
    ask: withdrawn ? t.gone.withdrawn.ask : t.gone.ask,
    known: known(tombstone).flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    versions: versions.map(({ number, since, until, title, content_hash }) => ({
      number: t.versions.number(number),
      span: t.versions.span(since && formatDay(since), formatDay(until ?? tombstone.left)),
      title,
      contentHash: content_hash,
    })),
    permanentUrl: origin + documentUrl(tombstone.id),
    similarUrl: withdrawn ? null : searchUrl(newSearch({ q: title })),
  }
}

function known(tombstone: Tombstone): [string, string | null][] {
  const { fields } = t
  const { index_number, doc_number, issuer, written, published, added, left } = tombstone
  return [
    [fields.index_number, index_number],
    [fields.doc_number, doc_number],
    [fields.issuer, issuer],
    [fields.written, written && formatDate(written)],
    [fields.published, published && formatDate(published)],
    [fields.added, added && formatDay(added)],
    [t.gone.left, formatDay(left)],
  ]
}
