import { t } from './text.zh.js'

/** The search engine did not answer, or answered with something no one can use. The archive itself is unharmed. */
export class EngineUnavailableError extends Error {
  override readonly name = 'EngineUnavailableError'

  constructor(options?: ErrorOptions) {
    super(t.errors.unavailable.message, options)
  }
}

/** A new state of the archive was published while a long answer was given from the one before: the two don't go together. */
export class ArchiveChangedError extends Error {
  override readonly name = 'ArchiveChangedError'
}

/** A link to where a reader may go on. */
export interface Way {
  url: string
  label: string
}

/** A request that gets an error page: `code` for programs, `message` for people. */
export class HttpError extends Error {
  override readonly name = 'HttpError'

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    options?: ErrorOptions,
    /** Where to go on instead. */
    readonly way: Way | null = null,
  ) {
    super(message, options)
  }
}

/** The site could not start listening. */
export class ListenError extends Error {
  override readonly name = 'ListenError'

  constructor(
    readonly host: string,
    readonly port: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** An environment variable whose value cannot be used. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(
    readonly variable: string,
    readonly value: string,
    message: string,
  ) {
    super(message)
  }
}
