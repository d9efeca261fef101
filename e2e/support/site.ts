import { command, type Ended, type RunningCommand, type Settings } from './command.js'
import { enginesOn } from './engine.js'
import { until } from './wait.js'

export interface Health {
  status: 'ok' | 'degraded' | 'down'
  documents: number
  indexing: boolean
}

/** A whole site (`npm start`) that runs on a free port. */
export interface RunningSite {
  url: string
  dataDir: string
  process: RunningCommand
  get: (path: string) => Promise<Response>
  health: () => Promise<Health>
  /** Waits until `/health` says so many documents, and that nothing is being indexed. */
  holds: (documents: number) => Promise<void>
  /** Ends it as Ctrl-C would; throws unless it ends well and its engine with it. */
  stop: () => Promise<Ended>
}

const ADDRESS = /https?:\/\/[\w.:[\]]+/

/** Starts `node run.mjs start`, and returns when it has printed its address. */
export async function startSite(
  args: readonly string[],
  settings: Settings & { DATA_DIR: string },
): Promise<RunningSite> {
  const process = command(['start', ...args], { PORT: '0', ...settings })
  const url = await until('the printed address', () => {
    if (process.hasEnded()) throw new Error(`the site did not start: ${process.stderr()}`)
    return ADDRESS.exec(process.stdout())?.[0] ?? null
  })
  const dataDir = settings.DATA_DIR
  const get = (path: string): Promise<Response> => fetch(url + path, { redirect: 'manual' })
  const health = async (): Promise<Health> => (await (await get('/health')).json()) as Health
  return {
    ...{ url, dataDir, process, get, health },
    holds: async (documents) => {
      await until(`${documents} documents`, async () => {
        const now = await health()
        return now.status === 'ok' && now.documents === documents && !now.indexing
      })
    },
    stop: async () => {
      process.kill('SIGTERM')
      const ended = await process.end()
      const left = await enginesOn(dataDir)
      if (ended.code !== 0 || left.length > 0) {
        throw new Error(`exit ${ended.code}, engines left: ${left.join(', ') || 'none'}\n${ended.stderr}`)
      }
      return ended
    },
  }
}
