import { createHash } from 'node:crypto'
import type { Catalogue } from './catalogue.js'
import { apart, identify, type Identity } from './identity.js'
import type { UnnumberedDocument } from './record.js'
import { isRetitled } from './retitled.js'

/**
 * A record's id, or the file that already has the very same record; null where that depends on a file which is yet to
 * be taken, so that the record must be asked for again when all are.
 */
export type Assignment =
  { id: string; identity: string; aliases: string[] } | { duplicateOf: string; id: string } | null

/** What a record's id may follow from besides the record itself. */
export interface Origin {
  /** Absolute path of its file, and its place in it. */
  path: string
  position: number | null
  /**
   * The id of the file's one record when it was last read and has one record again: a record that is known by its
   * metadata alone keeps its id when the metadata is corrected.
   */
  onlyId: string | null
  /** The id of the record that stood in this place of a file of several when it was last read. */
  placeId: string | null
  /** The id of the very same record in a file that is gone: the file has moved. */
  movedId: string | null
}

/**
 * What the catalogue says of a file's records: still true (`kept`: unchanged, or from another path), no longer (`past`:
 * gone, or read anew, so that only what it was given in this run counts), or not known yet (`open`).
 */
export type Standing = 'kept' | 'past' | 'open'

/** One for each record of a run: as little as tells the same record from another one. */
interface Claim {
  file: string
  /** See `sameness`. */
  record: string
  /** The identity that the id was given to. */
  owner: string
  /** The id that the record has, where it is another one than would be wanted for it. */
  keptId?: string
}

/** Equal for the very same record: 128 bits of a hash, which is all that is to be kept of it. */
const sameness = ({ content_hash, title }: Pick<UnnumberedDocument, 'content_hash' | 'title'>): string =>
  createHash('sha256').update(`${content_hash} ${title}`).digest().toString('base64', 0, 16)

/**
 * Gives each record of a run its id: the one it had before, or a new one that no record ever had. Ids of files that are
 * gone, and of records that are gone from their file, may move with their record.
 */
export class IdAssigner {
  readonly #catalogue: Catalogue
  readonly #standing: (path: string) => Standing
  /** By id. */
  readonly #claims = new Map<string, Claim>()
  /** What was asked for again later, by the place of the record. */
  readonly #waiting = new Set<string>()
  /** One string for all records of a file: each record brings its own. */
  #file = ''

  constructor(catalogue: Catalogue, standing: (path: string) => Standing) {
    this.#catalogue = catalogue
    this.#standing = standing
  }

  assign(document: UnnumberedDocument, statedId: string | null, origin: Origin): Assignment {
    const { path, position, movedId } = origin
    const first = identify(document, statedId)
    const record = sameness(document)
    if (document.file !== this.#file) this.#file = document.file
    const file = this.#file
    if (movedId !== null && this.#mayKeep(first, movedId) && this.#holder(movedId, path) === null) {
      const owner = this.#catalogue.ownerOf(movedId)!
      this.#claims.set(movedId, { file, record, owner })
      return { id: movedId, identity: owner, aliases: this.#aliases(first, document, position) }
    }
    const told = apart(first, file, position)
    const onlyId = origin.onlyId ?? this.#retitledId(document, statedId, origin, first, told)
    // Whether another record has the id of this place is known when all are taken.
    if (origin.onlyId === null && onlyId !== null && !this.#waiting.has(told.key)) {
      this.#waiting.add(told.key)
      return null
    }
    const corrected = onlyId !== null && this.#isByMetadata(first, onlyId) ? { ...first, id: onlyId } : first
    // Once told apart from another record, always told apart: its id does not change when the other one leaves.
    const wasTold = this.#catalogue.idOf(told.key) !== undefined
    for (const identity of candidates(corrected, told, position)) {
      const id = this.#idFor(identity)
      const holder = this.#holder(id, path)
      if (holder === 'open') return null
      if (holder === null && wasTold && identity === corrected) continue
      if (holder === null) {
        this.#claims.set(id, { file, record, owner: identity.key })
        // The same record may come once more, and is looked for by the id that it would have.
        if (identity.id !== first.id && identity === corrected)
          this.#claims.set(first.id, { file, record, owner: first.key, keptId: id })
        return { id, identity: identity.key, aliases: [] }
      }
      if (holder.record === record) return { duplicateOf: holder.file, id: holder.keptId ?? id }
    }
    // The same file, position and metadata twice in one run cannot be: positions differ within a file.
    throw new Error(`assign: ${document.file} position ${position} was assigned already`)
  }

  /** Not where the source gives the record another number now. */
  #mayKeep(first: Identity, id: string): boolean {
    const owner = this.#catalogue.ownerOf(id)
    if (owner === undefined) return false
    return !first.key.startsWith('number:') || !owner.startsWith('number:') || owner.startsWith(first.key)
  }

  /** What the record will be known by when it is read again where it is now. */
  #aliases(first: Identity, document: UnnumberedDocument, position: number | null): string[] {
    const keys = [first.key, apart(first, document.file, position).key]
    return keys.filter((key) => this.#catalogue.idOf(key) === undefined)
  }

  /** The id of the record of this place before, where only its title has been corrected; null where it is another's. */
  #retitledId(
    document: UnnumberedDocument,
    statedId: string | null,
    { path, position, placeId }: Origin,
    first: Identity,
    told: Identity,
  ): string | null {
    if (placeId === null || !this.#isByMetadata(first, placeId)) return null
    if ([first, told].some(({ key }) => this.#catalogue.idOf(key) !== undefined)) return null
    if ([placeId, first.id].some((id) => this.#claims.has(id))) return null
    const head = this.#catalogue.head(placeId)
    const owner = this.#catalogue.ownerOf(placeId)
    if (head?.path !== path || owner === undefined) return null
    const former = { document: this.#catalogue.content(head.revision), owner }
    return isRetitled(document, statedId, position, former) ? placeId : null
  }

  #isByMetadata(identity: Identity, id: string): boolean {
    return identity.key.startsWith('meta:') && (this.#catalogue.ownerOf(id)?.startsWith('meta:') ?? false)
  }

  #idFor(identity: Identity): string {
    const owner = this.#claims.get(identity.id)?.owner ?? this.#catalogue.ownerOf(identity.id)
    const known = this.#catalogue.idOf(identity.key)
    if (known !== undefined) return known
    // Ids are never used again: one that another identity ever had is not given to this one.
    return owner === undefined || owner === identity.key || identity.key.startsWith('meta:')
      ? identity.id
      : apart(identity, '', null).id
  }

  #holder(id: string, path: string): Omit<Claim, 'owner'> | 'open' | null {
    const claim = this.#claims.get(id)
    if (claim) return claim
    const head = this.#catalogue.head(id)
    if (!head || head.path === path) return null
    const standing = this.#standing(head.path)
    if (standing !== 'kept') return standing === 'open' ? 'open' : null
    const content = this.#catalogue.content(head.revision)
    return { file: content.file, record: sameness(content) }
  }
}

/** What a record may be known by, the best first. */
function* candidates(first: Identity, told: Identity, position: number | null): Generator<Identity> {
  yield first
  yield told
  // The name that tells a record apart may be that of a file which has moved, and whose records have their ids.
  for (let n = 0; n < 8; n++) yield apart(told, String(n), position)
}
