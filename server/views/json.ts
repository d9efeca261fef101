import type { ArchiveDocument, Tombstone } from '../../indexer/contract/document.js'
import { FACETS, FIELDS, HIT_FIELDS } from '../../indexer/contract/fields.js'
import type { Occurrences, SearchHit, SearchRequest, SearchResult } from '../search/types.js'
import type { Undated } from '../search/undated.js'
import { isEarlier } from '../look-up.js'
import { t } from '../text.zh.js'
import { documentUrl, originalUrl } from '../urls.js'
import { effectiveSort } from './sorting.js'

/** The body of `/api/search`. `marks` are start and end offsets in UTF-16 code units. */
export function searchJson(
  request: SearchRequest,
  result: SearchResult,
  { occurrences, undated }: { occurrences: Occurrences; undated: Undated | null },
): object {
  return {
    query: request.q,
    total: result.total,
    page: request.page,
    per_page: request.perPage,
    sort: effectiveSort(request),
    took_ms: result.tookMs,
    whole: result.whole,
    occurrences,
    undated: undated?.total ?? 0,
    notices: result.notices,
    hits: result.hits.map(hitJson),
    facets: Object.fromEntries(
      FACETS.map(({ name }) => [
        name,
        result.facets[name].map(({ value, count, selected }) => ({ value, count, selected })),
      ]),
    ),
  }
}

function hitJson(hit: SearchHit): object {
  const fields = Object.fromEntries(HIT_FIELDS.map((name) => [name, hit[name as keyof SearchHit]]))
  return {
    id: hit.id,
    url: documentUrl(hit.id),
    ...fields,
    title_marks: hit.titleMarks,
    snippets: hit.snippets.map(({ paragraph, text, marks }) => ({ paragraph, text, marks })),
  }
}

/** The body of `/api/documents/{id}`: `url` is the page on this site, `source` where the text came from. */
export function documentJson(document: ArchiveDocument): object {
  const { id, url, file, doc_number_parts, references, paragraphs, outline, derived, content_hash } = document
  const { version, versions, original } = document
  const asOf = isEarlier(document) ? version : null
  const fields = FIELDS.filter(({ name }) => name !== 'url' && name !== 'file').map(({ name }) => [
    name,
    document[name],
  ])
  return {
    id,
    url: documentUrl(id, null, '', asOf),
    ...Object.fromEntries(fields),
    doc_number_parts,
    references,
    paragraphs,
    outline,
    derived,
    content_hash,
    source: { file, url },
    version,
    versions,
    original: original && { url: originalUrl(id, asOf), ...original },
  }
}

/** The body of `/api/documents/{id}` for a document that has left. */
export function tombstoneJson(tombstone: Tombstone): object {
  const { id, title, issuer, doc_number, index_number, written, published, added, left, versions } = tombstone
  const { withdrawn = false } = tombstone
  return {
    ...errorJson('document_gone', withdrawn ? t.gone.withdrawn.message : t.errors.gone.message),
    document: { id, title, issuer, doc_number, index_number, written, published, added, left, withdrawn, versions },
  }
}

/** The body of every error where JSON was asked for. */
export function errorJson(code: string, message: string): object {
  return { error: { code, message } }
}
