import { bodiesIn } from '../../indexer/contract/bodies.js'
import type { ArchiveDocument } from '../../indexer/contract/document.js'
import { FIELDS, type FieldDefinition } from '../../indexer/contract/fields.js'
import { t } from '../text.zh.js'
import { facetUrl, seriesUrl } from '../urls.js'
import { formatDate, formatDay, formatTopic } from './format.js'

export interface MetadataValue {
  text: string
  url: string | null
  /** Leaves the site. */
  external: boolean
}

export interface MetadataRow {
  name: FieldDefinition['name']
  label: string
  /** Empty where no source states it. */
  values: MetadataValue[]
  /** How a program found it where no source stated it; null where one did. */
  derived: string | null
  /** Of a number: where its series is listed, with what is missing of it. */
  series: string | null
}

/** What a reader has to know before the text; the rest is folded where there is no room beside it. */
const MAIN: readonly FieldDefinition['name'][] = ['issuer', 'doc_number', 'written', 'validity']

export interface MetadataTables {
  main: MetadataRow[]
  more: MetadataRow[]
  moreLabel: string
}

export function metadataTables(document: ArchiveDocument): MetadataTables {
  const rows = metadataTable(document)
  const main = MAIN.flatMap((name) => rows.filter((row) => row.name === name))
  const more = rows.filter((row) => !main.includes(row))
  return { main, more, moreLabel: t.document.moreMetadata(more.length) }
}

/**
 * The fields of a hit are always shown, stated or not; the others where there is something to show. The title is the
 * heading of the page.
 */
export function metadataTable(document: ArchiveDocument): MetadataRow[] {
  return FIELDS.filter((field) => field.inTable && field.name !== 'title')
    .map((field) => ({ field, values: fieldValues(field, document) }))
    .filter(({ field, values }) => field.inHit || values.length > 0)
    .filter(({ field }) => field.name !== 'bodies' || !isIssuerAgain(document))
    .map(({ field, values }) => ({
      name: field.name,
      label: t.fields[field.name],
      values,
      derived: values.length > 0 && document.derived.includes(field.name) ? derivedLabel(field.name) : null,
      series: field.name === 'doc_number' && document.doc_number_parts ? seriesUrl(document.doc_number_parts) : null,
    }))
}

/** Whether the hierarchy has nothing above the body that the issuer is already. */
function isIssuerAgain({ bodies, issuer }: ArchiveDocument): boolean {
  return bodies.every((body) => !body.includes('/') && (issuer ?? '').includes(body))
}

/** A class that was given by its words is another thing than a value that the text states somewhere. */
function derivedLabel(name: FieldDefinition['name']): string {
  return name === 'topics' ? t.document.classified : t.document.derived
}

function fieldValues(field: FieldDefinition, document: ArchiveDocument): MetadataValue[] {
  // Several bodies are a choice each among the filters, and all of them together are none.
  const values = field.name === 'issuer' ? bodiesIn(document.issuer ?? '') : [document[field.name]].flat()
  return values.flatMap((value) => (typeof value === 'string' ? [fieldValue(field, value)] : []))
}

function fieldValue({ name, facet }: FieldDefinition, value: string): MetadataValue {
  if (name === 'url') return { text: value, url: value, external: true }
  const filter = facet?.name === 'year' ? value.slice(0, 4) : value
  return { text: fieldText(name, value), url: facet ? facetUrl(facet.name, filter) : null, external: false }
}

function fieldText(name: FieldDefinition['name'], value: string): string {
  if (name === 'topics' || name === 'bodies') return formatTopic(value)
  if (name === 'added') return formatDay(value)
  return name === 'written' || name === 'published' || name === 'effective' ? formatDate(value) : value
}
