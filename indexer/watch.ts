import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { discover } from './discover.js'
import type { WatchEvent } from './watch-reporter.js'

/** A folder counts as left alone when nothing has happened in it for so long, in milliseconds. */
const QUIET_MS = 2_000
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
  let isChanged = true
  let changedAt = 0
  let wake: () => void = () => undefined
  const changed = (): void => {
    isChanged = true
    changedAt = Date.now()
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
      const quietFor = Date.now() - changedAt
      if (isChanged && quietFor < QUIET_MS) await pause(QUIET_MS - quietFor)
      else if (isChanged) {
        isChanged = false
        const code = await runOnce(args, stop)
        if (stop.aborted) break
        if (code === 0 || code === 2) retryMs = FIRST_RETRY_MS
        else {
          say({ watch: 'failed', retry_seconds: retryMs / 1000 })
          await pause(retryMs)
          isChanged = true
          retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
        }
      } else await pause(LAST_RETRY_MS)
    }
  } finally {
    await watcher.close()
    say({ watch: 'ends' })
  }
}

/** The same command without watching, however this one was started (run.mjs, container.ts); returns its exit code. */
async function runOnce(args: string[], stop: AbortSignal): Promise<number | null> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1]!, 'index', ...args], { stdio: 'inherit' })
  const end = (): void => void child.kill('SIGINT')
  stop.addEventListener('abort', end)
  const [code] = (await once(child, 'exit')) as [number | null]
  stop.removeEventListener('abort', end)
  return code
}
