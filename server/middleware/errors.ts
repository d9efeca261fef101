import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { EngineUnavailableError, HttpError, type Way } from '../errors.js'
import type { Logger } from '../log.js'
import { render } from '../render.js'
import { t } from '../text.zh.js'
import { errorView } from '../views/error.js'
import { errorJson } from '../views/json.js'
import { CONTENT_SECURITY_POLICY } from './security.js'

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

/** What is said of a status that Express and its parts give, where there is more to say than that the address is wrong. */
const CLIENT_ERRORS = new Map<number, { code: string; title: string; message: string }>([
  [404, { code: 'not_found', ...t.errors.notFound }],
  [412, { code: 'precondition_failed', ...t.errors.precondition }],
  [416, { code: 'range_not_satisfiable', ...t.errors.range }],
])
/** What a file that was to be sent has said of itself. */
const FILE_HEADERS = ['Content-Type', 'Content-Disposition', 'Content-Length', 'ETag', 'Last-Modified', 'Accept-Ranges']

/** Every address that no route answers. */
export const notFound: RequestHandler = (_request, _response, next) => {
  next(new HttpError(404, 'not_found', t.errors.notFound.message))
}

/** Addresses that answer in JSON. */
const FOR_PROGRAMS = /^\/(?:api\/|suggest\/?$)/i

/** Turns an error into a page, or JSON where JSON was asked for. What went wrong inside goes to the log and nowhere else. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const told = tell(error)
    report(log, `${request.method} ${request.path}`, told.status, error)
    if (response.headersSent) return next(error)
    forgetFile(response, told.status)
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
    if (told.status === 503) response.set('Retry-After', RETRY_AFTER_SECONDS)
    if (FOR_PROGRAMS.test(request.path)) {
      response.status(told.status).json(errorJson(told.code, told.message))
      return
    }
    const way = told.retry ? { url: request.originalUrl, label: t.errors.retry } : told.way
    render(response, 'error', errorView(told.status, told.title, told.message, way), told.status)
  }
}

/** Of a file only its length is told, to whoever asked for a part beyond its end. */
function forgetFile(response: Response, status: number): void {
  for (const name of FILE_HEADERS) response.removeHeader(name)
  if (status !== 416) response.removeHeader('Content-Range')
  response.set('Content-Security-Policy', CONTENT_SECURITY_POLICY)
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
  const status = clientErrorStatus(error)
  if (status !== null) {
    const said = CLIENT_ERRORS.get(status) ?? { code: 'bad_request', ...errors.badRequest }
    return { status, ...said, retry: false, way: null }
  }
  return { status: 500, code: 'internal_error', ...errors.internal, retry: true, way: null }
}

function title({ status, code }: HttpError): string {
  if (Object.hasOwn(TITLES, code)) return TITLES[code]!
  if (status === 405) return t.errors.method.title
  return status === 404 ? t.errors.notFound.title : t.errors.badRequest.title
}

/**
 * Express and its parts mark with a status what they cannot read (a broken percent sign in a path), and what of a file
 * they cannot give (a part beyond its end). Null for what is no fault of the client's.
 */
function clientErrorStatus(error: unknown): number | null {
  const status = error instanceof Error && 'status' in error ? error.status : null
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null
}
