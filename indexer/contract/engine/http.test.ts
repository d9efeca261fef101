import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { EngineRefusedError, EngineUnreachableError } from './errors.js'
import { createHttpClient } from './http.js'

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void

const fine: Answer = (_request, response) => void response.end('{"fine":true}')
/** What the engine says where a request has not begun five seconds after its connection: no body. */
const tooSlow: Answer = (_request, response) => void response.writeHead(408, { connection: 'close' }).end()
const reset: Answer = (request) => void request.socket.resetAndDestroy()

let server: http.Server | null = null
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = null
})

/** A server that gives these answers, one a request, and what it was asked. */
async function serverWith(...answers: Answer[]): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = []
  server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    answers[asked.length - 1]!(request, response)
  })
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const post = { method: 'POST', body: '{}' }

describe('createHttpClient', () => {
  it.each(['/swap-indexes', '/indexes/a/documents', '/multi-search'])(
    'sends to %s again what the engine has not read',
    async (path) => {
      const { url, asked } = await serverWith(tooSlow, tooSlow, fine)
      expect(await createHttpClient()(url + path, post)).toEqual({ fine: true })
      expect(asked).toEqual(Array.from({ length: 3 }, () => `POST ${path}`))
    },
  )

  it('gives up in the end, and says at least what status it was', async () => {
    const { url } = await serverWith(tooSlow, tooSlow, tooSlow)
    const refused = createHttpClient()(`${url}/indexes`, post)
    await expect(refused).rejects.toThrow(EngineRefusedError)
    await expect(refused).rejects.toThrow('HTTP 408')
  })

  it.each(['/indexes/a/documents', '/indexes/a/documents/delete', '/indexes/a/search', '/multi-search'])(
    'sends to %s again when the connection was closed',
    async (path) => {
      const { url, asked } = await serverWith(reset, fine)
      expect(await createHttpClient()(url + path, post)).toEqual({ fine: true })
      expect(asked).toHaveLength(2)
    },
  )

  it.each([200, 404, 502])('tells who is no engine by an answer that is no JSON, with status %d', async (status) => {
    const page: Answer = (_request, response) => void response.writeHead(status).end('<html>a page\n</html>')
    const { url } = await serverWith(page)
    const asking = createHttpClient()(`${url}/keys`, post)
    await expect(asking).rejects.toThrow(EngineUnreachableError)
    await expect(asking).rejects.toThrow(new RegExp(`^在 ${url} 应答的不是 Meilisearch（HTTP ${status}）.*。$`))
  })

  it.each(['/swap-indexes', '/indexes', '/keys'])('sends to %s only once', async (path) => {
    const { url, asked } = await serverWith(reset, fine)
    await expect(createHttpClient()(url + path, post)).rejects.toThrow(EngineUnreachableError)
    expect(asked).toHaveLength(1)
  })
})
