import { numberAttributes } from '../contract/number-keys.js'
import { versionKey, type HistoryRecord, type TombstoneRecord, type VersionRecord } from '../contract/records.js'
import { stampOf, versionsOf, type ContentOf, type Departure, type Holding, type Holdings } from '../holding.js'

/** A record of the `history` index, made when it is needed. */
export interface HistoryEntry {
  id: string
  stamp: string
  record: () => HistoryRecord
}

/**
 * What the `history` index shall hold: each earlier version of the documents held, and a tombstone for each document
 * that has left. What a document said that has left is not among it: it may have left because it must not be read, in which
 * case its name is not among it either.
 */
export function historyOf({ documents, departed }: Holdings, contentOf: ContentOf): HistoryEntry[] {
  return [
    ...[...documents.values()].flatMap((holding) => versionEntries(holding, contentOf)),
    ...[...departed.values()].map((departure) => tombstoneEntry(departure, contentOf)),
  ]
}

function versionEntries({ id, earlier }: Holding, contentOf: ContentOf): HistoryEntry[] {
  return earlier.map(({ revision, original }, index) => {
    const key = versionKey(id, index + 1)
    const stamp = `${revision} ${original?.sha256 ?? ''}`
    const record = (): VersionRecord => ({ id: key, kind: 'version', stamp, content: contentOf(revision), original })
    return { id: key, stamp, record }
  })
}

/** Of what is not for the public any more nobody is told what it was called. */
const NOTHING_KNOWN = {
  ...{ title: null, issuer: null, doc_number: null, index_number: null, written: null, published: null },
}

function tombstoneEntry(departure: Departure, contentOf: ContentOf): HistoryEntry {
  const { id, revision, added, left, withdrawn } = departure
  const stamp = stampOf(departure)
  const record = (): TombstoneRecord => {
    if (withdrawn) return { id, kind: 'tombstone', stamp, ...NOTHING_KNOWN, added: null, left, versions: [], withdrawn }
    const { title, issuer, doc_number, index_number, written, published } = contentOf(revision)
    const versions = versionsOf(departure, contentOf)
    const known = { title, issuer, doc_number, index_number, written, published, added, left, versions }
    return { id, kind: 'tombstone', stamp, ...known, ...numberAttributes(known) }
  }
  return { id, stamp, record }
}
