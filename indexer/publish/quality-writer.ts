import type { DocumentContent } from '../contract/document.js'
import type { EngineClient } from '../contract/engine/client.js'
import type { Finding } from '../contract/findings.js'
import { NEXT_INDEXES } from '../contract/index-settings.js'
import type { Besides } from '../holding.js'
import { QualityCollector } from '../quality/findings.js'
import type { Outbox } from './outbox.js'
import { RecordWriter } from './record-writer.js'

/**
 * Brings the quality index to what the report tells, reckoned anew: what one document says may be news of another. An
 * entry is written as soon as it is found, if it is not there.
 */
export class QualityWriter {
  readonly #collector: QualityCollector
  readonly #records: RecordWriter
  /** Ids of entries that are there and have not been found again. */
  readonly #held: Set<string>

  constructor(
    engine: EngineClient,
    outbox: Outbox,
    contentOf: (id: string) => DocumentContent | undefined,
    held: Set<string>,
  ) {
    this.#collector = new QualityCollector(contentOf)
    this.#records = new RecordWriter(engine, outbox, NEXT_INDEXES.quality)
    this.#held = held
  }

  async add(document: DocumentContent): Promise<void> {
    for (const finding of this.#collector.add(document)) await this.#take(finding)
  }

  /** Call when all documents are added; `pause` is awaited again and again. Returns the ids that are to be removed. */
  async end(besides: Besides | undefined, pause: () => Promise<void>): Promise<string[]> {
    for (const findings of [this.#collector.together(), this.#collector.besides(besides)]) {
      for (const finding of findings) {
        await pause()
        await this.#take(finding)
      }
    }
    await this.#records.end()
    return [...this.#held]
  }

  async #take(finding: Finding): Promise<void> {
    if (!this.#held.delete(finding.id)) await this.#records.add(finding)
  }
}
