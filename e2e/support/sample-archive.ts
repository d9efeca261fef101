import { fileURLToPath } from 'node:url'
import { Catalogue } from '../../indexer/catalogue.js'
import type { DocumentContent } from '../../indexer/contract/document.js'
import { EngineClient } from '../../indexer/contract/engine/client.js'
import { openEngine } from '../../indexer/contract/engine/open.js'
import { synchronise } from '../../indexer/sync.js'
import { openArchive } from '../../server/open-archive.js'
import type { EngineArchive } from '../../server/search/engine-archive.js'
import { removeFolder, temporaryFolder, writeFiles } from './folder.js'

const SAMPLE = fileURLToPath(new URL('../../indexer/sample', import.meta.url))

/** An archive of the bundled sample and of further folders, indexed as the command does it; gone after `close`. */
export interface SampleArchive {
  archive: EngineArchive
  /** All that it holds. */
  documents: DocumentContent[]
  /** Synchronises the same folders again: what has changed in them since is published. */
  update(): Promise<void>
  close(): Promise<void>
}

export async function openSampleArchive(folders: string[] = []): Promise<SampleArchive> {
  const { publish, open, close } = await emptyArchive([SAMPLE, ...folders])
  try {
    const documents = await publish()
    return { archive: open(), documents, update: async () => void (await publish()), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The same with files (name → content) of a test's own, which go with it. */
export async function openSampleArchiveWith(files: Record<string, string | Uint8Array>): Promise<SampleArchive> {
  const folder = await temporaryFolder()
  try {
    const sample = await openSampleArchive([await writeFiles(folder, files)])
    const close = async (): Promise<void> => {
      await sample.close()
      await removeFolder(folder)
    }
    return { ...sample, close }
  } catch (error) {
    await removeFolder(folder)
    throw error
  }
}

/** An archive that has nothing until it publishes what is in the folders; gone after `close`. */
export async function emptyArchive(folders: string[]): Promise<{
  publish(): Promise<DocumentContent[]>
  open(): EngineArchive
  close(): Promise<void>
}> {
  const dataDir = await temporaryFolder()
  const engine = await openEngine({ dataDir, url: null, masterKey: null })
  const close = async (): Promise<void> => {
    await engine.release()
    await removeFolder(dataDir)
  }
  const publish = async (): Promise<DocumentContent[]> => {
    const catalogue = new Catalogue(dataDir)
    try {
      await synchronise(
        { paths: folders, sources: [], dryRun: false, rebuild: false },
        { catalogue, engine: new EngineClient(engine), onProgress: () => undefined },
      )
      return [...catalogue.heads()].map(({ revision }) => catalogue.content(revision))
    } finally {
      await catalogue.close()
    }
  }
  return { publish, open: () => openArchive({ dataDir }, engine.url, engine.searchKey), close }
}
