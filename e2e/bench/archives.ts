import { spawn } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEngine, type Engine } from '../../indexer/contract/engine/open.js'
import { MeasureError } from '../measure-error.js'
import { endOf, thenGiveBack } from '../measuring.js'
import { removeFolder } from '../support/folder.js'
import { text } from '../text.zh.js'

const RUN = fileURLToPath(new URL('../../run.mjs', import.meta.url))
/** How often the memory of the indexer is looked at, in milliseconds. */
const SAMPLE_MS = 100

export interface Indexed {
  seconds: number
  /** Highest resident memory of the indexer's process, in MB; NaN where /proc does not tell. */
  peakMb: number
}

/** An engine on its way, in a folder of its own; both are gone after `giveBack`. */
export async function ownEngine(): Promise<{
  dataDir: string
  opening: Promise<Engine>
  giveBack: () => Promise<void>
}> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zhengyan-bench-'))
  const opening = openEngine({ dataDir, url: null, masterKey: null })
  const giveBack = async (): Promise<void> => {
    await (await opening).release()
    await removeFolder(dataDir)
  }
  return { dataDir, opening, giveBack }
}

/** The same while `action` lasts, also where the command is told to end in the middle of it. */
export async function withEngine<T>(action: (engine: Engine, dataDir: string) => Promise<T>): Promise<T> {
  const { dataDir, opening, giveBack } = await ownEngine()
  return thenGiveBack(giveBack, async () => action(await opening, dataDir))
}

/** Runs the indexing command as an operator would, into `dataDir`. */
export async function indexWithCli(dataDir: string, paths: string[], sources: string[]): Promise<Indexed> {
  const started = performance.now()
  const child = spawn(
    process.execPath,
    [RUN, 'index', ...paths, ...sources.flatMap((file) => ['--source', file]), '--json'],
    { env: { ...process.env, DATA_DIR: dataDir, MEILI_URL: '' }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  let peakKb = NaN
  const watch = setInterval(() => {
    readFile(`/proc/${child.pid}/status`, 'utf8')
      .then((status) => (peakKb = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? peakKb)))
      .catch(() => undefined)
  }, SAMPLE_MS)
  const code = await endOf(child)
  clearInterval(watch)
  if (code !== 0 && code !== 2) throw new MeasureError(text.indexingFailed(code))
  return { seconds: (performance.now() - started) / 1000, peakMb: peakKb / 1024 }
}
