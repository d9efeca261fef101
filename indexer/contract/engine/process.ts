import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { allProcesses, commandOf, isAlive } from '../processes.js'
import { text } from '../text.zh.js'
import { EmbeddedEngineError } from './binary.js'

const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 15_000
/** So long an answer is waited for, and so much longer where this process was too busy to take it. */
const ANSWER_LIMIT_MS = 2000
const GRACE_MS = 500
const POLL_MS = 30

export interface EngineProcess {
  pid: number
  port: number
}

/** A port that was free a moment ago: the preferred one, if it was. */
export function freePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.on('error', (error) => (preferred === 0 ? reject(error) : resolve(freePort())))
    probe.listen(preferred, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

/** What an engine's port says: it is well, nobody listens, or somebody does and is silent or not well. */
export type Health = 'well' | 'refused' | 'silent'

/**
 * Asks an engine how it is. Where this process was at work for as long as it waits, time is up before it has looked at
 * an answer that may be there: it looks once more before it takes the engine for silent.
 */
export async function healthOf(port: number): Promise<Health> {
  const waiting = new AbortController()
  const answer = fetch(`http://127.0.0.1:${port}/health`, { signal: waiting.signal }).then(
    ({ ok }): Health => (ok ? 'well' : 'silent'),
    (error: Error): Health => (isRefusal(error.cause) ? 'refused' : 'silent'),
  )
  const timeUp = delay(ANSWER_LIMIT_MS, undefined, { signal: waiting.signal })
    .then(() => delay(GRACE_MS, undefined, { signal: waiting.signal }))
    .then(
      (): Health => 'silent',
      (): Health => 'silent',
    )
  try {
    return await Promise.race([answer, timeUp])
  } finally {
    waiting.abort()
  }
}

const isRefusal = (cause: unknown): boolean =>
  cause instanceof Error && (cause as NodeJS.ErrnoException).code === 'ECONNREFUSED'

export async function answersHealth(port: number): Promise<boolean> {
  return (await healthOf(port)) === 'well'
}

/**
 * Starts the engine on loopback and returns when it answers. It runs in a process group of its own, so that Ctrl-C
 * reaches it only after those who use it have finished. `note` is told of the process before it answers, so that one
 * whose starter is killed meanwhile can be found; if it fails, the process ends. Throws EmbeddedEngineError with what its
 * log says.
 */
export async function startEngineProcess(
  binary: string,
  workDir: string,
  masterKey: string,
  port: number,
  note: (started: EngineProcess) => Promise<void> = () => Promise.resolve(),
): Promise<EngineProcess> {
  await mkdir(workDir, { recursive: true })
  const logFile = path.join(workDir, 'engine.log')
  const log = openSync(logFile, 'w')
  const child = spawn(
    binary,
    [
      ...['--db-path', databaseOf(workDir), '--dump-dir', path.join(workDir, 'dumps')],
      ...['--snapshot-dir', path.join(workDir, 'snapshots'), '--http-addr', `127.0.0.1:${port}`],
      ...['--env', 'production', '--no-analytics', '--log-level', 'WARN', '--max-indexing-memory', '1GiB'],
    ],
    // The key goes through the environment: command lines are readable by every user of the machine.
    {
      cwd: workDir,
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env['PATH'], MEILI_MASTER_KEY: masterKey },
    },
  )
  closeSync(log)
  const failed = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(`exit ${code ?? signal}`))
  })
  const started = { pid: child.pid ?? 0, port }
  if (child.pid !== undefined) {
    await note(started).catch(async (error: unknown) => {
      child.kill('SIGKILL')
      await failed
      throw error
    })
  }
  const deadline = Date.now() + START_LIMIT_MS
  while (Date.now() < deadline) {
    const failure = await Promise.race([failed, delay(POLL_MS)])
    if (failure !== undefined) throw new EmbeddedEngineError(explain(await tail(logFile), failure, workDir))
    if (await answersHealth(port)) {
      child.unref()
      return started
    }
  }
  child.kill('SIGKILL')
  await failed
  throw new EmbeddedEngineError(text.engine.noStart(START_LIMIT_MS / 1000, logFile))
}

const databaseOf = (workDir: string): string => path.join(workDir, 'db')

/** Whether a process is an engine on this folder: its id may belong to somebody else by now. */
export async function isEngine(pid: number, workDir: string): Promise<boolean> {
  const [program = '', ...words] = await commandOf(pid)
  return path.basename(program) === 'meilisearch' && words.includes(databaseOf(workDir))
}

/** All engines that run on this folder, noted there or not. */
export async function enginesOn(workDir: string): Promise<number[]> {
  const engines: number[] = []
  for (const pid of await allProcesses()) if (await isEngine(pid, workDir)) engines.push(pid)
  return engines.filter(isAlive)
}

/** Asks the engine to stop, waits until it has, and ends it by force only when it does not. */
export async function stopEngineProcess(pid: number): Promise<void> {
  const deadline = Date.now() + STOP_LIMIT_MS
  if (!isAlive(pid)) return
  signal(pid, 'SIGTERM')
  while (isAlive(pid)) {
    if (Date.now() > deadline) signal(pid, 'SIGKILL')
    await delay(POLL_MS)
  }
}

/** A process may have ended since it was last looked at, which is all that is wanted of it. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function tail(file: string): Promise<string> {
  return (await readFile(file, 'utf8').catch(() => '')).slice(-2000)
}

function explain(log: string, failure: string, workDir: string): string {
  if (/no space left/i.test(log)) return text.engine.startDiskFull(workDir)
  if (/permission denied/i.test(log)) return text.engine.startDenied(workDir)
  if (/MDB_(INVALID|CORRUPTED|PAGE_NOTFOUND|PANIC)/.test(log)) return text.engine.damaged(workDir)
  if (/incompatible|version/i.test(log)) return text.engine.otherVersion(workDir)
  const lastLine = log.trim().split('\n').at(-1)
  return text.engine.startFailed(lastLine || failure, path.join(workDir, 'engine.log'))
}
