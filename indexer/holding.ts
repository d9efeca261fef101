import { createHash } from 'node:crypto'
import { breathing } from './breathe.js'
import type { MergedRecord, Rejection } from './record.js'
import type { ArchiveDocument, DocumentContent, Original, Version } from './contract/document.js'

/** A version that another one has taken the place of. */
export interface EarlierVersion {
  revision: string
  /** When it was first seen, ISO 8601; null where that was not noted. */
  since: string | null
  until: string
  original: Original | null
}

/** What the archive holds under an id: what the document says now and has said, and since when. */
export interface Holding {
  id: string
  /** Key of its content; two equal revisions are indexed alike. */
  revision: string
  /** When the document first came into the archive, ISO 8601; null where that was not noted. */
  added: string | null
  /** When this version was first seen. */
  since: string | null
  /** The oldest first. */
  earlier: readonly EarlierVersion[]
  original: Original | null
}

/** What is remembered of a document that has left. */
export interface Departure extends Holding {
  left: string
  /** It left because it is not for the public any more. */
  withdrawn?: true
}

/** All that an archive holds, by id. An id is in one of the two. */
export interface Holdings {
  documents: ReadonlyMap<string, Holding>
  departed: ReadonlyMap<string, Departure>
  /** What the files held besides: nothing of it is a document of its own, and all of it is accounted for. */
  besides?: Besides
}

export interface Besides {
  merged: MergedRecord[]
  rejected: Rejection[]
}

/** Gives the content of a revision. */
export type ContentOf = (revision: string) => DocumentContent

/** Where the contents of an archive are kept. */
export interface Contents {
  readonly content: ContentOf
  /** What `documentWords` gives of a revision, where that is kept. */
  words(revision: string): string[] | undefined
  /** Who reads many contents waits for it now and then: what was read stays in memory until then. */
  rest(): Promise<void> | undefined
}

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex')

/** SHA-256 over all that the engine is told of a holding: with equal stamps, it has been told. */
export function stampOf(holding: Holding | Departure): string {
  const { id, revision, added, since, earlier, original } = holding
  const departure = 'left' in holding ? [holding.left, ...(holding.withdrawn ? ['withdrawn'] : [])] : [null]
  return hash([id, revision, added, since, earlier, original, ...departure])
}

/** SHA-256 over what an archive holds, times left out: two archives with the same digest hold the same. */
export function digestOf({ documents, departed, besides }: Holdings): Promise<string> {
  const said = ({ id, revision, original, earlier }: Holding, departure: Departure | undefined): unknown[] => [
    ...[id, departure !== undefined, revision, original, ...(departure?.withdrawn ? ['withdrawn'] : [])],
    ...earlier.map((version) => [version.revision, version.original]),
  ]
  return summary(documents, departed, besides, (holding) => JSON.stringify(said(holding, departed.get(holding.id))))
}

/** The same with all times. */
export function datedDigestOf({ documents, departed, besides }: Holdings): Promise<string> {
  return summary(documents, departed, besides, stampOf)
}

async function summary(
  documents: Holdings['documents'],
  departed: Holdings['departed'],
  besides: Holdings['besides'],
  lineOf: (holding: Holding | Departure) => string,
): Promise<string> {
  const all = [...documents.values(), ...departed.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const digest = createHash('sha256')
  const breathe = breathing()
  for (const holding of all) {
    await breathe()
    digest.update(`${lineOf(holding)}\n`)
  }
  for (const one of [...(besides?.merged ?? []), ...(besides?.rejected ?? [])].map((one) => JSON.stringify(one)).sort())
    digest.update(`${one}\n`)
  return digest.digest('hex')
}

/**
 * What is held after a run at `now` that read `next`, where `before` was held or had left. Another text, or another
 * stated value, makes a version; what only we read or derive differently (or another file name) is the same version,
 * read better.
 */
export function succeed(
  before: Holding | Departure | undefined,
  { id, revision }: Pick<Holding, 'id' | 'revision'>,
  content: DocumentContent,
  contentOf: ContentOf,
  now: string,
): Holding {
  const history = historyAfter(before, revision, content, contentOf, now)
  return { id, revision, added: history.added, since: history.since, earlier: history.earlier, original: null }
}

/** One for all: most documents have never said anything else. */
const NONE: readonly EarlierVersion[] = []

function historyAfter(
  before: Holding | Departure | undefined,
  next: string,
  content: DocumentContent,
  contentOf: ContentOf,
  now: string,
): Pick<Holding, 'added' | 'since' | 'earlier'> {
  if (before === undefined) return { added: now, since: now, earlier: NONE }
  const { added, since, earlier, revision, original } = before
  const same = revision === next || editionOf(contentOf(revision)) === editionOf(content)
  if (same) return { added, since, earlier }
  const until = 'left' in before ? before.left : now
  // A file of several records may have held some that have left since, or are not for the public.
  const own = original?.shared ? null : original
  return { added, since: now, earlier: [...earlier, { revision, since, until, original: own }] }
}

/** What a source may state of a document. */
const STATED = [
  ...(['title', 'issuer', 'doc_number', 'index_number', 'written', 'published', 'effective'] as const),
  ...(['validity', 'topics', 'keywords', 'speaker', 'url'] as const),
]

/** What readers would call a document's wording: its text, and what its source says of it. */
function editionOf(content: DocumentContent): string {
  const stated = STATED.filter((name) => !content.derived.includes(name)).map((name) => [name, content[name]])
  return JSON.stringify([stated, content.paragraphs])
}

/** The versions as readers are told of them, the oldest first. */
export function versionsOf({ revision, since, earlier }: Holding, contentOf: ContentOf): Version[] {
  const all = [...earlier, { revision, since, until: null }]
  return all.map((version, index) => {
    const { title, content_hash } = contentOf(version.revision)
    return { number: index + 1, since: version.since, until: version.until, title, content_hash }
  })
}

/** SHA-256 of every original that a document, one of its versions or a tombstone has. */
export function originalsOf({ documents, departed }: Holdings): Set<string> {
  const all = new Set<string>()
  for (const holdings of [documents, departed]) {
    for (const { original, earlier } of holdings.values())
      for (const one of [original, ...earlier.map((version) => version.original)]) if (one) all.add(one.sha256)
  }
  return all
}

/** A document as it is shown. */
export function documentOf(holding: Holding, contentOf: ContentOf): ArchiveDocument {
  const { revision, added, earlier, original } = holding
  const content = contentOf(revision)
  const versions = versionsOf(holding, (other) => (other === revision ? content : contentOf(other)))
  return { ...content, added, version: earlier.length + 1, versions, original }
}

/** The contents one after the other: no more than one is in memory at a time. */
export function* contentsOf(holdings: Iterable<Holding>, contentOf: ContentOf): Generator<DocumentContent> {
  for (const { revision } of holdings) yield contentOf(revision)
}
