import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { discover } from './discover.js'
import type { WatchEvent } from './watch-reporter.js'

/** A folder counts as left alone when nothing has happened in it for so long, in milliseconds. */
const QUIET_MS = 2_000
/** One that is never left alone, since a program writes to it day and night, is waited for no longer than this. */
const LONGEST_WAIT_MS = 300_000
/** After a run that failed, the next one begins without a change after so long, and twice as long each time. */
const FIRST_RETRY_MS = 15_000
const LAST_RETRY_MS = 600_000

/**
 * Synchronises the paths, and again whenever something below them has changed and they are left alone, until it is
 * told to stop. Each run is a process of its own with its own lock: one that fails costs nothing but itself, the engine
 * may have gone and come back between two, and other runs may come between. Returns when the run under way, which is
 * asked to stop too, has ended. Throws what `discover` throws before it begins.
 */
export async function watch(
  paths: string[],
  sources: string[],
  args: string[],
  stop: AbortSignal,
  say: (event: WatchEvent) => void,
): Promise<void> {
  const { roots } = await discover(paths, sources, true)
  const { default: chokidar } = await import('chokidar')
  const watcher = chokidar.watch([...roots, ...sources.map((file) => path.resolve(file))], { ignoreInitial: true })
  /** Of the changes that no run has seen yet; null for none. The first run is to see all that is there. */
  let first: number | null = 0
  let last = 0
  let wake: () => void = () => undefined
  const changed = (): void => {
    last = Date.now()
    first ??= last
    wake()
  }
  watcher.on('all', changed).on('error', changed)
  stop.addEventListener('abort', () => wake())
  /** Until something happens, or for so long. */
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  say({ watch: 'begins', paths: roots })
  let retryMs = FIRST_RETRY_MS
  try {
    while (!stop.aborted) {
      const wait = first === null ? LAST_RETRY_MS : leftToWait(first, last, Date.now())
      if (wait > 0) await pause(wait)
      else {
        first = null
        const code = await runOnce(args, stop)
        if (stop.aborted) break
        if (code === 0 || code === 2) retryMs = FIRST_RETRY_MS
        else {
          say({ watch: 'failed', retry_seconds: retryMs / 1000 })
          await pause(retryMs)
          first ??= last
          retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
        }
      }
    }
  } finally {
    await watcher.close()
    say({ watch: 'ends' })
  }
}

/**
 * How long a run is to be put off, in milliseconds, where the first change that it is to see was at `first` and the last
 * one at `last`; 0 and less for not at all.
 */
export function leftToWait(first: number, last: number, now: number): number {
  return Math.min(last + QUIET_MS, first + LONGEST_WAIT_MS) - now
}

/**
 * The same command without watching, however this one was started (run.mjs, container.ts); returns its exit code, null where
 * it was killed or the system has no room for it now.
 */
async function runOnce(args: string[], stop: AbortSignal): Promise<number | null> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, 'index', ...args], { stdio: 'inherit' })
  const end = (): void => void child.kill('SIGINT')
  stop.addEventListener('abort', end)
  const [code] = (await once(child, 'exit').catch(() => [null])) as [number | null]
  stop.removeEventListener('abort', end)
  return code
}
