import { NOT_ENRICHED, type ArchiveDocument, type Tombstone } from '../../indexer/contract/document.js'
import { parseDocNumber, type DocNumber } from '../../indexer/contract/doc-number.js'
import { FACETS, type FacetName } from '../../indexer/contract/fields.js'
import { numberAttributes, seriesKey } from '../../indexer/contract/number-keys.js'
import { hitMetadata } from '../../indexer/contract/records.js'
import { namesOf, relationAttributes } from '../../indexer/contract/relations.js'
import type { Archive } from '../archive.js'
import { EngineUnavailableError } from '../errors.js'
import { mostSimilar, resolve, newestInForce } from '../search/related.js'
import { NO_HINTS } from '../vocabulary/hints.js'
import type { FacetValue, Mark, SearchRequest, SearchResult } from '../search/types.js'

/** A small archive in memory for tests of the pages; what was searched for last can be asked of it. */
export interface MemoryArchive extends Archive {
  lastSearch: SearchRequest | null
}

export function sampleDocument(changes: Partial<ArchiveDocument> = {}): ArchiveDocument {
  return {
    id: '675490773-2021-00278',
    title: '在招商引资工作会议上的讲话',
    issuer: '党政办公室',
    doc_number: null,
    index_number: '675490773/2021-00278',
    written: '2021-08-24',
    published: '2021-08-24',
    effective: null,
    validity: '有效',
    topics: ['综合政务/其他'],
    keywords: [],
    speaker: '尹哲强',
    url: null,
    file: 'records/speech.txt',
    paragraphs: ['(2021年8月24日)', '尹 哲 强', '同志们:', '一、抓好招商引资', '招商引资是头等大事。招商引资要抓实。'],
    outline: [{ level: 1, paragraph: 4 }],
    derived: ['speaker'],
    ...NOT_ENRICHED,
    content_hash: 'a'.repeat(64),
    added: '2024-05-05T22:00:00.000Z',
    version: 1,
    versions: [],
    original: null,
    ...changes,
  }
}

function marksIn(q: string, text: string): Mark[] {
  const marks: Mark[] = []
  for (let at = text.indexOf(q); q !== '' && at >= 0; at = text.indexOf(q, at + q.length))
    marks.push([at, at + q.length])
  return marks
}

function facetValues(documents: readonly ArchiveDocument[], selected: SearchRequest['filters'] | null) {
  const entries = FACETS.map(({ name, of }) => {
    const counts = new Map<string, number>()
    for (const value of documents.flatMap(of)) counts.set(value, (counts.get(value) ?? 0) + 1)
    const isSelected = (value: string): boolean => selected?.[name].includes(value) ?? false
    return [name, [...counts].map(([value, count]) => ({ value, count, selected: isSelected(value) }))]
  })
  return Object.fromEntries(entries) as Record<FacetName, FacetValue[]>
}

function nearestAmong(documents: readonly ArchiveDocument[], { code, year }: Pick<DocNumber, 'code' | 'year'>) {
  const years = documents
    .map(({ doc_number }) => parseDocNumber(doc_number ?? ''))
    .flatMap((number) => (number?.code === code ? [number.year ?? 0] : []))
  const [nearest] = years.sort((a, b) => Math.abs(a - (year ?? 0)) - Math.abs(b - (year ?? 0)))
  return nearest === undefined ? null : { code, year: nearest, total: years.filter((one) => one === nearest).length }
}

/** What there was before: earlier versions of the documents (with `version` set), and documents that have left. */
export interface MemoryHistory {
  earlier?: ArchiveDocument[]
  tombstones?: Tombstone[]
}

/** Finds `q` as a plain substring. `changes` are put over every search result. */
export function memoryArchive(
  documents: ArchiveDocument[],
  changes: Partial<SearchResult> = {},
  { earlier = [], tombstones = [] }: MemoryHistory = {},
): MemoryArchive {
  const containing = (q: string): ArchiveDocument[] =>
    documents.filter(({ title, paragraphs }) => [title, ...paragraphs].join('\n').includes(q))
  const archive: MemoryArchive = {
    lastSearch: null,
    state: async () => (await archive.summary()).state,
    search(request) {
      archive.lastSearch = request
      const found = containing(request.q)
      const hits = found
        .slice((request.page - 1) * request.perPage, request.page * request.perPage)
        .map((document) => ({
          ...hitMetadata(document),
          titleMarks: marksIn(request.q, document.title),
          snippets: document.paragraphs
            .map((text, index) => ({ paragraph: index + 1, text, marks: marksIn(request.q, text) }))
            .filter(({ marks }) => marks.length > 0),
          sameAs: null,
        }))
      const facets = facetValues(found, request.filters)
      const plain = { notices: [], whole: null, isQuestion: false, terms: [request.q], tookMs: 1 }
      return Promise.resolve({ total: found.length, hits, facets, ...plain, ...changes })
    },
    async *listing(request) {
      archive.lastSearch = request
      for (const document of containing(request.q))
        yield await Promise.resolve([{ ...hitMetadata(document), titleMarks: [], snippets: [], sameAs: null }])
    },
    async *addresses(first, total) {
      const some = documents.slice(first, first + total).map(({ id, added }) => ({ id, changed: added }))
      yield await Promise.resolve(some)
    },
    arrivals: (ids) => {
      const own = documents.filter(({ id }) => ids.includes(id))
      return Promise.resolve(new Map(own.map(({ id, added }) => [id, { added, changed: added }])))
    },
    total: ({ q }) => Promise.resolve(changes.total ?? containing(q).length),
    occurrences: ({ q, mode }) => {
      const lines = documents.flatMap(({ title, paragraphs }) => [title, ...paragraphs])
      return Promise.resolve(mode === 'exact' ? lines.flatMap((line) => marksIn(q, line)).length : null)
    },
    document: (id) => Promise.resolve(documents.find((document) => document.id === id) ?? null),
    earlierVersion: ({ id }, number) =>
      Promise.resolve(earlier.find((document) => document.id === id && document.version === number) ?? null),
    tombstone: (id) => Promise.resolve(tombstones.find((tombstone) => tombstone.id === id) ?? null),
    holdings: ({ number, key }) => {
      const serials = documents.map((document) => ({ ...numberAttributes(document), hit: hitMetadata(document) }))
      const inSeries = serials.filter(({ number_series }) => number && number_series === seriesKey(number))
      const by = (isNear: (serial: number) => boolean) =>
        inSeries.filter(({ number_serial }) => isNear(number_serial!)).map(({ hit }) => hit)
      const departed = tombstones.filter((one) => {
        const own = numberAttributes(one)
        if (number === null) return own.index_key === key
        return own.number_series === seriesKey(number) && own.number_serial === number.number
      })
      return Promise.resolve({
        departed,
        holders: number
          ? by((serial) => serial === number.number)
          : serials.filter(({ index_key }) => index_key === key).map(({ hit }) => hit),
        lower: number ? by((serial) => serial < number.number) : [],
        higher: number ? by((serial) => serial > number.number) : [],
        inSeries: inSeries.length,
        nearest: number && inSeries.length === 0 ? nearestAmong(documents, number) : null,
      })
    },
    series: (series) => {
      const numbered = documents.map((document) => ({ ...numberAttributes(document), ...hitMetadata(document) }))
      const own = numbered.filter(({ number_series }) => number_series === seriesKey(series))
      return Promise.resolve(own.map((hit) => ({ ...hit, number_serial: hit.number_serial! })))
    },
    nearestSeries: (series) => Promise.resolve(nearestAmong(documents, series)),
    related: (document) => {
      const others = documents
        .filter(({ id }) => id !== document.id)
        .map((other) => ({ ...hitMetadata(other), ...relationAttributes(other), ...other }))
      const names = namesOf(document)
      const citing = others.filter(({ cites }) => cites.some((key) => names.includes(key)))
      return Promise.resolve({
        references: resolve(document.references, others),
        citedBy: { total: citing.length, hits: citing },
        similar: mostSimilar(document, others),
        heldBodies: [],
        copies: [],
        inForce: newestInForce(document, others),
      })
    },
    quality: () => Promise.resolve(null),
    summary: () => {
      const state = {
        id: 'archive' as const,
        generation: 1,
        passages: 1,
        history: 0,
        digest: 'd',
        dated: 'e',
        schema: 's',
        updated: '2026-01-02T03:04:05Z',
      }
      return Promise.resolve({
        state: documents.length > 0 ? { ...state, documents: documents.length } : null,
        facets: facetValues(documents, null),
      })
    },
    health: () => Promise.resolve({ status: 'ok', documents: documents.length, indexing: documents.length === 0 }),
    suggest: (typed) =>
      Promise.resolve(
        documents
          .filter(({ title }) => title.includes(typed))
          .map(({ title }) => ({ text: title, kind: 'title' as const })),
      ),
    hints: () => Promise.resolve(NO_HINTS),
    marks: (q, texts) => Promise.resolve(texts.map((text) => marksIn(q, text))),
  }
  return archive
}

/** An archive whose engine does not answer. */
export function deadArchive(): Archive {
  const fail = (): Promise<never> =>
    Promise.reject(new EngineUnavailableError({ cause: new Error('connect ECONNREFUSED') }))
  const listing: Archive['listing'] = async function* () {
    yield await fail()
  }
  const addresses: Archive['addresses'] = async function* () {
    yield await fail()
  }
  const health = () => Promise.resolve({ status: 'down' as const, documents: 0, indexing: false })
  return {
    ...{ search: fail, total: fail, occurrences: fail, document: fail, earlierVersion: fail, tombstone: fail },
    ...{
      holdings: fail,
      series: fail,
      nearestSeries: fail,
      related: fail,
      quality: fail,
      summary: fail,
      marks: fail,
      health,
    },
    ...{ suggest: fail, hints: fail, arrivals: fail, state: fail, listing, addresses },
  }
}
