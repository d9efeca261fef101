import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EngineClient } from './client.js'
import { openEmbeddedEngine } from './embedded.js'
import { EngineKeyError } from './errors.js'
import { openEngine } from './open.js'
import { lockFolder } from '../folder-lock.js'
import { isAlive } from '../processes.js'
import { answersHealth, enginesOn, freePort, startEngineProcess, type EngineProcess } from './process.js'

let dataDir: string
const cleanUp: (() => Promise<unknown> | void)[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'zhengyan-engine-'))
})
afterEach(async () => {
  for (let step = cleanUp.pop(); step; step = cleanUp.pop()) await step()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
})

async function open() {
  const engine = await openEmbeddedEngine(dataDir)
  cleanUp.push(engine.release)
  return engine
}

const file = (name: string): string => path.join(dataDir, 'engine', name)
const state = async (): Promise<EngineProcess> =>
  JSON.parse(await readFile(file('engine.json'), 'utf8')) as EngineProcess
const modeOf = async (name: string): Promise<string> =>
  ((await stat(path.join(dataDir, name))).mode & 0o777).toString(8)

/** Waits until the process is gone; the system takes a moment to clear a killed one away. */
async function gone(pid: number): Promise<void> {
  for (const deadline = Date.now() + 10_000; isAlive(pid) && Date.now() < deadline;) await delay(20)
  expect(isAlive(pid)).toBe(false)
}

/** Another process that uses the engine until its standard input ends, or it is killed. */
async function otherProcess(): Promise<{ url: string; child: ChildProcess; end: () => Promise<void> }> {
  const module = pathToFileURL(path.join(import.meta.dirname, 'embedded.ts')).href
  const program = `
    const { openEmbeddedEngine } = await import(${JSON.stringify(module)})
    const engine = await openEmbeddedEngine(${JSON.stringify(dataDir)})
    console.log(engine.url)
    for await (const _ of process.stdin);
    await engine.release()`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const end = async (): Promise<void> => {
    child.stdin?.end()
    await exited
  }
  cleanUp.push(() => void child.kill('SIGKILL'))
  const [url] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string]
  return { url, child, end }
}

describe('the embedded engine', () => {
  it('is noted before it answers, and does not run where it cannot be noted', async () => {
    const silent = path.join(dataDir, 'silent-engine')
    await writeFile(silent, '#!/bin/sh\nexec sleep 1000\n', { mode: 0o755 })
    const noted: EngineProcess[] = []
    const starting = startEngineProcess(silent, path.join(dataDir, 'engine'), 'a key', await freePort(), (started) => {
      noted.push(started)
      return Promise.reject(new Error('no room for the note'))
    })
    await expect(starting).rejects.toThrow('no room for the note')
    expect(noted).toHaveLength(1)
    expect(isAlive(noted[0]!.pid)).toBe(false)
  })

  it('is one for all processes that use a folder, and ends with the last of them', async () => {
    const engine = await open()
    const { pid } = await state()
    const other = await otherProcess()
    expect(other.url).toBe(engine.url)
    expect((await state()).pid).toBe(pid)
    await engine.release()
    expect(await answersHealth((await state()).port)).toBe(true)
    await other.end()
    await gone(pid)
    await expect(state()).rejects.toThrow('ENOENT')
  })

  it('does not outlive users that were killed: they do not count', async () => {
    const other = await otherProcess()
    const { pid } = await state()
    const engine = await open()
    other.child.kill('SIGKILL')
    await once(other.child, 'exit')
    await engine.release()
    await gone(pid)
  })

  it('does not outlive its last user, though the folder is gone that tells of both', async () => {
    const engine = await open()
    const { pid } = await state()
    await rm(dataDir, { recursive: true })
    await engine.release()
    await gone(pid)
  })

  it('does not live on for a process that has the id of a user who is dead', async () => {
    const engine = await open()
    const { pid } = await state()
    await writeFile(file(`holders/${process.ppid}-1-1`), '')
    await engine.release()
    await gone(pid)
  })

  it('serves two uses in one process until both have ended, and none that has', async () => {
    const [first, second] = [await open(), await open()]
    const { pid, port } = await state()
    await first.release()
    expect(await answersHealth(port)).toBe(true)
    await second.release()
    await gone(pid)
    expect(await second.revive()).toBe(false)
    await expect(state()).rejects.toThrow('ENOENT')
  })

  it('is found where its starter was killed before it could note it, also by another name of the folder', async () => {
    const other = await otherProcess()
    const { pid } = await state()
    other.child.kill('SIGKILL')
    await once(other.child, 'exit')
    await rm(file('engine.json'))
    const link = `${dataDir}-link`
    await symlink(dataDir, link)
    cleanUp.push(() => rm(link))
    const engine = await openEmbeddedEngine(link)
    cleanUp.push(engine.release)
    await gone(pid)
    expect(await enginesOn(await realpath(path.join(dataDir, 'engine')))).toEqual([(await state()).pid])
  })

  it('is started again on the same port when it has died, once', async () => {
    const engine = await open()
    const before = await state()
    expect(await engine.revive()).toBe(false)
    process.kill(before.pid, 'SIGKILL')
    await gone(before.pid)
    expect(await engine.revive()).toBe(true)
    const after = await state()
    expect(after.port).toBe(before.port)
    expect(after.pid).not.toBe(before.pid)
    expect(await new EngineClient(engine).version()).toBe('1.21.0')
    expect(await engine.revive()).toBe(false)
  })

  it('is looked after without waiting for anybody while it is well, and by one at a time when it is not', async () => {
    const engine = await open()
    const release = await lockFolder(await realpath(path.join(dataDir, 'engine')), {
      tries: 0,
      everyMs: 0,
      onLost: () => undefined,
    })
    expect(await engine.revive()).toBe(false)
    const { pid } = await state()
    process.kill(pid, 'SIGKILL')
    await gone(pid)
    const checks = [engine.revive(), engine.revive(), engine.revive()]
    await delay(200)
    await expect(Promise.race([checks[0], Promise.resolve('waiting')])).resolves.toBe('waiting')
    await release()
    expect(await Promise.all(checks)).toEqual([true, true, true])
    expect(await engine.revive()).toBe(false)
  })

  it('is left alone and waited for while it lives and is silent', async () => {
    const first = await open()
    const { pid } = await state()
    process.kill(pid, 'SIGSTOP')
    const goOn = setTimeout(() => process.kill(pid, 'SIGCONT'), 5000)
    cleanUp.push(() => clearTimeout(goOn))
    const second = await open()
    expect(second.url).toBe(first.url)
    expect(await state()).toMatchObject({ pid })
    expect(isAlive(pid)).toBe(true)
  })

  it('is found dead and started by the next one who opens it', async () => {
    const first = await open()
    const { pid } = await state()
    process.kill(pid, 'SIGKILL')
    await gone(pid)
    const second = await open()
    expect(second.url).toBe(first.url)
    expect(await answersHealth((await state()).port)).toBe(true)
  })

  it('never takes a stranger for itself whose process id it once had', async () => {
    const engine = await open()
    const { pid, port } = await state()
    process.kill(pid, 'SIGKILL')
    await gone(pid)
    const stranger = spawn(process.execPath, ['--eval', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' })
    cleanUp.push(() => void stranger.kill())
    await writeFile(file('engine.json'), JSON.stringify({ pid: stranger.pid, port }))
    expect(await engine.revive()).toBe(true)
    const revived = await state()
    process.kill(revived.pid, 'SIGKILL')
    await gone(revived.pid)
    await writeFile(file('engine.json'), JSON.stringify({ pid: stranger.pid, port }))
    await engine.release()
    expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null])
    expect(isAlive(stranger.pid!)).toBe(true)
  })

  it('keeps its keys to their owner, and lets nobody in without one', async () => {
    const engine = await openEngine({ dataDir, url: null, masterKey: null })
    cleanUp.push(engine.release)
    expect(await modeOf('engine/master.key')).toBe('600')
    expect(await modeOf('search.key')).toBe('600')
    expect(await modeOf('engine/holders')).toBe('700')
    expect(engine.key.length).toBeGreaterThan(40)
    expect(engine.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    for (const key of ['', 'wrong', engine.searchKey]) {
      await expect(new EngineClient({ url: engine.url, key }).version()).rejects.toThrow(EngineKeyError)
    }
    expect((await readFile(`/proc/${(await state()).pid}/cmdline`, 'utf8')).includes(engine.key)).toBe(false)
  })

  it('has the same key and the same data when it is started again', async () => {
    const first = await open()
    const client = new EngineClient(first)
    await client.createIndex('kept', 'id', {})
    await first.release()
    const second = await open()
    expect(second.key).toBe(first.key)
    expect(await new EngineClient(second).hasIndex('kept')).toBe(true)
  })

  it('makes itself a key where a full disk has left none in the file', async () => {
    await mkdir(path.join(dataDir, 'engine'))
    await writeFile(file('master.key'), '')
    expect((await open()).key.length).toBeGreaterThan(40)
  })

  it('says why it cannot start', async () => {
    await writeFile(path.join(dataDir, 'engine'), '')
    await expect(openEmbeddedEngine(dataDir)).rejects.toThrow()
    await rm(path.join(dataDir, 'engine'))
    const engine = await open()
    await engine.release()
    const refused = (...words: string[]): Promise<void> =>
      expect(openEmbeddedEngine(dataDir)).rejects.toMatchObject({
        name: 'EmbeddedEngineError',
        message: expect.stringMatching(words.join('.*')) as string,
      })
    const tasks = await readFile(file('db/tasks/data.mdb'))
    await writeFile(file('db/tasks/data.mdb'), Buffer.alloc(tasks.length, 1))
    await refused(dataDir, '损坏')
    await writeFile(file('db/tasks/data.mdb'), tasks)
    await writeFile(file('db/VERSION'), '9.99.0')
    await chmod(file('db/VERSION'), 0o600)
    await refused(dataDir, '版本')
  })
})
