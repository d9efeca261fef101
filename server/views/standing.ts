import type { ArchiveDocument } from '../../indexer/contract/document.js'
import { isEarlier } from '../look-up.js'
import { t } from '../text.zh.js'
import { documentUrl } from '../urls.js'
import type { ValidityNotice } from './validity.js'

/** In a few words, what someone who lands in the middle of a text has to know of it. */
export interface StandingNote {
  /** Null where nothing is wrong with the text. */
  badge: string | null
  text: string
  link: { url: string; label: string } | null
}

/** Empty for a text that is in force and has always been the same. */
export function standingNotes(
  document: ArchiveDocument,
  validity: ValidityNotice | null,
  inForce: StandingNote['link'],
): StandingNote[] {
  return [...versionNotes(document), ...(validity ? [validityNote(validity, inForce)] : [])]
}

function versionNotes(document: ArchiveDocument): StandingNote[] {
  const { id, version, versions } = document
  const { badge, replaced, current, changed, all } = t.versions
  if (isEarlier(document)) {
    return [{ badge, text: replaced(version), link: { url: documentUrl(id), label: current } }]
  }
  if (versions.length < 2) return []
  return [{ badge: null, text: changed(version), link: { url: '#versions', label: all } }]
}

function validityNote({ label }: ValidityNotice, link: StandingNote['link']): StandingNote {
  return { badge: label, text: t.standing[label], link: link && { ...link, label: t.document.inForce(null) } }
}
