import type { ArchiveDocument, Tombstone } from '../indexer/contract/document.js'
import type { Archive } from './archive.js'
import { HttpError } from './errors.js'
import type { DocumentVisit } from './params.js'
import { t } from './text.zh.js'
import { documentUrl } from './urls.js'

/** What an address of a document leads to: the document, in the version asked for, or what is left of it. */
export type LookedUp = { document: ArchiveDocument } | { tombstone: Tombstone }

/**
 * Throws HttpError: 400 for a version that is no number, 404 where the archive never held the document or it has no
 * such version.
 */
export async function lookUp(archive: Archive, id: string, { version, problem }: DocumentVisit): Promise<LookedUp> {
  if (problem !== null) throw new HttpError(400, 'bad_parameter', problem.message)
  const current = await archive.document(id)
  if (current === null) {
    const tombstone = await archive.tombstone(id)
    if (tombstone !== null) return { tombstone }
    throw new HttpError(404, 'document_not_found', t.errors.noDocument.message)
  }
  if (version === null || version === current.version) return { document: current }
  const earlier = await archive.earlierVersion(current, version)
  if (earlier === null) {
    const way = { url: documentUrl(id), label: t.versions.current }
    throw new HttpError(404, 'version_not_found', t.errors.noVersion.message(current.versions.length), {}, way)
  }
  return { document: earlier }
}

/** Whether another version has taken the place of this one. */
export function isEarlier({ version, versions }: ArchiveDocument): boolean {
  return version < versions.length
}
