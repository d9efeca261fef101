import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PATIENCE_MS, until } from './wait.js'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export const SAMPLE = fileURLToPath(new URL('../../indexer/sample', import.meta.url))

/** Everything that the commands read from the environment: a test sets what it needs and inherits none of it. */
const OURS = ['PORT', 'HOST', 'DATA_DIR', 'MEILI_URL', 'MEILI_MASTER_KEY', 'MEILI_SEARCH_KEY', 'SITE_URL', 'LOG_LEVEL']

export type Settings = Partial<Record<(typeof OURS)[number] | 'TMPDIR', string>>

export interface Ended {
  /** Null where a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
}

export interface RunningCommand {
  pid: number
  /** What it has printed up to now. */
  stdout: () => string
  stderr: () => string
  hasEnded: () => boolean
  kill: (signal: NodeJS.Signals) => void
  /** Goes away as who reads what it prints. */
  stopReading: () => void
  /** Waits for the end; throws after `limitMs`, having killed it. */
  end: (limitMs?: number) => Promise<Ended>
}

/** What a failed test left running is asked to stop, and stops its engine, when the tests end. */
const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => child.kill('SIGTERM')))

/** Starts `node run.mjs …` as npm would; `uid` runs it as another user, where the tests' own user may. */
export function command(args: readonly string[], settings: Settings, uid?: number): RunningCommand {
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.includes(name))
  const env = { ...Object.fromEntries(inherited), HOST: '127.0.0.1', ...settings }
  const child = spawn(process.execPath, ['run.mjs', ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
  running.add(child)
  child.on('exit', () => running.delete(child))
  const printed = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed.stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (printed.stderr += chunk))
  let ended: Ended | null = null
  // `close`, not `exit`: everything printed has arrived by then.
  child.on('close', (code) => (ended = { code, ...printed }))
  return {
    pid: child.pid!,
    stdout: () => printed.stdout,
    stderr: () => printed.stderr,
    hasEnded: () => ended !== null,
    kill: (signal) => void child.kill(signal),
    stopReading: () => {
      child.stdout.destroy()
      child.stderr.destroy()
    },
    end: async (limitMs = PATIENCE_MS) => {
      try {
        return await until(`end of ${args.join(' ')}`, () => ended, { limitMs })
      } catch (error) {
        child.kill('SIGKILL')
        throw new Error(`${String(error)}\n${printed.stdout}\n${printed.stderr}`)
      }
    },
  }
}

/** Runs a command to its end. */
export function run(args: readonly string[], settings: Settings): Promise<Ended> {
  return command(args, settings).end()
}

/** What `index --json` prints. */
export interface Report {
  files: number
  records: number
  added: number
  updated: number
  unchanged: number
  removed: number
  skipped: { file: string; reason: string }[]
  rejected: { file: string; record: number | null; field: string | null; reason: string }[]
  seconds: number
}

/** Runs the indexer with `--json`; throws where standard output is not the one line of JSON that was promised. */
export async function index(args: readonly string[], settings: Settings): Promise<Ended & { report: Report }> {
  const ended = await run(['index', ...args, '--json'], settings)
  if (!/^\{.*\}\n$/.test(ended.stdout)) throw new Error(`no report (exit ${ended.code}): ${ended.stderr}`)
  return { ...ended, report: JSON.parse(ended.stdout) as Report }
}
