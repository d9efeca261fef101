import http from 'node:http'
import https from 'node:https'
import { EngineKeyError, EngineRefusedError, EngineUnreachableError } from './errors.js'

/** How long the engine may be silent before a request counts as unanswered, in milliseconds. */
const SILENCE_LIMIT = 120_000

/**
 * The HTTP client that meilisearch-js is given. Node's own `fetch` sends headers and body in two packets and waits
 * for delayed acknowledgements, 40 ms a request; one keep-alive connection pool with `noDelay` does not.
 * Throws EngineUnreachableError, EngineKeyError or EngineRefusedError.
 */
export function createHttpClient(
  silenceLimit = SILENCE_LIMIT,
): (...args: Parameters<typeof fetch>) => Promise<unknown> {
  const options = { keepAlive: true, noDelay: true, maxSockets: 16 }
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) }
  return async (input, init) => {
    const url = new URL(String(input))
    try {
      return await send(url, init ?? {}, agents, silenceLimit)
    } catch (error) {
      // A kept-alive connection may have been closed by the engine just before it was used again.
      if (error instanceof EngineUnreachableError && isReset(error.cause) && isRepeatable(url, init)) {
        return send(url, init ?? {}, agents, silenceLimit)
      }
      throw error
    }
  }
}

function isReset(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'ECONNRESET' || cause.code === 'EPIPE')
}

/** Searches and reads may be sent twice; writes may not. */
function isRepeatable(url: URL, init: RequestInit | undefined): boolean {
  return (init?.method ?? 'GET') === 'GET' || /search$/.test(url.pathname)
}

function send(
  url: URL,
  init: RequestInit,
  agents: { 'http:': http.Agent; 'https:': https.Agent },
  silenceLimit: number,
): Promise<unknown> {
  const secure = url.protocol === 'https:'
  const body = typeof init.body === 'string' ? Buffer.from(init.body) : undefined
  const headers: Record<string, string | number> = Object.fromEntries(new Headers(init.headers))
  if (body) headers['content-length'] = body.length
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => reject(new EngineUnreachableError(url.origin, { cause }))
    const request = (secure ? https : http).request(
      url,
      { method: init.method ?? 'GET', headers, agent: secure ? agents['https:'] : agents['http:'] },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', fail)
        response.on('end', () => {
          try {
            resolve(parse(response.statusCode ?? 0, Buffer.concat(chunks)))
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

function parse(status: number, body: Buffer): unknown {
  const text = body.toString('utf8')
  if (status >= 200 && status < 300) return text === '' ? undefined : JSON.parse(text)
  let problem: { code?: string; message?: string } = {}
  try {
    problem = JSON.parse(text) as typeof problem
  } catch {
    problem = { message: text.slice(0, 200) }
  }
  const code = problem.code ?? 'unknown'
  if (status === 401 || status === 403) throw new EngineKeyError(status, code)
  throw new EngineRefusedError(status, code, problem.message ?? `HTTP ${status}`)
}
