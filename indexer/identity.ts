import { createHash } from 'node:crypto'
import type { UnnumberedDocument } from './record.js'

/** `675490773/2021-00278` → `675490773-2021-00278`; '' where nothing of it can stand in an address. */
export function slug(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

/**
 * What a record is known by, so that it has the same id whenever it is indexed again: its index number; else the id
 * that its source gave it; else what its metadata says of it. The text is no part of it: a corrected text is the
 * same record.
 */
export interface Identity {
  /** `number:675490773/2021-00278`, `id:…`, `meta:…` */
  key: string
  /** The id wanted for it. */
  id: string
}

const NOT_IN_ADDRESS = /[^\p{ASCII}]/u

/** At most this long; engine ids end at 511 bytes, and addresses are read aloud. */
const LONGEST_ID = 120

export function identify(document: UnnumberedDocument, statedId: string | null): Identity {
  for (const [kind, value] of [['number', document.index_number] as const, ['id', statedId] as const]) {
    // What a source calls a record in Chinese would leave nothing but its digits, which many records share.
    const isSpoiled = kind === 'id' && NOT_IN_ADDRESS.test(value?.normalize('NFKC') ?? '')
    const wanted = value === null || isSpoiled ? '' : slug(value)
    if (value !== null && wanted !== '' && wanted.length <= LONGEST_ID) return { key: `${kind}:${value}`, id: wanted }
  }
  const { doc_number, title, written, url } = document
  // Records were told apart without it before it was read from texts.
  const issuer = document.derived.includes('issuer') ? null : document.issuer
  const key = `meta:${JSON.stringify([statedId, issuer, doc_number, title, written, url])}`
  return { key, id: hashedId(key) }
}

/** A short id that says nothing but does not change: `d` and 16 hex digits of the key's SHA-256. */
function hashedId(key: string): string {
  return `d${createHash('sha256').update(key).digest('hex').slice(0, 16)}`
}

/** A second record with the identity of another one (two texts under one index number) is told apart by its file. */
export function apart(identity: Identity, file: string, position: number | null): Identity {
  const key = `${identity.key}|${file}|${position ?? ''}`
  return { key, id: hashedId(key) }
}
