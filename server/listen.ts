import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerClientError } from './client-error.js'
import { ListenError } from './errors.js'
import { t } from './text.zh.js'

export { ListenError }

/** A query of 10,000 characters is 90,000 bytes in an address; Node's own limit for all headers is 16 KiB. */
const MAX_HEADER_BYTES = 256 * 1024
const CLOSE_TIMEOUT_MS = 5_000

export interface Listening {
  port: number
  /** `http://127.0.0.1:3000`, for people to open. */
  url: string
  /** Lets running requests end, at most five seconds, then closes everything. */
  close(): Promise<void>
}

/**
 * Starts listening. Throws ListenError where the address cannot be had. `report` is told what keeps connections from being
 * taken later, such as too many open files: those that come when that is over are served again.
 */
export async function listen(
  app: RequestListener,
  host: string,
  port: number,
  report: (error: Error) => void = () => undefined,
): Promise<Listening> {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, app)
  server.on('clientError', answerClientError)
  let closing = false
  server.on('request', (_request, response) => {
    // A connection kept alive would hold a closing server for as long as the browser likes.
    response.on('close', () => closing && setImmediate(() => server.closeIdleConnections()))
  })
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void =>
      reject(new ListenError(host, port, t.listen(host, port, error.code ?? ''), { cause: error }))
    server.once('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse).on('error', report)
      resolve()
    })
  })
  const address = server.address() as AddressInfo
  return {
    port: address.port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        closing = true
        const force = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS)
        server.close(() => {
          clearTimeout(force)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}
