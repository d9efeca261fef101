import type { EnqueuedTaskPromise } from 'meilisearch'
import type { EngineClient } from '../contract/engine/client.js'

/**
 * Payloads the engine may have in hand before we wait for it. They lie on its disk, not in our memory, and the more it
 * has, the fewer times it rewrites its postings: with 4 in hand indexing takes twice as long.
 */
const MAX_IN_HAND = 100

/**
 * Hands tasks to the engine in order, without waiting until each is done, but never more than a few at a time. The
 * first task that fails makes `take` or `settle` throw (EngineTaskError, EngineUnreachableError); nothing is forgotten.
 */
export class Outbox {
  readonly #engine: Pick<EngineClient, 'completed'>
  #inHand: Promise<unknown>[] = []
  #accepted: Promise<unknown> = Promise.resolve()
  #last: Promise<unknown> = Promise.resolve()

  /** `engine` is asked whether the tasks are done. */
  constructor(engine: Pick<EngineClient, 'completed'>) {
    this.#engine = engine
  }

  /** `send` hands the task over, and is called when the engine has accepted the one before. */
  async take(send: () => EnqueuedTaskPromise): Promise<void> {
    // Requests that are under way together overtake each other: records would be deleted after they were replaced.
    await this.#accepted
    const task = send()
    // They are done in order: the engine is asked about one at a time.
    const settled = this.#last.then(() => this.#engine.completed(task))
    this.#last = settled
    this.#accepted = task.catch(() => settled)
    this.#inHand.push(settled)
    // An error is reported where a task is awaited, not as an unhandled rejection before that.
    settled.catch(() => undefined)
    this.#accepted.catch(() => undefined)
    if (this.#inHand.length >= MAX_IN_HAND) await this.#inHand.shift()
  }

  async settle(): Promise<void> {
    const inHand = this.#inHand
    this.#inHand = []
    await Promise.all(inHand)
  }
}
