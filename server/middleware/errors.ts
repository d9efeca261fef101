import type { ErrorRequestHandler, RequestHandler } from 'express'
import { EngineUnavailableError, HttpError, type Way } from '../errors.js'
import type { Logger } from '../log.js'
import { render } from '../render.js'
import { t } from '../text.zh.js'
import { errorView } from '../views/error.js'
import { errorJson } from '../views/json.js'

/** What people and programs are told of an error. */
interface Told {
  status: number
  code: string
  title: string
  message: string
  /** Trying the same again may help. */
  retry: boolean
  way: Way | null
}

const RETRY_AFTER_SECONDS = '5'
const TITLES: Record<string, string> = {
  document_not_found: t.errors.noDocument.title,
  version_not_found: t.errors.noVersion.title,
  original_not_kept: t.errors.noOriginal.title,
  document_gone: t.errors.gone.title,
}

/** Every address that no route answers. */
export const notFound: RequestHandler = (_request, _response, next) => {
  next(new HttpError(404, 'not_found', t.errors.notFound.message))
}

/** Turns an error into a page, or JSON under `/api`. What went wrong inside goes to the log and nowhere else. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const told = tell(error)
    report(log, `${request.method} ${request.path}`, told.status, error)
    if (response.headersSent) return next(error)
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
    if (told.status === 503) response.set('Retry-After', RETRY_AFTER_SECONDS)
    if (request.path.startsWith('/api/')) {
      response.status(told.status).json(errorJson(told.code, told.message))
      return
    }
    const way = told.retry ? { url: request.originalUrl, label: t.errors.retry } : told.way
    render(response, 'error', errorView(told.status, told.title, told.message, way), told.status)
  }
}

/** A fault of ours with all that is known of it; an engine that is away in one line, with what the engine's client says. */
function report(log: Logger, what: string, status: number, error: unknown): void {
  if (error instanceof EngineUnavailableError) {
    log.error(`${what} ${error.cause instanceof Error ? error.cause.message : error.message}`)
  } else if (status >= 500) {
    log.error(what, error)
  }
}

function tell(error: unknown): Told {
  const { errors } = t
  if (error instanceof EngineUnavailableError) {
    return { status: 503, code: 'engine_unavailable', ...errors.unavailable, retry: true, way: null }
  }
  if (error instanceof HttpError) {
    const { status, code, message, way } = error
    return { status, code, title: title(error), message, retry: false, way }
  }
  if (isClientError(error)) return { status: 400, code: 'bad_request', ...errors.badRequest, retry: false, way: null }
  return { status: 500, code: 'internal_error', ...errors.internal, retry: true, way: null }
}

function title({ status, code }: HttpError): string {
  if (Object.hasOwn(TITLES, code)) return TITLES[code]!
  if (status === 405) return t.errors.method.title
  return status === 404 ? t.errors.notFound.title : t.errors.badRequest.title
}

/** Express and its parts mark what they cannot read (a broken percent sign in a path) with a status. */
function isClientError(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 400
}
