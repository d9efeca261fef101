import { text } from '../text.zh.js'

/** The engine did not answer: not there, gone mid-request, or silent for too long. */
export class EngineUnreachableError extends Error {
  override readonly name: string = 'EngineUnreachableError'
  constructor(
    readonly url: string,
    options?: ErrorOptions,
  ) {
    super(text.engine.unreachable(url), options)
  }
}

/** Something else answered in the engine's place, such as a proxy before it or another program on its port. */
export class EngineStrangerError extends EngineUnreachableError {
  override readonly name: string = 'EngineStrangerError'
  override readonly message: string
  constructor(url: string, status: number) {
    super(url)
    this.message = text.engine.stranger(url, status)
  }
}

/** The engine answered and refused: `status` is the HTTP status, `code` Meilisearch's own error code. */
export class EngineRefusedError extends Error {
  override readonly name: string = 'EngineRefusedError'
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The key is wrong or allows too little. */
export class EngineKeyError extends EngineRefusedError {
  override readonly name = 'EngineKeyError'
  constructor(status: number, code: string) {
    super(status, code, text.engine.wrongKey)
  }
}

/** A task that the engine took and could not finish; nothing of it was applied. */
export class EngineTaskError extends Error {
  override readonly name = 'EngineTaskError'
  constructor(
    readonly type: string,
    readonly code: string,
    message: string,
  ) {
    super(
      code === 'no_space_left_on_device' || /no space left/i.test(message)
        ? text.engine.diskFull
        : text.engine.taskFailed(type, message),
    )
  }
}

/** What the engine answers where an index, or an attribute to filter, sort or count by, is not there. */
const ABSENT = ['index_not_found', 'invalid_search_filter', 'invalid_search_sort', 'invalid_search_facets']

/** Whether the engine refused what indexes made by an older version of this program cannot answer. */
export function isOfOlderIndexes(error: unknown): boolean {
  return error instanceof EngineRefusedError && ABSENT.includes(error.code)
}
