import { setTimeout as delay } from 'node:timers/promises'
import { Meilisearch, MeilisearchRequestError } from 'meilisearch'
import type { EnqueuedTaskPromise, Settings, Task, TasksOrBatchesQuery } from 'meilisearch'
import { EngineRefusedError, EngineTaskError } from './errors.js'
import { createHttpClient } from './http.js'

/** How often the engine is asked how far it is: after a twentieth of the time that it took so far, in milliseconds. */
const POLL_MS = 20
const SLOWEST_POLL_MS = 200
const POLL_SHARE = 1 / 20

export interface EngineAddress {
  url: string
  key: string
}

/** One search of a multi-search, in Meilisearch's own terms; only what this project uses. */
export interface EngineQuery {
  indexUid: string
  q?: string
  filter?: string[]
  facets?: string[]
  sort?: string[]
  distinct?: string
  matchingStrategy?: 'last' | 'all'
  attributesToRetrieve?: string[]
  page?: number
  hitsPerPage?: number
  limit?: number
  offset?: number
  /** Without: all searchable attributes. */
  attributesToSearchOn?: string[]
}

export interface EngineAnswer<T> {
  hits: T[]
  /** Exact; where `page` and `hitsPerPage` were asked for. */
  totalHits?: number
  /** Size of the candidate set; where `limit` was asked for. */
  estimatedTotalHits?: number
  facetDistribution?: Record<string, Record<string, number>>
}

/**
 * What this project says to the engine. Every method throws EngineUnreachableError, EngineKeyError or
 * EngineRefusedError; those that change something wait until it is done and throw EngineTaskError if it failed.
 */
export class EngineClient {
  readonly #client: Meilisearch

  /** `silenceLimit`: milliseconds after which an engine that says nothing counts as not reachable. */
  constructor({ url, key }: EngineAddress, silenceLimit?: number) {
    this.#client = new Meilisearch({ host: url, apiKey: key, httpClient: createHttpClient(silenceLimit) })
  }

  /** Answers in the order of the queries. */
  async multiSearch<T extends object>(queries: EngineQuery[]): Promise<EngineAnswer<T>[]> {
    if (queries.length === 0) return []
    const { results } = await ours(this.#client.multiSearch<{ queries: EngineQuery[] }, T>({ queries }))
    return results as unknown as EngineAnswer<T>[]
  }

  /**
   * The same in two requests at a time: the engine works on the queries of one request one after another. Worth while
   * where each of them takes longer than a request.
   */
  async multiSearchInParallel<T extends object>(queries: EngineQuery[]): Promise<EngineAnswer<T>[]> {
    const half = Math.ceil(queries.length / 2)
    const halves = [queries.slice(0, half), queries.slice(half)]
    return (await Promise.all(halves.map((some) => this.multiSearch<T>(some)))).flat()
  }

  async search<T extends object>(query: EngineQuery): Promise<EngineAnswer<T>> {
    return (await this.multiSearch<T>([query]))[0]!
  }

  async hasIndex(uid: string): Promise<boolean> {
    return found(ours(this.#client.getRawIndex(uid)))
  }

  async createIndex(uid: string, primaryKey: string, settings: Settings): Promise<void> {
    await this.createIndexes(primaryKey, [[uid, settings]])
  }

  /** Creates several at once, which takes little longer than one. */
  async createIndexes(
    primaryKey: string,
    indexes: readonly (readonly [uid: string, settings: Settings])[],
  ): Promise<void> {
    await this.#inOrder(
      indexes.flatMap(([uid, settings]) => [
        () => this.#client.createIndex(uid, { primaryKey }),
        () => this.#client.index(uid).updateSettings(settings),
      ]),
    )
  }

  async deleteIndexes(uids: readonly string[]): Promise<void> {
    await this.#inOrder(uids.map((uid) => () => this.#client.deleteIndex(uid)))
  }

  /** Hands over each task when the one before is accepted, and waits when all are. */
  async #inOrder(tasks: readonly (() => EnqueuedTaskPromise)[]): Promise<void> {
    const sent: EnqueuedTaskPromise[] = []
    for (const task of tasks) {
      const enqueued = task()
      await ours(enqueued)
      sent.push(enqueued)
    }
    for (const enqueued of sent) await this.completed(enqueued)
  }

  /** Exchanges the contents of the pairs of indexes, all in one step. */
  async swap(pairs: [string, string][]): Promise<void> {
    await this.completed(this.#client.swapIndexes(pairs.map((indexes) => ({ indexes, rename: false }))))
  }

  /** Hands over records, a JSON object a line, and returns at once; `completed` waits for the result. */
  add(uid: string, ndjson: string): EnqueuedTaskPromise {
    return this.#client.index(uid).addDocumentsFromString(ndjson, 'application/x-ndjson')
  }

  /** Deletes the records that the filter finds; returns at once like `add`. The engine keeps the order of both. */
  remove(uid: string, filter: string): EnqueuedTaskPromise {
    return this.#client.index(uid).deleteDocuments({ filter })
  }

  /**
   * Waits until the engine has finished the task, however long that takes, and throws EngineTaskError unless it
   * succeeded. The library's own `waitTask` gives up after five seconds, returns failed tasks as if all were well, and
   * asks as often in the tenth minute as in the first second, which is work for both sides.
   */
  async completed(enqueued: EnqueuedTaskPromise): Promise<Task> {
    const { taskUid } = await ours(enqueued)
    const started = performance.now()
    for (;;) {
      const task = await ours(this.#client.tasks.getTask(taskUid))
      if (task.status === 'succeeded') return task
      if (task.status !== 'enqueued' && task.status !== 'processing')
        throw new EngineTaskError(task.type, task.error?.code ?? task.status, task.error?.message ?? task.status)
      await restSince(started)
    }
  }

  /**
   * Waits for what the engine was told before by somebody who did not stay: it goes on with that by itself, and after a
   * restart begins with it.
   */
  async whenCaughtUp(): Promise<void> {
    const [latest] = (await ours(this.#client.tasks.getTasks({ limit: 1 }))).results
    if (latest === undefined) return
    const open = { statuses: ['enqueued', 'processing'], from: latest.uid, limit: 1 } satisfies TasksOrBatchesQuery
    const started = performance.now()
    while ((await ours(this.#client.tasks.getTasks(open))).results.length > 0) await restSince(started)
  }

  async countRecords(uid: string): Promise<number> {
    return (await ours(this.#client.index(uid).getStats())).numberOfDocuments
  }

  async version(): Promise<string> {
    return (await ours(this.#client.getVersion())).pkgVersion
  }

  /** The key with this identity and the indexes that it opens, or null. */
  async findKey(uid: string): Promise<{ key: string; indexes: string[] } | null> {
    try {
      const { key, indexes } = await ours(this.#client.getKey(uid))
      return { key, indexes }
    } catch (error) {
      if (error instanceof EngineRefusedError && error.status === 404) return null
      throw error
    }
  }

  async deleteKey(uid: string): Promise<void> {
    await ours(this.#client.deleteKey(uid))
  }

  async createSearchKey(uid: string, name: string, indexes: string[]): Promise<string> {
    return (await ours(this.#client.createKey({ uid, name, actions: ['search'], indexes, expiresAt: null }))).key
  }
}

/** Until the next question, of those that have been asked since `started`. */
function restSince(started: number): Promise<void> {
  const waited = performance.now() - started
  return delay(Math.min(Math.max(POLL_MS, waited * POLL_SHARE), SLOWEST_POLL_MS))
}

/** The library wraps every failure in its own error; what went wrong is what our HTTP client threw. */
async function ours<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw error instanceof MeilisearchRequestError && error.cause instanceof Error ? error.cause : error
  }
}

async function found(call: Promise<unknown>): Promise<boolean> {
  try {
    await call
    return true
  } catch (error) {
    if (error instanceof EngineRefusedError && error.status === 404) return false
    throw error
  }
}
