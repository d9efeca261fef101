import type { HitMetadata } from '../../indexer/contract/records.js'
import { parseQuery } from '../search/query.js'
import { quote } from '../search/query-print.js'
import type { Mark, SearchHit, SearchRequest, Snippet } from '../search/types.js'
import { t } from '../text.zh.js'
import { documentUrl } from '../urls.js'
import { formatDate } from './format.js'
import { segments, type Segment } from './marked.js'
import { documentLink, type DocumentLink } from './related.js'
import { validityNotice, type ValidityNotice } from './validity.js'

export interface HitDate {
  /** For `<time datetime>`. */
  iso: string
  label: string
}

/** What lists of documents print of one. */
export interface HitSummary {
  url: string
  title: Segment[]
  issuer: string | null
  date: HitDate | null
  /** Where the text is one of a later year than it was first written in, as that of a law that was changed. */
  later: HitDate | null
  /** The document number, else the index number, named as what it is. */
  number: string | null
  validity: ValidityNotice | null
}

export interface HitView extends HitSummary {
  snippets: { url: string; paragraph: string; segments: Segment[] }[]
  /** Documents of the same page with nearly the same text. */
  similar: DocumentLink[]
}

export function hitSummary(hit: HitMetadata, marks: readonly Mark[] = [], q = ''): HitSummary {
  return {
    url: documentUrl(hit.id, null, q),
    title: segments(hit.title, marks),
    issuer: hit.issuer,
    date: hit.written ? { iso: hit.written, label: formatDate(hit.written) } : null,
    later: laterDate(hit),
    number: hit.doc_number ?? (hit.index_number && `${t.fields.index_number} ${hit.index_number}`),
    validity: validityNotice(hit.validity),
  }
}

function laterDate({ written, published }: HitMetadata): HitDate | null {
  if (written === null || published === null || published.slice(0, 4) <= written.slice(0, 4)) return null
  return { iso: published, label: t.results.publishedOn(formatDate(published)) }
}

function hitView(hit: SearchHit, request: SearchRequest): HitView {
  const q = queryToMark(request)
  return {
    ...hitSummary(hit, hit.titleMarks, q),
    snippets: byParagraph(hit.snippets).map(([paragraph, parts]) => ({
      url: documentUrl(hit.id, paragraph, q),
      paragraph: t.results.paragraph(paragraph),
      segments: parts.flatMap((part, place) => [...(place === 0 ? [] : [GAP]), ...segments(part.text, part.marks)]),
    })),
    similar: [],
  }
}

/** Stands for what is left out between two sentences of a paragraph. */
const GAP: Segment = { text: ' … ', mark: false }

/** Sentences of one paragraph are one snippet, with one link to it. */
function byParagraph(snippets: readonly Snippet[]): [number, Snippet[]][] {
  const groups = new Map<number, Snippet[]>()
  for (const snippet of snippets) groups.set(snippet.paragraph, [...(groups.get(snippet.paragraph) ?? []), snippet])
  return [...groups]
}

/** A hit below another one: it marks the same, and what is not in force is not hidden. */
function linkBelow(hit: SearchHit, request: SearchRequest): DocumentLink {
  const link = documentLink(hit, validityNotice(hit.validity)?.label)
  return { ...link, url: documentUrl(hit.id, null, queryToMark(request)) }
}

/** The hits of a page, each with those below it that have nearly the same text. */
export function hitViews(hits: readonly SearchHit[], request: SearchRequest): HitView[] {
  const views = new Map<string, HitView>()
  for (const hit of hits) {
    const first = hit.sameAs === null ? undefined : views.get(hit.sameAs)
    if (first) first.similar.push(linkBelow(hit, request))
    else views.set(hit.id, hitView(hit, request))
  }
  return [...views.values()]
}

/** What the document page has to mark: in exact mode the whole query is one phrase. */
export function queryToMark({ q, mode }: SearchRequest): string {
  const phrase = mode === 'exact' ? parseQuery(q, mode).required[0]?.[0] : undefined
  return phrase ? quote(phrase.text) : q
}
