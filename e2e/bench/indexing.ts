import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Settings } from 'meilisearch'
import { Catalogue } from '../../indexer/catalogue.js'
import { EngineClient } from '../../indexer/contract/engine/client.js'
import { INDEX_SETTINGS, type IndexRole } from '../../indexer/contract/index-settings.js'
import { entryRecord } from '../../indexer/contract/vocabulary.js'
import { documentWords } from '../../indexer/derive/document-words.js'
import { documentOf, stampOf } from '../../indexer/holding.js'
import { passagesOf } from '../../indexer/passages.js'
import { Outbox } from '../../indexer/publish/outbox.js'
import { PAYLOAD_SIZE } from '../../indexer/publish/record-writer.js'
import { documentRecord } from '../../indexer/publish/slot.js'
import { Vocabulary } from '../../indexer/publish/vocabulary.js'
import { qualityOf } from '../../indexer/quality/of-catalogue.js'
import { thenGiveBack } from '../measuring.js'
import { removeFolder } from '../support/folder.js'
import { median } from './timing.js'
import { indexWithCli, withEngine, type Indexed } from './archives.js'

/** Payload files, in order, and the settings of the index they go into. */
interface Load {
  index: string
  settings: Settings
  files: string[]
}

/** End to end and bare are done in turns: a machine that is slower in one minute than in the next deceives both alike. */
const ROUNDS = 3

/**
 * Indexes the files end to end, then pushes the very same records under the same settings into a fresh engine and
 * nothing else, several times in turns; in the end the passages' raw text as the only field. Each begins with an empty
 * engine that is up.
 */
export async function benchIndexing(paths: string[], sources: string[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhengyan-bench-payloads-'))
  const endToEnd: Indexed[] = []
  const same: number[] = []
  const giveBack = (): Promise<void> => removeFolder(folder)
  return thenGiveBack(giveBack, async () => {
    let payloads: Payloads | null = null
    for (let round = 0; round < ROUNDS; round++) {
      const { loads } = (payloads = await withEngine(async (_engine, dataDir) => {
        endToEnd.push(await indexWithCli(dataDir, paths, sources))
        return payloads ?? writePayloads(dataDir, folder)
      }))
      same.push(await withEngine((engine) => push(new EngineClient(engine), loads)))
    }
    const rawText = await withEngine((engine) => push(new EngineClient(engine), payloads!.raw))
    return report(endToEnd, same, rawText, payloads!.counts)
  })
}

type Counts = { documents: number; passages: number; characters: number }

interface Payloads {
  loads: Load[]
  raw: Load[]
  counts: Counts
}

function report(endToEnd: readonly Indexed[], same: readonly number[], rawText: number, counts: Counts): string {
  const line = (name: string, value: string): string => name.padEnd(58) + value
  const seconds = endToEnd.map((indexed) => indexed.seconds)
  const list = (values: readonly number[]): string => values.map((value) => value.toFixed(1)).join(', ')
  const ratio = median(seconds.map((value, round) => value / same[round]!))
  return [
    `${counts.documents} documents, ${counts.passages} passages, ${(counts.characters / 1e6).toFixed(1)} million characters`,
    line('indexed end to end', `${list(seconds)} s`),
    line('the same records and settings, pushed bare', `${list(same)} s`),
    line('raw text as the only field, pushed bare', `${rawText.toFixed(1)} s`),
    line('end to end / same records bare, median (at most 1.1)', ratio.toFixed(2)),
    line('rate relative to raw text (at least 0.5)', (rawText / median(seconds)).toFixed(2)),
    line(
      'peak memory of the indexer (at most 700 MB)',
      `${Math.max(...endToEnd.map(({ peakMb }) => peakMb)).toFixed(0)} MB`,
    ),
  ].join('\n')
}

/** Writes what the indexer pushed for the archive in `dataDir` to files, so that pushing it costs nothing but that. */
async function writePayloads(dataDir: string, folder: string): Promise<Payloads> {
  const catalogue = new Catalogue(dataDir)
  const passages = new PayloadWriter(path.join(folder, 'passages'))
  const documents = new PayloadWriter(path.join(folder, 'documents'))
  const words = new PayloadWriter(path.join(folder, 'words'))
  const quality = new PayloadWriter(path.join(folder, 'quality'))
  const texts = new PayloadWriter(path.join(folder, 'texts'))
  const vocabulary = new Vocabulary()
  const counts: Counts = { documents: 0, passages: 0, characters: 0 }
  try {
    const contentOf = catalogue.content
    for (const head of catalogue.heads()) {
      const document = documentOf(head, contentOf)
      const own = passagesOf(document)
      for (const passage of own) {
        await passages.add(passage)
        await texts.add({ id: passage.id, text: passage.text })
        counts.characters += passage.text.length
      }
      const record = documentRecord(document, head.revision, stampOf(head), own.length, documentWords(document))
      vocabulary.add(record)
      await documents.add(record)
      counts.documents++
      counts.passages += own.length
    }
    for (const entry of vocabulary.entries()) await words.add(entryRecord(entry))
    for (const finding of (await qualityOf(catalogue)).findings) await quality.add(finding)
  } finally {
    await catalogue.close()
  }
  const load = async (index: IndexRole, writer: PayloadWriter): Promise<Load> => ({
    index,
    settings: INDEX_SETTINGS[index],
    files: await writer.end(),
  })
  const rawSettings: Settings = { localizedAttributes: INDEX_SETTINGS.passages.localizedAttributes ?? null }
  return {
    counts,
    loads: [
      await load('passages', passages),
      await load('documents', documents),
      await load('words', words),
      await load('quality', quality),
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
    const outbox = new Outbox(engine)
    for (const file of files) {
      const payload = await readFile(file, 'utf8')
      await outbox.take(() => engine.add(index, payload))
    }
    await outbox.settle()
  }
  return (performance.now() - started) / 1000
}
