import type { EngineClient, EngineQuery } from '../../indexer/contract/engine/client.js'
import { isOfOlderIndexes } from '../../indexer/contract/engine/errors.js'
import { oneOf, quoted } from '../../indexer/contract/engine/filter.js'
import { bodiesIn, lineageOf } from '../../indexer/contract/bodies.js'
import type { ArchiveDocument, Reference } from '../../indexer/contract/document.js'
import { HIT_FIELDS } from '../../indexer/contract/fields.js'
import { INDEXES } from '../../indexer/contract/index-settings.js'
import { NEARLY_SAME, resemblance } from '../../indexer/contract/minhash.js'
import type { DocumentRecord, HitMetadata } from '../../indexer/contract/records.js'
import { keysOf, namesOf, relationAttributes } from '../../indexer/contract/relations.js'
import { isGone } from '../../indexer/contract/validity.js'

/** Another document, and how much of the two texts is the same (estimated, 0 to 1). */
export interface SimilarDocument {
  hit: HitMetadata
  resemblance: number
  /** Every character of the texts is the same. */
  identical: boolean
}

/** What the archive holds that a document has to do with. */
export interface Related {
  /** The documents that the text names, each with those held under that name (several versions of one law). */
  references: { reference: Reference; held: HitMetadata[] }[]
  citedBy: { total: number; hits: HitMetadata[] }
  similar: SimilarDocument[]
  /** Other names of the issuing bodies under which documents are held. */
  heldBodies: string[]
  /** Other files in which the very same record was found. */
  copies: string[]
  /** Of a document that is no longer in force, the newest of the same title that is. */
  inForce: HitMetadata | null
}

/** So many documents of each kind are fetched; more of a kind are shown as a number. */
const MOST_CITING = 20
const MOST_HELD = 500
const MOST_SIMILAR = 200
const SHOWN_SIMILAR = 10

type Found = HitMetadata & Pick<DocumentRecord, 'names' | 'signature' | 'content_hash' | 'file'>

const query = (filter: string[], more: Partial<EngineQuery>): EngineQuery => ({
  indexUid: INDEXES.documents,
  filter,
  attributesToRetrieve: ['id', ...HIT_FIELDS],
  ...more,
})

/**
 * Everything related to a document, in one request. Nothing where the indexes are those of an older version of this
 * program, which are not told to look documents up in this way.
 */
export async function relatedTo(engine: EngineClient, document: ArchiveDocument): Promise<Related> {
  try {
    return await askRelated(engine, document)
  } catch (error) {
    if (!isOfOlderIndexes(error)) throw error
    return {
      references: document.references.map((reference) => ({ reference, held: [] })),
      ...{ citedBy: { total: 0, hits: [] }, similar: [], heldBodies: [], copies: [], inForce: null },
    }
  }
}

async function askRelated(engine: EngineClient, document: ArchiveDocument): Promise<Related> {
  const { names, cites, bands } = relationAttributes(document)
  const other = `id != ${quoted(document.id)}`
  const otherNames = bodiesIn(document.issuer ?? '').flatMap((body) => {
    const { former, later } = lineageOf(body)
    return [...former.map((step) => step.former), ...later.map((step) => step.now)]
  })
  const [held, citing, close, bodies, merged, ofTitle] = await engine.multiSearch<Found>([
    query([oneOf('names', cites), other], { limit: MOST_HELD, attributesToRetrieve: ['id', 'names', ...HIT_FIELDS] }),
    query([oneOf('cites', names), other], { page: 1, hitsPerPage: MOST_CITING, sort: ['written_from:desc', 'id:asc'] }),
    query([oneOf('bands', bands), other], {
      limit: MOST_SIMILAR,
      attributesToRetrieve: ['id', 'signature', 'content_hash', ...HIT_FIELDS],
    }),
    query([oneOf('issuer', otherNames)], { limit: 0, facets: ['issuer'] }),
    query(['kind = merged', `doc = ${quoted(document.id)}`], {
      ...{ indexUid: INDEXES.quality, limit: MOST_HELD, attributesToRetrieve: ['file'] },
    }),
    ...(isGone(document.validity)
      ? [query([oneOf('names', namesOf({ ...document, doc_number: null })), other], {})]
      : []),
  ])
  const heldBodies = bodies?.facetDistribution?.['issuer'] ?? {}
  return {
    references: resolve(document.references, held?.hits ?? []),
    citedBy: { total: citing?.totalHits ?? 0, hits: citing?.hits ?? [] },
    similar: mostSimilar(document, close?.hits ?? []),
    heldBodies: otherNames.filter((name) => Object.hasOwn(heldBodies, name)),
    copies: [...new Set(merged?.hits.map(({ file }) => file))].sort(),
    inForce: newestInForce(document, ofTitle?.hits ?? []),
  }
}

/** Of a document that is no longer in force, what has taken its place. */
export function newestInForce(
  { title, validity }: Pick<ArchiveDocument, 'title' | 'validity'>,
  found: readonly HitMetadata[],
): HitMetadata | null {
  if (!isGone(validity)) return null
  const day = ({ written, published }: HitMetadata): string => published ?? written ?? ''
  const inForce = found.filter((hit) => hit.title === title && hit.validity === '有效')
  return inForce.reduce<HitMetadata | null>((best, hit) => (best && day(best) >= day(hit) ? best : hit), null)
}

/** A number decides where one of the held documents bears it; else those with the title are meant. */
export function resolve(
  references: readonly Reference[],
  held: readonly (HitMetadata & { names: string[] })[],
): Related['references'] {
  return references.map((reference) => {
    const [best] = keysOf(reference)
      .map((key) => held.filter(({ names }) => names.includes(key)))
      .filter((hits) => hits.length > 0)
    return { reference, held: best ?? [] }
  })
}

export function mostSimilar(
  document: Pick<ArchiveDocument, 'signature' | 'content_hash'>,
  candidates: readonly (HitMetadata & Pick<ArchiveDocument, 'signature' | 'content_hash'>)[],
): SimilarDocument[] {
  return candidates
    .map(({ signature, content_hash, ...hit }) => ({
      hit,
      resemblance: resemblance(document.signature, signature),
      identical: content_hash === document.content_hash,
    }))
    .filter((one) => one.resemblance >= NEARLY_SAME)
    .sort((one, other) => other.resemblance - one.resemblance || (one.hit.id < other.hit.id ? -1 : 1))
    .slice(0, SHOWN_SIMILAR)
}
