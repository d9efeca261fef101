import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { EngineClient } from './client.js'

const TASK = 7
let end: () => void = () => undefined
afterEach(() => end())

/** An engine that takes records, and says of the task what it is given, one answer after the other. */
async function engineSaying(...statuses: string[]): Promise<EngineClient> {
  const server = createServer((request, response) => {
    request.resume()
    const status = request.method === 'GET' ? statuses.shift() : 'enqueued'
    const error = status === 'failed' ? { code: 'no_space_left_on_device', message: 'full' } : null
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ taskUid: TASK, uid: TASK, type: 'documentAdditionOrUpdate', status, error }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  end = () => {
    server.closeAllConnections()
    server.close()
  }
  return new EngineClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: 'key' })
}

it('waits for a task until it is done', async () => {
  const engine = await engineSaying('enqueued', 'processing', 'processing', 'succeeded')
  expect(await engine.completed(engine.add('words', '{}'))).toMatchObject({ uid: TASK, status: 'succeeded' })
})

it.each(['failed', 'canceled'])('tells of a task that has %s', async (status) => {
  const engine = await engineSaying('processing', status)
  await expect(engine.completed(engine.add('words', '{}'))).rejects.toMatchObject({ name: 'EngineTaskError' })
})
