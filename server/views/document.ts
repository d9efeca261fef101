import type { ArchiveDocument } from '../../indexer/contract/document.js'
import type { HitMetadata } from '../../indexer/contract/records.js'
import type { Related } from '../search/related.js'
import type { Mark } from '../search/types.js'
import { t } from '../text.zh.js'
import { documentUrl, originalUrl } from '../urls.js'
import { isEarlier } from '../look-up.js'
import { citation } from './citation.js'
import { doubts } from './doubts.js'
import { formatDate, formatSize, shorten } from './format.js'
import { segments, type Segment } from './marked.js'
import { metadataTables, type MetadataTables } from './metadata-table.js'
import { page, type MetaTag, type Page } from './page.js'
import { relatedView, type RelatedView } from './related.js'
import { simpleSearchForm } from './search-form.js'
import { standingNotes, type StandingNote } from './standing.js'
import { textBlocks, type TextBlock } from './text-blocks.js'
import { validityNotice, type ValidityNotice } from './validity.js'
import { earlierNotice, versionLinks, type VersionLink } from './versions.js'

export interface OutlineLink {
  url: string
  title: string
  level: number
}

export interface OriginalLink {
  url: string
  /** Its name and size, and whether it holds other records too. */
  details: string
}

export interface MarkedView {
  text: string
  clear: string
  /** The paragraph of the first place in the text; null where there is none. */
  first: string | null
  /** What a script fills in: {n} is the place that the reader is at. */
  place: string
}

export interface DocumentView extends Page {
  heading: Segment[]
  /** Said above an earlier version, with the address of the current one. */
  earlier: { text: string; current: string } | null
  validity: ValidityNotice | null
  /** The text of the same title that is in force, where this one no longer is. */
  inForce: { url: string; label: string } | null
  /** The same once more in a few words, beside whichever paragraph is being read. */
  standing: StandingNote[]
  /** The results the reader came from. */
  back: string | null
  marked: MarkedView | null
  metadata: MetadataTables
  /** What in it, or in the text, should be checked. */
  doubts: string[]
  outline: OutlineLink[]
  related: RelatedView
  blocks: TextBlock[]
  original: OriginalLink | null
  versions: VersionLink[]
  /** What a script says where the address names a paragraph beyond the end: {n} is its number. */
  missing: string
  permanentUrl: string
  citation: string
  contentHash: string
}

export interface DocumentVisit {
  /** What to mark; empty: nothing. */
  q: string
  /** The marks in the title and then in each paragraph. */
  marks: readonly Mark[][]
  back: string | null
  related: Related
  /** Origin of absolute links. */
  origin: string
  now: Date
}

export function documentView(document: ArchiveDocument, visit: DocumentVisit): DocumentView {
  const [titleMarks = [], ...paragraphMarks] = visit.marks
  const asOf = isEarlier(document) ? document.version : null
  const url = documentUrl(document.id, null, '', asOf)
  // A number is a paragraph of this version only: in the next one, something may stand before it.
  const paragraphUrl = (paragraph: number): string => documentUrl(document.id, paragraph, '', document.version)
  const permanentUrl = visit.origin + url
  const validity = validityNotice(document.validity)
  const inForce = inForceLink(visit.related.inForce)
  return {
    ...page(shorten(document.title, 80), simpleSearchForm(visit.q), {
      meta: [...metaTags(document, permanentUrl), ...(asOf === null ? [] : [{ name: 'robots', content: 'noindex' }])],
      canonical: asOf === null ? permanentUrl : null,
    }),
    heading: segments(document.title, titleMarks),
    earlier: earlierNotice(document),
    validity,
    inForce,
    standing: standingNotes(document, validity, inForce),
    back: visit.back,
    marked: visit.q ? markedView(visit.q, document.paragraphs, paragraphMarks, url) : null,
    metadata: metadataTables(document),
    doubts: doubts(document),
    outline: document.outline.map(({ paragraph, level }) => ({
      url: `#p${paragraph}`,
      title: outlineTitle(document.paragraphs[paragraph - 1] ?? ''),
      level,
    })),
    blocks: textBlocks(document, paragraphMarks, paragraphUrl),
    related: relatedView(document, visit.related),
    original: originalLink(document, asOf),
    versions: versionLinks(document),
    missing: t.missing.paragraph(document.paragraphs.length),
    permanentUrl,
    citation: citation(document, permanentUrl, visit.now),
    contentHash: document.content_hash,
  }
}

function markedView(q: string, paragraphs: readonly string[], marks: readonly Mark[][], clear: string): MarkedView {
  const placesIn = paragraphs.map((text, index) => segments(text, marks[index] ?? []).filter(({ mark }) => mark).length)
  const places = placesIn.reduce((sum, count) => sum + count, 0)
  const first = placesIn.findIndex((count) => count > 0)
  return {
    text: t.document.marked(q, places),
    clear,
    first: first < 0 ? null : `#p${first + 1}`,
    place: t.document.markOf(places),
  }
}

function inForceLink(hit: HitMetadata | null): DocumentView['inForce'] {
  if (hit === null) return null
  const day = hit.published ?? hit.written
  return { url: documentUrl(hit.id), label: t.document.inForce(day && formatDate(day)) }
}

function originalLink({ id, original }: ArchiveDocument, asOf: number | null): OriginalLink | null {
  if (original === null) return null
  const { name, size, shared } = original
  return { url: originalUrl(id, asOf), details: t.document.originalDetails(name, formatSize(size), shared) }
}

/** Of a heading that runs on into its paragraph, the first sentence. */
function outlineTitle(text: string): string {
  return shorten(text.split(/[。；！]/, 1)[0] || text, 40)
}

/** Of a date only the day is known: no hour is made up for PubDate. */
function metaTags(document: ArchiveDocument, url: string): MetaTag[] {
  const description = shorten(
    document.paragraphs.find((text) => text.length > 40) ?? document.paragraphs.join(' '),
    150,
  )
  const tags: [string, string | null][] = [
    ['ColumnName', t.document.column],
    ['ArticleTitle', document.title],
    ['PubDate', document.published],
    ['ContentSource', document.issuer],
    ['Keywords', document.keywords.join(',')],
    ['Author', document.speaker],
    ['Description', description],
    ['Url', url],
    ['description', description],
  ]
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []))
}
