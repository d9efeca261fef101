import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { lockFolder } from '../folder-lock.js'
import { isAlive, startOf } from '../processes.js'
import { writeWhole } from '../whole-file.js'
import { engineBinary } from './binary.js'
import { enginesOn, freePort, healthOf, isEngine, startEngineProcess, stopEngineProcess } from './process.js'
import type { EngineProcess } from './process.js'
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
  /**
   * Starts the engine again, on the same port, if it has died; true when it had. While it is well this waits for nobody,
   * not even for who starts or stops it.
   */
  revive(): Promise<boolean>
  /** Ends this use; the last one to end it stops the engine. */
  release(): Promise<void>
}

/**
 * Joins the engine that runs on `dataDir`, or starts it. Several processes may use one engine at a time (the site and
 * an indexer): each use leaves an empty file, named after its process, in `holders/`; those of dead processes do not count.
 * Throws EmbeddedEngineError where the engine cannot run.
 */
export async function openEmbeddedEngine(dataDir: string): Promise<EmbeddedEngine> {
  const folder = path.resolve(dataDir, 'engine')
  await mkdir(path.join(folder, 'holders'), { recursive: true, mode: 0o700 })
  // Engines are known by their folder, which has one name only with links resolved.
  const workDir = await realpath(folder)
  const name = [process.pid, startOf(process.pid), ++uses].join('-')
  ourHolders.add(name)
  const hold = (): Promise<void> => writeFile(holderPath(workDir, name), '', { flag: 'a' })
  const leave = async (): Promise<void> => {
    ourHolders.delete(name)
    // A disk that is full, read only or gone, or a folder that was removed, must not keep an engine alive.
    await rm(holderPath(workDir, name), { force: true }).catch(() => undefined)
    if (await hasHolders(workDir)) return
    for (const pid of await enginesOn(workDir)) await stopEngineProcess(pid)
    await rm(statePath(workDir), { force: true }).catch(() => undefined)
  }
  const release = (): Promise<void> => exclusively(workDir, leave).catch(leave)
  try {
    const { key, port } = await exclusively(workDir, async () => {
      await hold()
      const key = await masterKey(workDir)
      return { key, ...(await joinOrStart(workDir, key)) }
    })
    return {
      url: `http://127.0.0.1:${port}`,
      key,
      revive: onceAtATime(async () => {
        const before = await readState(workDir)
        if (before && isAlive(before.pid) && (await healthOf(before.port)) === 'well') return false
        return exclusively(workDir, async () => {
          if (!ourHolders.has(name)) return false
          await hold()
          const former = await readState(workDir)
          const after = await joinOrStart(workDir, key)
          return former?.pid !== after.pid
        })
      }),
      release,
    }
  } catch (error) {
    await release().catch(() => undefined)
    throw error
  }
}

/** The uses of this process, by their names in `holders/`. */
const ourHolders = new Set<string>()
let uses = 0

const holderPath = (workDir: string, name: string): string => path.join(workDir, 'holders', name)
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
    // What was done stands; a lock that cannot be given back goes by its owner's life.
    await release().catch(() => undefined)
  }
}

/** Whoever asks while it is being done waits for what is on its way: what comes every two seconds must not pile up. */
function onceAtATime<T>(action: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  return () => (running ??= action().finally(() => (running = null)))
}

async function joinOrStart(workDir: string, key: string): Promise<EngineProcess> {
  const state = await readState(workDir)
  if (state && (await answersInTime(state, workDir))) return state
  // Also one that nobody can know of: whoever started it was killed before noting it.
  for (const pid of await enginesOn(workDir)) await stopEngineProcess(pid)
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

/** Whether anybody uses the engine; what the dead have left is cleared away. */
async function hasHolders(workDir: string): Promise<boolean> {
  let alive = false
  for (const name of await readdir(path.join(workDir, 'holders')).catch(() => [])) {
    if (isHolder(name)) alive = true
    else await rm(holderPath(workDir, name), { force: true }).catch(() => undefined)
  }
  return alive
}

/** The id of a process that has ended may be given again: it also counts when the process started. */
function isHolder(name: string): boolean {
  const [pid, start = ''] = name.split('-')
  if (Number(pid) === process.pid) return ourHolders.has(name)
  return isAlive(Number(pid)) && (start === '' || startOf(Number(pid)) === start)
}

/** The engine's own random master key, readable by its owner only. One that a full disk has left empty is none. */
async function masterKey(workDir: string): Promise<string> {
  const file = path.join(workDir, 'master.key')
  const kept = (await readFile(file, 'utf8').catch(absent)).trim()
  if (kept !== '') return kept
  const key = randomBytes(32).toString('base64url')
  await writeWhole(file, key, 0o600)
  return key
}

/** Nothing where there is no file; one that may not be read is not written over. */
function absent(error: NodeJS.ErrnoException): string {
  if (error.code !== 'ENOENT') throw error
  return ''
}
