import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { lockFolder } from '../folder-lock.js'
import { engineBinary } from './binary.js'
import { freePort, healthOf, isAlive, startEngineProcess, stopEngineProcess, type EngineProcess } from './process.js'
import type { EngineAddress } from './client.js'

/**
 * A living engine that does not answer is busy, or only starting, and others may be using it: so long it is asked again,
 * before it is taken for one that hangs.
 */
const SILENCE_LIMIT_MS = 60_000
/** One that lives and refuses connections is starting, or will never take any. */
const REFUSAL_LIMIT_MS = 15_000
const POLL_MS = 100

/** A use of the engine that lives in `DATA_DIR`. It runs as long as anybody uses it. */
export interface EmbeddedEngine extends EngineAddress {
  /** Starts the engine again, on the same port, if it has died; true when it had. */
  revive(): Promise<boolean>
  /** Ends this use; the last one to end it stops the engine. */
  release(): Promise<void>
}

/**
 * Joins the engine that runs on `dataDir`, or starts it. Several processes may use one engine at a time (the site and
 * an indexer): each leaves a file named after its process id in `holders/`, and files of dead processes do not count.
 * Throws EmbeddedEngineError where the engine cannot run.
 */
export async function openEmbeddedEngine(dataDir: string): Promise<EmbeddedEngine> {
  const workDir = path.resolve(dataDir, 'engine')
  const holders = path.join(workDir, 'holders')
  await mkdir(holders, { recursive: true, mode: 0o700 })
  const key = await masterKey(workDir)
  const holder = path.join(holders, String(process.pid))
  const running = await exclusively(workDir, async () => {
    await writeFile(holder, '')
    return joinOrStart(workDir, key)
  })
  return {
    url: `http://127.0.0.1:${running.port}`,
    key,
    revive: () =>
      exclusively(workDir, async () => {
        const before = await readState(workDir)
        const after = await joinOrStart(workDir, key)
        return before?.pid !== after.pid
      }),
    release: () =>
      exclusively(workDir, async () => {
        await rm(holder, { force: true })
        const state = await readState(workDir)
        if (state && !(await hasHolders(holders))) {
          if (await isEngine(state.pid, workDir)) await stopEngineProcess(state.pid)
          await rm(statePath(workDir), { force: true })
        }
      }),
  }
}

const statePath = (workDir: string): string => path.join(workDir, 'engine.json')

/**
 * One process at a time starts or stops the engine, which takes a minute at most. Where somebody removes the lock
 * meanwhile, what was begun is best brought to its end.
 */
async function exclusively<T>(workDir: string, action: () => Promise<T>): Promise<T> {
  const release = await lockFolder(workDir, { tries: 2000, everyMs: 50, onLost: () => undefined })
  try {
    return await action()
  } finally {
    await release()
  }
}

async function joinOrStart(workDir: string, key: string): Promise<EngineProcess> {
  const state = await readState(workDir)
  if (state && (await answersInTime(state, workDir))) return state
  if (state && (await isEngine(state.pid, workDir))) await stopEngineProcess(state.pid)
  const binary = await engineBinary(workDir)
  // The port is kept over a restart, so that those who already use the engine find it again.
  return startEngineProcess(binary, workDir, key, await freePort(state?.port), (started) =>
    writeFile(statePath(workDir), JSON.stringify(started)),
  )
}

/** Whether the engine is alive and well, or gets well in time. */
async function answersInTime({ pid, port }: EngineProcess, workDir: string): Promise<boolean> {
  const begun = Date.now()
  while (isAlive(pid)) {
    const health = await healthOf(port)
    if (health === 'well') return true
    // Not every system tells whose process it is: one that may be somebody else's is not waited for.
    if (!(await isEngine(pid, workDir))) return false
    if (Date.now() - begun > (health === 'refused' ? REFUSAL_LIMIT_MS : SILENCE_LIMIT_MS)) return false
    await delay(POLL_MS)
  }
  return false
}

async function readState(workDir: string): Promise<EngineProcess | null> {
  try {
    return JSON.parse(await readFile(statePath(workDir), 'utf8')) as EngineProcess
  } catch {
    return null
  }
}

/** A process id may belong to somebody else by now. */
async function isEngine(pid: number, workDir: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.includes('meilisearch') && command.includes(workDir)
}

async function hasHolders(holders: string): Promise<boolean> {
  let alive = false
  for (const name of await readdir(holders)) {
    if (isAlive(Number(name))) alive = true
    else await rm(path.join(holders, name), { force: true })
  }
  return alive
}

/** The engine's own random master key, readable by its owner only. */
async function masterKey(workDir: string): Promise<string> {
  const file = path.join(workDir, 'master.key')
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return (await readFile(file, 'utf8')).trim()
}
