import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Settings } from 'meilisearch'
import { Catalogue } from '../../indexer/catalogue.js'
import { completed, EngineClient } from '../../indexer/contract/engine/client.js'
import { INDEX_SETTINGS } from '../../indexer/contract/index-settings.js'
import { documentWords } from '../../indexer/derive/document-words.js'
import { documentOf, stampOf, type ContentOf } from '../../indexer/holding.js'
import { passagesOf } from '../../indexer/passages.js'
import { documentRecord } from '../../indexer/publish/slot.js'
import { indexWithCli, withEngine, type Indexed } from './archives.js'

/** Size of the payloads that are pushed bare: that of the indexer's. */
const PAYLOAD_SIZE = 6_000_000

/** Payload files, in order, and the settings of the index they go into. */
interface Load {
  index: string
  settings: Settings
  files: string[]
}

/**
 * Indexes the files end to end, then pushes the very same records under the same settings into a fresh engine and
 * nothing else, then the passages' raw text as the only field. Each begins with an empty engine that is up.
 */
export async function benchIndexing(paths: string[], sources: string[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhengyan-bench-payloads-'))
  try {
    const { indexed, loads, raw, counts } = await withEngine(async (_engine, dataDir) => {
      const result = await indexWithCli(dataDir, paths, sources)
      return { indexed: result, ...(await writePayloads(dataDir, folder)) }
    })
    const same = await withEngine((engine) => push(new EngineClient(engine), loads))
    const rawText = await withEngine((engine) => push(new EngineClient(engine), raw))
    return report(indexed, same, rawText, counts)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Counts = { documents: number; passages: number; characters: number }

function report({ seconds, peakMb }: Indexed, same: number, rawText: number, counts: Counts): string {
  const line = (name: string, value: string): string => name.padEnd(58) + value
  return [
    `${counts.documents} documents, ${counts.passages} passages, ${(counts.characters / 1e6).toFixed(1)} million characters`,
    line('indexed end to end', `${seconds.toFixed(1)} s`),
    line('the same records and settings, pushed bare', `${same.toFixed(1)} s`),
    line('raw text as the only field, pushed bare', `${rawText.toFixed(1)} s`),
    line('end to end / same records bare (at most 1.2)', (seconds / same).toFixed(2)),
    line('rate relative to raw text (at least 0.5)', (rawText / seconds).toFixed(2)),
    line('peak memory of the indexer (at most 700 MB)', `${peakMb.toFixed(0)} MB`),
  ].join('\n')
}

/** Writes what the indexer pushed for the archive in `dataDir` to files, so that pushing it costs nothing but that. */
async function writePayloads(dataDir: string, folder: string): Promise<{ loads: Load[]; raw: Load[]; counts: Counts }> {
  const catalogue = new Catalogue(dataDir)
  const passages = new PayloadWriter(path.join(folder, 'passages'))
  const documents = new PayloadWriter(path.join(folder, 'documents'))
  const texts = new PayloadWriter(path.join(folder, 'texts'))
  const counts: Counts = { documents: 0, passages: 0, characters: 0 }
  try {
    const contentOf: ContentOf = (revision) => catalogue.content(revision)
    for (const head of catalogue.heads()) {
      const document = documentOf(head, contentOf)
      const own = passagesOf(document)
      for (const passage of own) {
        await passages.add(passage)
        await texts.add({ id: passage.id, text: passage.text })
        counts.characters += passage.text.length
      }
      await documents.add(documentRecord(document, head.revision, stampOf(head), own.length, documentWords(document)))
      counts.documents++
      counts.passages += own.length
    }
  } finally {
    await catalogue.close()
  }
  const rawSettings: Settings = { localizedAttributes: INDEX_SETTINGS.passages.localizedAttributes ?? null }
  return {
    counts,
    loads: [
      { index: 'passages', settings: INDEX_SETTINGS.passages, files: await passages.end() },
      { index: 'documents', settings: INDEX_SETTINGS.documents, files: await documents.end() },
    ],
    raw: [{ index: 'texts', settings: { ...rawSettings, searchableAttributes: ['text'] }, files: await texts.end() }],
  }
}

class PayloadWriter {
  readonly #files: string[] = []
  #lines: string[] = []
  #size = 0

  constructor(readonly prefix: string) {}

  async add(record: object): Promise<void> {
    const line = JSON.stringify(record)
    this.#lines.push(line)
    this.#size += line.length
    if (this.#size >= PAYLOAD_SIZE) await this.#flush()
  }

  async end(): Promise<string[]> {
    if (this.#lines.length > 0) await this.#flush()
    return this.#files
  }

  async #flush(): Promise<void> {
    const file = `${this.prefix}-${this.#files.length}.ndjson`
    await writeFile(file, this.#lines.join('\n'))
    this.#files.push(file)
    this.#lines = []
    this.#size = 0
  }
}

async function push(engine: EngineClient, loads: Load[]): Promise<number> {
  const started = performance.now()
  for (const { index, settings, files } of loads) {
    await engine.createIndex(index, 'id', settings)
    const tasks = []
    for (const file of files) tasks.push(completed(engine.add(index, await readFile(file, 'utf8'))))
    await Promise.all(tasks)
  }
  return (performance.now() - started) / 1000
}
