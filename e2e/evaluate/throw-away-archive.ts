import { createHash } from 'node:crypto'
import { EngineClient } from '../../indexer/contract/engine/client.js'
import type { Engine } from '../../indexer/contract/engine/open.js'
import { NOT_ENRICHED, type DocumentContent } from '../../indexer/contract/document.js'
import type { Holding } from '../../indexer/holding.js'
import { Publication } from '../../indexer/publish/publication.js'
import { openArchive } from '../../server/open-archive.js'
import type { EngineArchive } from '../../server/search/engine-archive.js'
import { ownEngine, withEngine } from '../bench/archives.js'

/** An archive in an engine and a folder of its own, with the production settings; both are gone after `close`. */
export interface ThrowAwayArchive {
  engine: Engine
  archive: EngineArchive
  close(): Promise<void>
}

/** Publishes the documents as the indexer would. The contents are held in memory. */
export async function buildArchive(documents: AsyncIterable<DocumentContent>): Promise<ThrowAwayArchive> {
  const { dataDir, opening, giveBack: close } = await ownEngine()
  try {
    const engine = await opening
    return { engine, archive: await publish(documents, engine, dataDir), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The same while `action` lasts, also where the command is told to end in the middle of it. */
export async function withArchiveOf<T>(
  documents: AsyncIterable<DocumentContent>,
  action: (archive: EngineArchive) => Promise<T>,
): Promise<T> {
  return withEngine(async (engine, dataDir) => action(await publish(documents, engine, dataDir)))
}

async function publish(
  documents: AsyncIterable<DocumentContent>,
  engine: Engine,
  dataDir: string,
): Promise<EngineArchive> {
  const contents = new Map<string, DocumentContent>()
  const inMemory = { content: (id: string) => contents.get(id)!, words: () => undefined, rest: () => undefined }
  const publication = new Publication(new EngineClient(engine), inMemory, true)
  const held = new Map<string, Holding>()
  for await (const document of documents) {
    const { id } = document
    contents.set(id, document)
    held.set(id, { id, revision: id, added: null, since: null, earlier: [], original: null })
    await publication.put(document, id)
  }
  await publication.publish({ documents: held, departed: new Map() })
  return openArchive({ dataDir }, engine.url, engine.searchKey)
}

/** A document with nothing but a title and a text. */
export function bareDocument(id: string, title: string, text: string): DocumentContent {
  const paragraphs = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean)
  return {
    id,
    title,
    ...{ issuer: null, doc_number: null, index_number: null, written: null, published: null, effective: null },
    ...{ validity: '未标注', topics: [], keywords: [], speaker: null, url: null, file: id, outline: [], derived: [] },
    ...NOT_ENRICHED,
    paragraphs,
    content_hash: createHash('sha256').update(paragraphs.join('\n')).digest('hex'),
  }
}
