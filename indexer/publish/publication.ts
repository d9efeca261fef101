import { createHash } from 'node:crypto'
import type { ArchiveDocument } from '../contract/document.js'
import type { EngineClient } from '../contract/engine/client.js'
import { archiveSchema, INDEXES, INDEX_SETTINGS, NEXT_INDEXES } from '../contract/index-settings.js'
import type { ArchiveState } from '../contract/records.js'
import { readState, ROLES, Slot } from './slot.js'
import { disagreement, sampleIds } from './verify.js'

/** The built state does not agree with the catalogue even when built anew; the live one stays. */
export class PublicationError extends Error {
  override readonly name = 'PublicationError'
}

/**
 * Brings the search indexes to a new state of the archive: built aside, checked, and only then switched to, in one
 * step. Documents may be put while others are still being read, so that reading and indexing overlap.
 */
export class Publication {
  readonly #engine: EngineClient
  readonly #content: (id: string) => ArchiveDocument
  readonly #anew: boolean
  #slot: Slot | null = null

  /**
   * `content` gives the document of an id, of the revision that is wanted; `anew` asks for indexes built from nothing
   * even where the old ones could be brought up to date.
   */
  constructor(engine: EngineClient, content: (id: string) => ArchiveDocument, anew: boolean) {
    this.#engine = engine
    this.#content = content
    this.#anew = anew
  }

  async put(document: ArchiveDocument, revision: string): Promise<void> {
    this.#slot ??= await Slot.open(this.#engine, this.#anew)
    if (!this.#slot.holds(document.id, revision)) await this.#slot.put(document)
  }

  /**
   * Makes the wanted documents (id → revision) the live state. Returns it, or null where it is live already.
   * Throws PublicationError and leaves everything as it was when the result does not agree with what was asked for.
   */
  async publish(wanted: ReadonlyMap<string, string>): Promise<ArchiveState | null> {
    const live = await readState(this.#engine, INDEXES.archive)
    const digest = digestOf(wanted)
    if (!this.#anew && live?.digest === digest && live.schema === archiveSchema()) return null
    let slot = (this.#slot ??= await Slot.open(this.#engine, this.#anew))
    let passages = await this.#fill(slot, wanted)
    if ((await this.#disagreement(wanted, passages)) !== null) {
      slot = await Slot.open(this.#engine, true)
      passages = await this.#fill(slot, wanted)
      const problem = await this.#disagreement(wanted, passages)
      if (problem !== null) throw new PublicationError(problem)
    }
    return this.#switch(slot, {
      id: 'archive',
      generation: (live?.generation ?? 0) + 1,
      documents: wanted.size,
      passages,
      updated: new Date().toISOString(),
      digest,
      schema: archiveSchema(),
    })
  }

  async #fill(slot: Slot, wanted: ReadonlyMap<string, string>): Promise<number> {
    for (const [id, revision] of wanted) if (!slot.holds(id, revision)) await slot.put(this.#content(id))
    return slot.finish(wanted, this.#content)
  }

  #disagreement(wanted: ReadonlyMap<string, string>, passages: number): Promise<string | null> {
    const sample = sampleIds([...wanted.keys()]).map((id) => this.#content(id))
    return disagreement(this.#engine, { documents: wanted.size, passages }, sample)
  }

  async #switch(slot: Slot, state: ArchiveState): Promise<ArchiveState> {
    await slot.label(state)
    for (const role of ROLES) {
      if (!(await this.#engine.hasIndex(INDEXES[role]))) {
        await this.#engine.createIndex(INDEXES[role], 'id', INDEX_SETTINGS[role])
      }
    }
    await this.#engine.swap(ROLES.map((role) => [INDEXES[role], NEXT_INDEXES[role]]))
    return state
  }
}

function digestOf(wanted: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const id of [...wanted.keys()].sort()) hash.update(`${id}:${wanted.get(id)}\n`)
  return hash.digest('hex')
}
