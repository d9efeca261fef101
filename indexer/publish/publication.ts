import type { DocumentContent } from '../contract/document.js'
import type { EngineClient } from '../contract/engine/client.js'
import { archiveSchema, INDEXES, INDEX_SETTINGS, NEXT_INDEXES, type IndexRole } from '../contract/index-settings.js'
import type { ArchiveState } from '../contract/records.js'
import { readState } from '../contract/state.js'
import { datedDigestOf, digestOf, type Contents, type Holdings } from '../holding.js'
import { ROLES, Slot } from './slot.js'
import { disagreement, sampleIds, type Expected } from './verify.js'

/** The built state does not agree with the catalogue even when built anew; the live one stays. */
export class PublicationError extends Error {
  override readonly name = 'PublicationError'
}

/**
 * Brings the search indexes to a new state of the archive: built aside, checked, and only then switched to, in one
 * step. Documents may be put while others are still being read, so that reading and indexing overlap.
 */
export class Publication {
  readonly #engine: Promise<EngineClient>
  readonly #contents: Contents
  readonly #anew: boolean
  #slot: Slot | null = null

  /**
   * `engine` may still be starting; that it does not start is told by the first call that needs it. `contents` has
   * what is to be published; `anew` asks for indexes built from nothing even where the old ones could be
   * brought up to date.
   */
  constructor(engine: EngineClient | Promise<EngineClient>, contents: Contents, anew: boolean) {
    this.#engine = Promise.resolve(engine).then(async (client) => {
      // A run that was stopped or killed may have left it work, which would change what we find.
      await client.whenCaughtUp()
      return client
    })
    this.#engine.catch(() => undefined)
    this.#contents = contents
    this.#anew = anew
  }

  /** Gives a content that `publish` will ask for; its revision is that of the holding. */
  async put(content: DocumentContent, revision: string): Promise<void> {
    this.#slot ??= await Slot.open(await this.#engine, this.#contents, this.#anew)
    if (!this.#slot.holds(content.id, revision)) await this.#slot.put(content)
  }

  /**
   * Makes the holdings the live state. Returns it, or null where it is live already.
   * Throws PublicationError and leaves everything as it was when the result does not agree with what was asked for.
   */
  async publish(holdings: Holdings): Promise<ArchiveState | null> {
    const engine = await this.#engine
    const live = await readState(engine, INDEXES.archive)
    const dated = await datedDigestOf(holdings)
    if (!this.#anew && live?.dated === dated && live.schema === archiveSchema()) return null
    let slot = (this.#slot ??= await Slot.open(engine, this.#contents, this.#anew))
    let held = await this.#fill(slot, holdings)
    if ((await this.#disagreement(holdings, held)) !== null) {
      slot = await Slot.open(engine, this.#contents, true)
      held = await this.#fill(slot, holdings)
      const problem = await this.#disagreement(holdings, held)
      if (problem !== null) throw new PublicationError(problem)
    }
    return this.#switch(slot, {
      id: 'archive',
      generation: (live?.generation ?? 0) + 1,
      ...held,
      updated: new Date().toISOString(),
      digest: await digestOf(holdings),
      dated,
      schema: archiveSchema(),
    })
  }

  async #fill(slot: Slot, holdings: Holdings): Promise<Expected> {
    for (const { id, revision } of holdings.documents.values())
      if (!slot.holds(id, revision)) await slot.put(this.#contents.content(revision))
    return slot.finish(holdings)
  }

  async #disagreement({ documents }: Holdings, held: Expected): Promise<string | null> {
    const sample = sampleIds([...documents.keys()]).map((id) => this.#contents.content(documents.get(id)!.revision))
    return disagreement(await this.#engine, held, sample)
  }

  async #switch(slot: Slot, state: ArchiveState): Promise<ArchiveState> {
    const engine = await this.#engine
    await slot.label(state)
    const missing: IndexRole[] = []
    for (const role of ROLES) if (!(await engine.hasIndex(INDEXES[role]))) missing.push(role)
    if (missing.length > 0) {
      await engine.createIndexes(
        'id',
        missing.map((role) => [INDEXES[role], INDEX_SETTINGS[role]]),
      )
    }
    await engine.swap(ROLES.map((role) => [INDEXES[role], NEXT_INDEXES[role]]))
    return state
  }
}
