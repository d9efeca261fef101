import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { LIMITS } from './limits.js'
import { ApartReader } from './reader.js'

const folder = mkdtempSync(path.join(tmpdir(), 'apart-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A reading process that does what the name of the file says, under the real watchdog. */
const module = path.join(folder, 'child.mjs')
writeFileSync(
  module,
  `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}
  const watchdogModule = ${JSON.stringify(new URL('watchdog.ts', import.meta.url).href)}
  const { startWatchdog } = await register({ namespace: 'test' }).import(watchdogModule, import.meta.url)
  const watchdog = startWatchdog(JSON.parse(process.argv[2]))
  const content = { records: [], skipped: 'done', rejected: [] }
  let read = 0
  const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
  const work = (ms) => { for (const end = used() + ms; used() < end; ); }
  const does = {
    good: () => {
      watchdog.end()
      process.send({ type: 'content', content: { ...content, skipped: 'done by ' + process.pid } })
    },
    hang: () => { for (;;); },
    wait: () => undefined,
    heap: () => { const kept = []; for (;;) kept.push({ some: kept.length }) },
    exit: () => process.exit(3),
    fault: () => process.send({ type: 'failed', message: 'broken' }),
    stray: () => process.send({ type: 'stray', message: 'broken' }),
    // As one that others have left too little memory for.
    first: () => (read === 1 ? does.good() : process.kill(process.pid, 'SIGKILL')),
    stopped: () => { process.kill(process.pid, 'SIGSTOP'); does.good() },
    // As one that the machine does not let work: at a low priority, beside others that keep it busy.
    starved: () => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000)
      does.good()
    },
    slowly: () => {
      for (let n = 0; n < 6; n++) {
        work(300)
        watchdog.progress()
      }
      does.good()
    },
  }
  process.on('disconnect', () => process.exit())
  process.on('message', ({ path }) => {
    watchdog.begin()
    read++
    does[path]()
  })
  process.send({ type: 'ready' })`,
)
const limits = { idleMs: 1_000, totalMs: 60_000, stuckMs: 60_000, heapMb: 40, residentMb: 500 }

let reader: ApartReader
afterEach(() => reader.close())

const read = async (name: string): Promise<string | null> => (await reader.read(name, Buffer.from('x'), null)).skipped

describe('ApartReader', () => {
  it.each([
    ['hang', 'slow', limits],
    ['slowly', 'slow', { ...limits, totalMs: 1_000 }],
    ['wait', 'slow', { ...limits, stuckMs: 1_000 }],
    ['heap', 'memory', { ...limits, idleMs: 60_000 }],
    ['exit', 'crashed', limits],
    ['stray', 'crashed', limits],
    ['fault', 'fault', limits],
  ])('loses one file that does %s, and no other', async (file, why, limit) => {
    reader = new ApartReader(limit, module)
    const readings = ['good', file, 'good'].map(read)
    await expect(readings[1]).rejects.toMatchObject({ name: 'ReadingFailedError', why })
    expect(await readings[0]).toContain('done')
    expect(await readings[2]).toContain('done')
  })

  it('waits for a long file that is getting on', async () => {
    reader = new ApartReader(limits, module)
    expect(await read('slowly')).toContain('done')
  })

  it('reads a file alone before it gives it up: others may have been in its way', async () => {
    reader = new ApartReader(limits, module)
    await read('good')
    expect(await read('first')).toContain('done')
  })

  it('blames no file for a process that cannot be started', async () => {
    const broken = path.join(folder, 'broken.mjs')
    writeFileSync(broken, 'process.exit(3)')
    reader = new ApartReader(limits, broken)
    await expect(read('good')).rejects.toMatchObject({ name: 'ReadingFailedError', why: 'crashed', message: '3' })
  })

  it('does not count the time in which the machine did something else', async () => {
    reader = new ApartReader({ ...limits, stuckMs: 2_000 }, module)
    const child = Number((await read('good'))!.split(' ').at(-1))
    const reading = read('stopped')
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    process.kill(child, 'SIGCONT')
    expect(await reading).toBe(`done by ${child}`)
  })

  it('does not take one that is not let to work for one that waits', async () => {
    reader = new ApartReader({ ...limits, stuckMs: 1_000 }, module)
    expect(await read('starved')).toContain('done')
  })

  it('ends a process that takes too much memory outside the heap', async () => {
    // The real one: it is larger than this when it starts.
    reader = new ApartReader({ ...limits, heapMb: 500, residentMb: 1, idleMs: 60_000 })
    await expect(reader.read('a.txt', Buffer.alloc(50_000_000, 'a\n'), null)).rejects.toMatchObject({ why: 'memory' })
  })

  it('leaves no process behind when the parent is gone before that is ready', async () => {
    const child = fork(new URL('child.mjs', import.meta.url), [JSON.stringify(LIMITS), String(process.pid)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.disconnect()
    const [code] = (await once(child, 'exit')) as [number | null]
    expect(code).toBe(0)
  })
})
