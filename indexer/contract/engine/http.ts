import http from 'node:http'
import https from 'node:https'
import { text } from '../text.zh.js'
import { decodeUtf8, encodeUtf8 } from '../utf8.js'
import { EngineKeyError, EngineRefusedError, EngineStrangerError, EngineUnreachableError } from './errors.js'

/** How long the engine may be silent before a request counts as unanswered, in milliseconds. */
const SILENCE_LIMIT = 120_000

const MOST_TRIES = 3
const REQUEST_TIMEOUT = 408

/**
 * The HTTP client that meilisearch-js is given. Node's own `fetch` sends headers and body in two packets and waits
 * for delayed acknowledgements, 40 ms a request; one keep-alive connection pool with `noDelay` does not.
 * What a busy machine does to a connection is not taken for an answer: the engine closes one that is idle for five
 * seconds, or on which a request takes five seconds to begin, which happens when this process is at work for so long.
 * Throws EngineUnreachableError, EngineKeyError or EngineRefusedError.
 */
export function createHttpClient(
  silenceLimit = SILENCE_LIMIT,
): (...args: Parameters<typeof fetch>) => Promise<unknown> {
  const options = { keepAlive: true, noDelay: true, maxSockets: 16 }
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) }
  return async (input, init = {}) => {
    const url = new URL(String(input))
    const repeatable = isRepeatable(url, init)
    // What must not be sent twice gets a connection of its own, which has not been idle.
    const agent = repeatable && (url.protocol === 'https:' ? agents['https:'] : agents['http:'])
    for (let tries = 1; ; tries++) {
      try {
        return await send(url, init, agent, silenceLimit)
      } catch (error) {
        if (tries === MOST_TRIES || !(wasNotRead(error) || (repeatable && wasReset(error)))) throw error
      }
    }
  }
}

function wasNotRead(error: unknown): boolean {
  return error instanceof EngineRefusedError && error.status === REQUEST_TIMEOUT
}

function wasReset(error: unknown): boolean {
  const cause = error instanceof EngineUnreachableError ? error.cause : null
  return cause instanceof Error && 'code' in cause && (cause.code === 'ECONNRESET' || cause.code === 'EPIPE')
}

/**
 * Reading twice changes nothing. Nor does adding or deleting the same records twice: they are sent one payload after
 * another, so that nothing else comes between. Creating or exchanging indexes twice does.
 */
function isRepeatable(url: URL, init: RequestInit): boolean {
  return (init.method ?? 'GET') === 'GET' || /(search|\/documents|\/documents\/delete)$/.test(url.pathname)
}

function send(url: URL, init: RequestInit, agent: http.Agent | false, silenceLimit: number): Promise<unknown> {
  const body = typeof init.body === 'string' ? encodeUtf8(init.body) : undefined
  const headers: Record<string, string | number> = Object.fromEntries(new Headers(init.headers))
  if (body) headers['content-length'] = body.length
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => reject(new EngineUnreachableError(url.origin, { cause }))
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      { method: init.method ?? 'GET', headers, agent },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', fail)
        response.on('end', () => {
          try {
            resolve(parse(url.origin, response.statusCode ?? 0, decodeUtf8(Buffer.concat(chunks))))
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)))
          }
        })
      },
    )
    request.setTimeout(silenceLimit, () => request.destroy(new Error(`silent for ${silenceLimit} ms`)))
    request.on('error', fail)
    init.signal?.addEventListener('abort', () => request.destroy(new Error('aborted')), { once: true })
    request.end(body)
  })
}

function parse(origin: string, status: number, body: string): unknown {
  const isFine = status >= 200 && status < 300
  if (body === '' && isFine) return undefined
  // What the engine says is JSON; where it has not even read the request it says nothing.
  const said = body === '' ? {} : jsonOf(body)
  if (isFine && said !== undefined) return said
  const { code = 'unknown', message = '' } = (said ?? {}) as { code?: string; message?: string }
  if (status === 401 || status === 403) throw new EngineKeyError(status, code)
  if (said === undefined) throw new EngineStrangerError(origin, status)
  throw new EngineRefusedError(status, code, text.engine.refused(status, message))
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
