import type { EnqueuedTaskPromise } from 'meilisearch'
import { completed } from '../contract/engine/client.js'

/**
 * Payloads the engine may have in hand before we wait for it. They lie on its disk, not in our memory, and the more it
 * has, the fewer times it rewrites its postings: with 4 in hand indexing takes twice as long.
 */
const MAX_IN_HAND = 100

/**
 * Hands tasks to the engine without waiting for each, but never more than a few at a time. The first task that fails
 * makes `take` or `settle` throw (EngineTaskError, EngineUnreachableError); nothing is forgotten.
 */
export class Outbox {
  #inHand: Promise<unknown>[] = []

  async take(task: EnqueuedTaskPromise): Promise<void> {
    const settled = completed(task)
    // An error is reported where the task is awaited below, not as an unhandled rejection before that.
    settled.catch(() => undefined)
    this.#inHand.push(settled)
    if (this.#inHand.length >= MAX_IN_HAND) await this.#inHand.shift()
  }

  async settle(): Promise<void> {
    const inHand = this.#inHand
    this.#inHand = []
    await Promise.all(inHand)
  }
}
