import { NoCatalogueError } from './catalogue.js'
import { EmbeddedEngineError } from './contract/engine/binary.js'
import { EngineRefusedError, EngineTaskError, EngineUnreachableError } from './contract/engine/errors.js'
import { EnvironmentError } from './contract/environment.js'
import { BusyError, LockLostError } from './contract/archive-lock.js'
import { MissingPathError, NoFilesError } from './discover.js'
import { DiskFullError } from './disk-space.js'
import { ChangedWhileReadError } from './portions.js'
import { PublicationError } from './publish/publication.js'
import { OptionsError } from './options.js'
import { RemovalError } from './removal.js'
import { SourceError } from './sources/index.js'
import { DamagedStoreError } from './store-check.js'
import { text } from './text.cli.zh.js'

/** Errors whose own message is a sentence for people. */
const READABLE = [
  EmbeddedEngineError,
  EngineTaskError,
  EngineUnreachableError,
  EngineRefusedError,
  EnvironmentError,
  OptionsError,
  SourceError,
]

/** One sentence that says what went wrong and what to do; never a stack trace. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return text.errors.unexpected(String(error))
  if (error instanceof MissingPathError) return text.errors.missing(error.path)
  if (error instanceof NoFilesError) return text.errors.noFiles(error.paths.join('、'))
  if (error instanceof NoCatalogueError) return text.errors.noCatalogue(error.dataDir)
  if (error instanceof DamagedStoreError) return text.errors.damaged(error.file)
  if (error instanceof BusyError) return text.errors.busy
  if (error instanceof LockLostError) return text.errors.lockLost
  if (error instanceof ChangedWhileReadError) return text.errors.changedWhileRead(error.path)
  if (error instanceof DiskFullError) return text.errors.diskFull
  if (error instanceof RemovalError) return error.message
  if (error instanceof PublicationError) return text.errors.publication(error.message)
  if (READABLE.some((kind) => error instanceof kind)) return error.message
  const { code, path } = error as NodeJS.ErrnoException
  const option = misusedOption(error)
  if (option !== null) return text.errors.option(option)
  if (code === 'ENOSPC' || /ENOSPC|no space left/i.test(error.message)) return text.errors.diskFull
  if (code === 'ENOENT' && path !== undefined) return text.errors.missing(path)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return text.errors.denied(path ?? '')
  if (code === 'ENOTDIR' || code === 'EEXIST') return text.errors.notAFolder(path ?? '')
  return text.errors.unexpected(error.message)
}

/** The option or argument that the command line cannot be read for, such as `--nonsense`; null for every other error. */
export function misusedOption(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) return null
  // Node names it in English, in quotes: `Unknown option '--nonsense'`, `Option '--source <value>' argument missing`,
  // `Unexpected argument 'nonsense'`.
  return /'([^' ]*)/.exec(error.message)?.[1] ?? error.message
}

/** The catalogue's store says only that a commit failed; why is a promise that comes with the error. */
export async function causeOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && 'commitError' in error)) return error
  return Promise.resolve(error.commitError).then(
    () => error,
    (cause: unknown) => cause,
  )
}
