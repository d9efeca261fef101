import { access } from 'node:fs/promises'
import path from 'node:path'
import type { DocumentContent } from '../../indexer/contract/document.js'
import { EngineClient } from '../../indexer/contract/engine/client.js'
import { openEngine, type Engine } from '../../indexer/contract/engine/open.js'
import { archiveSchema, INDEXES } from '../../indexer/contract/index-settings.js'
import type { DocumentRecord, PassageRecord } from '../../indexer/contract/records.js'
import { openArchive, warmUpFully } from '../../server/open-archive.js'
import type { EngineArchive } from '../../server/search/engine-archive.js'
import { MeasureError } from '../measure-error.js'
import { thenGiveBack } from '../measuring.js'
import { text } from '../text.zh.js'
import { indexWithCli, withEngine } from './archives.js'

/** What is asked: an archive made of files for the time being, or, in `dataDir`, one that is there and stays as it is. */
export interface Given {
  paths: string[]
  sources: string[]
  dataDir: string | null
}

export interface GivenArchive {
  dataDir: string
  engine: EngineClient
  /** An archive that remembers nothing yet. */
  open(): EngineArchive
}

/** Documents are read from the engine in portions of this many. */
const PORTION = 500

export async function withGivenArchive<T>(given: Given, action: (archive: GivenArchive) => Promise<T>): Promise<T> {
  if (given.dataDir !== null) return withExisting(given.dataDir, action)
  return withEngine(async (engine, dataDir) => {
    await indexWithCli(dataDir, given.paths, given.sources)
    return action(asked(engine, dataDir))
  })
}

async function withExisting<T>(dataDir: string, action: (archive: GivenArchive) => Promise<T>): Promise<T> {
  // Opening an engine would make the folder.
  await access(path.join(dataDir, 'engine', 'db')).catch(() => {
    throw new MeasureError(text.noArchive(dataDir))
  })
  const opening = openEngine({ dataDir, url: null, masterKey: null })
  const giveBack = async (): Promise<void> => (await opening).release()
  return thenGiveBack(giveBack, async () => {
    const archive = asked(await opening, dataDir)
    const { state } = await archive.open().summary()
    if (state === null) throw new MeasureError(text.unpublished(dataDir))
    if (state.schema !== archiveSchema()) {
      process.stderr.write(`${text.otherVersion}\n`)
    }
    return action(archive)
  })
}

function asked(engine: Engine, dataDir: string): GivenArchive {
  // A site loads this soon after its start, which would stand still in the middle of what is timed.
  warmUpFully()
  return {
    dataDir,
    engine: new EngineClient(engine),
    open: () => openArchive({ dataDir }, engine.url, engine.searchKey),
  }
}

/** All documents, as the archive holds them. */
export async function* documentsOf(engine: EngineClient): AsyncGenerator<DocumentContent> {
  for (let offset = 0; ; offset += PORTION) {
    const { hits } = await engine.search<DocumentRecord>({ indexUid: INDEXES.documents, limit: PORTION, offset })
    yield* hits
    if (hits.length < PORTION) return
  }
}

/** Texts of passages, for queries to be drawn from. */
export async function passageTexts(engine: EngineClient): Promise<string[]> {
  const { hits } = await engine.search<Pick<PassageRecord, 'text'>>({
    indexUid: INDEXES.passages,
    filter: ['kind = text'],
    attributesToRetrieve: ['text'],
    limit: 5000,
  })
  return hits.map((passage) => passage.text)
}
