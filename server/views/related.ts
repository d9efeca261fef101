import { bodiesIn, lineageOf, type Succession } from '../../indexer/contract/bodies.js'
import type { ArchiveDocument } from '../../indexer/contract/document.js'
import type { HitMetadata } from '../../indexer/contract/records.js'
import type { Related } from '../search/related.js'
import { t } from '../text.zh.js'
import { documentUrl, facetUrl } from '../urls.js'
import { formatDate } from './format.js'

/** A document that another page leads to. */
export interface DocumentLink {
  url: string
  title: string
  /** Number, body and date, as far as they are known. */
  details: string
  /** What the link has to do with the page's document; '' for nothing more to say. */
  remark: string
}

export interface ReferenceView {
  name: string
  number: string | null
  /** Where in the text it is named. */
  paragraph: { url: string; label: string }
  held: DocumentLink[]
  versions: string | null
}

export interface LineageView {
  text: string
  links: { url: string; label: string }[]
}

export interface RelatedView {
  references: { summary: string; held: ReferenceView[]; others: ReferenceView[]; othersLabel: string } | null
  citedBy: { summary: string; links: DocumentLink[] } | null
  similar: DocumentLink[]
  copies: string[]
  lineage: LineageView[]
  /** Said where a body's history is what is general of such bodies. */
  lineageHint: string | null
}

export function relatedView(document: ArchiveDocument, related: Related): RelatedView {
  const { citedBy } = related
  const bodies = bodiesIn(document.issuer ?? '')
  const held = new Set(related.heldBodies)
  return {
    references: referencesView(related.references),
    citedBy:
      citedBy.total === 0
        ? null
        : {
            summary: t.related.citedByTotal(citedBy.hits.length, citedBy.total),
            links: citedBy.hits.map((hit) => documentLink(hit)),
          },
    similar: related.similar.map(({ hit, resemblance, identical }) =>
      documentLink(hit, identical ? t.related.identical : t.related.resemblance(Math.floor(resemblance * 100))),
    ),
    copies: related.copies,
    lineage: bodies.flatMap((body) => lineageView(body, held)),
    lineageHint: bodies.some((body) => stepsOf(body).some(({ isGeneral }) => isGeneral)) ? t.related.generalHint : null,
  }
}

export function documentLink(hit: HitMetadata, remark = ''): DocumentLink {
  const details = [hit.doc_number, hit.issuer, hit.written && formatDate(hit.written)]
  return { url: documentUrl(hit.id), title: hit.title, details: details.filter(Boolean).join(' · '), remark }
}

function referencesView(references: Related['references']): RelatedView['references'] {
  if (references.length === 0) return null
  const views = references.map(({ reference: { title, number, paragraph }, held }) => ({
    name: title === null ? number! : t.related.title(title),
    number: title === null ? null : number,
    paragraph: { url: `#p${paragraph}`, label: t.related.paragraph(paragraph) },
    held: held.map((hit) => documentLink(hit)),
    versions: held.length > 1 ? t.related.versions(held.length) : null,
  }))
  const held = views.filter((view) => view.held.length > 0)
  const others = views.filter((view) => view.held.length === 0)
  return {
    summary: t.related.held(held.length, views.length),
    held,
    others,
    othersLabel: t.related.notHeld(others.length),
  }
}

/** The history of a body, from its first known name on, with links where documents are held under another name. */
function lineageView(body: string, held: ReadonlySet<string>): LineageView[] {
  return stepsOf(body)
    .sort((one, other) => one.year - other.year)
    .map((step) => ({
      text: sentence(step),
      links: [step.former, step.now]
        .filter((name) => name !== body && held.has(name))
        .map((name) => ({ url: facetUrl('issuer', name), label: t.related.bodyDocuments(name) })),
    }))
}

function stepsOf(body: string): Succession[] {
  const { former, later } = lineageOf(body)
  return [...former, ...later]
}

function sentence({ former, now, year, kind, isGeneral = false }: Succession): string {
  const tell = kind === 'duties' ? t.related.duties : t.related.renamed
  return tell(t.related.year(year, isGeneral), former, now)
}
