import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { removeFolder, temporaryFolder, writeFiles } from '../../e2e/support/folder.js'
import { recordText, type GivenRecord } from '../../e2e/support/record.js'
import { Catalogue } from '../catalogue.js'
import { EngineClient } from '../contract/engine/client.js'
import { openEngine, type Engine } from '../contract/engine/open.js'
import { INDEXES, NEXT_INDEXES } from '../contract/index-settings.js'
import type { ArchiveState, DocumentRecord, HistoryRecord, PassageRecord } from '../contract/records.js'
import { readState } from '../contract/state.js'
import type { SyncOutcome } from '../report.js'
import { synchronise, type SyncOptions } from '../sync.js'

/** All that readers can see, but for the grams. */
export interface Live {
  state: ArchiveState | null
  documents: DocumentRecord[]
  passages: PassageRecord[]
  history: HistoryRecord[]
}

/**
 * An archive to synchronise into, for the tests of one file: one engine for all, with what the test before left in it;
 * a catalogue and a folder for each.
 */
export class SyncHome {
  engine!: EngineClient
  catalogue!: Catalogue
  #folder = ''

  constructor() {
    let home: string
    let address: Engine
    beforeAll(async () => {
      home = await temporaryFolder()
      address = await openEngine({ dataDir: home, url: null, masterKey: null })
      this.engine = new EngineClient(address)
    })
    afterAll(async () => {
      await address.release()
      await removeFolder(home)
    })
    beforeEach(async () => {
      this.#folder = await temporaryFolder()
      this.catalogue = new Catalogue(this.#folder)
    })
    afterEach(async () => {
      await this.catalogue.close()
      await removeFolder(this.#folder)
    })
  }

  at(name: string): string {
    return path.join(this.#folder, name)
  }

  /** Writes records (name below the folder → record, or the very text). */
  async write(records: Record<string, GivenRecord | string>): Promise<void> {
    const texts = Object.entries(records).map(([name, one]) => [name, typeof one === 'string' ? one : recordText(one)])
    await writeFiles(this.#folder, Object.fromEntries(texts) as Record<string, string>)
  }

  remove(name: string): Promise<void> {
    return rm(this.at(name), { recursive: true, force: true })
  }

  /** Synchronises the folder `a` unless told otherwise. */
  sync(
    options: Partial<SyncOptions> = {},
    engine: EngineClient | null = this.engine,
    now = new Date(),
  ): Promise<SyncOutcome> {
    return synchronise(
      { paths: [this.at('a')], sources: [], dryRun: false, rebuild: false, ...options },
      { catalogue: this.catalogue, engine, onProgress: () => undefined, now },
    )
  }

  async live(): Promise<Live> {
    const state = await readState(this.engine, INDEXES.archive)
    if (state === null) return { state, documents: [], passages: [], history: [] }
    const all = async <T extends object>(indexUid: string, key: (record: T) => string): Promise<T[]> =>
      (await this.engine.search<T>({ indexUid, limit: 100_000 })).hits.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
    return {
      state,
      documents: await all<DocumentRecord>(INDEXES.documents, ({ id }) => id),
      passages: await all<PassageRecord>(
        INDEXES.passages,
        ({ doc, kind, paragraph, offset }) => `${doc} ${kind} ${String(paragraph).padStart(6, '0')} ${offset}`,
      ),
      history: await all<HistoryRecord>(INDEXES.history, ({ id }) => id),
    }
  }

  /** What is live, but for when and how often it was published. */
  async content(): Promise<object> {
    const { state, ...records } = await this.live()
    const { digest, dated, schema, documents, passages, history } = state ?? {}
    return { digest, dated, schema, counted: [documents, passages, history], ...records }
  }

  /** What the archive says now, past and times left out: the same whenever a folder is as it was once. */
  async present(): Promise<object> {
    const { documents, passages } = await this.live()
    const present = documents.map((document) => ({
      ...document,
      ...{ added: null, version: null, versions: null, stamp: null },
    }))
    return { documents: present, passages }
  }

  /** Begins with an archive that never held anything. */
  async begin(): Promise<void> {
    await this.catalogue.close()
    await removeFolder(this.at('catalogue'))
    this.catalogue = new Catalogue(this.#folder)
    await this.deleteIndexes()
  }

  /** Of the live documents, in order. */
  async ids(): Promise<string[]> {
    return (await this.live()).documents.map(({ id }) => id)
  }

  async deleteIndexes(): Promise<void> {
    const all: string[] = []
    for (const uid of [...Object.values(INDEXES), ...Object.values(NEXT_INDEXES)]) {
      if (await this.engine.hasIndex(uid)) all.push(uid)
    }
    await this.engine.deleteIndexes(all)
  }
}

export const record = (serial: number, changes: Partial<GivenRecord> = {}): GivenRecord => ({
  index: `700100200/2024-${String(serial).padStart(5, '0')}`,
  title: `关于第${serial}号事项的通知`,
  text: ['各单位：', `第${serial}号事项自公布之日起施行。`, `请于第${serial * 3}日前办结。`],
  ...changes,
})

export const idOf = (serial: number): string => `700100200-2024-${String(serial).padStart(5, '0')}`
