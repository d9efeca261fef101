import type { EngineClient } from '../contract/engine/client.js'
import type { Outbox } from './outbox.js'

/** A payload is sent when it holds this many UTF-16 code units. */
export const PAYLOAD_SIZE = 6_000_000

/** Sends records to an index, in payloads of bounded size. */
export class RecordWriter {
  readonly #engine: EngineClient
  readonly #outbox: Outbox
  readonly #index: string
  #lines: string[] = []
  #size = 0

  constructor(engine: EngineClient, outbox: Outbox, index: string) {
    this.#engine = engine
    this.#outbox = outbox
    this.#index = index
  }

  async add(record: object): Promise<void> {
    const line = JSON.stringify(record)
    this.#lines.push(line)
    this.#size += line.length
    if (this.#size >= PAYLOAD_SIZE) await this.end()
  }

  /** Sends what is left. */
  async end(): Promise<void> {
    if (this.#lines.length === 0) return
    const payload = this.#lines.join('\n')
    this.#lines = []
    this.#size = 0
    await this.#outbox.take(() => this.#engine.add(this.#index, payload))
  }
}
