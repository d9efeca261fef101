import type { ArchiveDocument } from '../../indexer/contract/document.js'
import { isEarlier } from '../look-up.js'
import { t } from '../text.zh.js'
import { documentUrl } from '../urls.js'
import { formatDay } from './format.js'

export interface VersionLink {
  url: string
  number: string
  /** From when to when it stood. */
  span: string
  /** The one that is being read. */
  shown: boolean
}

/** All versions, the newest first; empty where there has only ever been one. */
export function versionLinks({ id, version, versions }: ArchiveDocument): VersionLink[] {
  if (versions.length < 2) return []
  return versions
    .map(({ number, since, until }) => ({
      url: documentUrl(id, null, '', until === null ? null : number),
      number: t.versions.number(number),
      span: t.versions.span(since && formatDay(since), until && formatDay(until)),
      shown: number === version,
    }))
    .reverse()
}

/** What stands above an earlier version; null above the current one. */
export function earlierNotice(document: ArchiveDocument): { text: string; current: string } | null {
  if (!isEarlier(document)) return null
  const { since, until } = document.versions[document.version - 1]!
  const span = t.versions.span(since && formatDay(since), until && formatDay(until))
  return { text: t.versions.earlier(document.version, span), current: documentUrl(document.id) }
}
