import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { freePort, healthOf, stopEngineProcess } from './process.js'

const cleanUp: (() => void)[] = []
afterEach(() => {
  vi.restoreAllMocks()
  for (let step = cleanUp.pop(); step; step = cleanUp.pop()) step()
})

/** A process of its own that answers with this status, or never. */
async function server(status: number | null): Promise<number> {
  const program = `
    const answer = (_, response) => ${status === null ? 'undefined' : `response.writeHead(${status}).end('{}')`}
    const server = require('node:http').createServer(answer)
    server.listen(0, '127.0.0.1', () => console.log(server.address().port))`
  const child = spawn(process.execPath, ['--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanUp.push(() => void child.kill('SIGKILL'))
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return Number(String(line))
}

describe('healthOf', () => {
  it('tells who answers from who refuses and who is silent', async () => {
    expect(await healthOf(await server(200))).toBe('well')
    expect(await healthOf(await server(503))).toBe('silent')
    expect(await healthOf(await server(null))).toBe('silent')
    expect(await healthOf(await freePort())).toBe('refused')
  })

  it('takes an answer that came while this process was busy', async () => {
    const port = await server(200)
    const asking = healthOf(port)
    // So long nobody looks whether there is an answer.
    for (const until = Date.now() + 3000; Date.now() < until;);
    expect(await asking).toBe('well')
  })
})

it('a process that has ended in between is stopped', async () => {
  const kill = vi.spyOn(process, 'kill').mockImplementation((_, signal) => {
    if (signal !== 0) throw Object.assign(new Error('no such process'), { code: 'ESRCH' })
    if (kill.mock.calls.length > 2) throw Object.assign(new Error('no such process'), { code: 'ESRCH' })
    return true
  })
  await expect(stopEngineProcess(4_000_000)).resolves.toBeUndefined()
})
