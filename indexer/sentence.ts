import { EmbeddedEngineError } from './contract/engine/binary.js'
import { EngineRefusedError, EngineTaskError, EngineUnreachableError } from './contract/engine/errors.js'
import { EnvironmentError } from './contract/environment.js'
import { BusyError } from './contract/archive-lock.js'
import { MissingPathError, NoFilesError } from './discover.js'
import { PublicationError } from './publish/publication.js'
import { SourceError } from './sources/index.js'
import { text } from './text.cli.zh.js'

/** Errors whose own message is a sentence for people. */
const READABLE = [
  EmbeddedEngineError,
  EngineTaskError,
  EngineUnreachableError,
  EngineRefusedError,
  EnvironmentError,
  SourceError,
]

/** One sentence that says what went wrong and what to do; never a stack trace. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return text.errors.unexpected(String(error))
  if (error instanceof MissingPathError) return text.errors.missing(error.path)
  if (error instanceof NoFilesError) return text.errors.noFiles(error.paths.join('、'))
  if (error instanceof BusyError) return text.errors.busy
  if (error instanceof PublicationError) return text.errors.publication(error.message)
  if (READABLE.some((kind) => error instanceof kind)) return error.message
  const { code, path } = error as NodeJS.ErrnoException
  if (code?.startsWith('ERR_PARSE_ARGS')) return text.errors.option(error.message)
  if (code === 'ENOSPC' || /ENOSPC|no space left/i.test(error.message)) return text.errors.diskFull
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return text.errors.denied(path ?? '')
  return text.errors.unexpected(error.message)
}
