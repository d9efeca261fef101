import { mkdtemp, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { thenGiveBack } from '../measuring.js'
import { command, SAMPLE } from '../support/command.js'
import { archiveState, askEngine, engineOf, type EngineOf } from '../support/engine.js'
import { removeFolder } from '../support/folder.js'
import { repeatableNumbers } from '../support/scan.js'
import { startSite, type RunningSite } from '../support/site.js'
import { until } from '../support/wait.js'

/** How often the site is asked while the indexer is killed, in milliseconds. */
const POLL_MS = 250
/** A run is killed within this share of an undisturbed one's time: on a machine that is less busy now it may be over. */
const EARLY = 0.6
const LONGEST_RUN_MS = 3_600_000

interface Watched {
  answers: number
  /** Answers that were neither the old state, whole, nor the new one, with what they were. */
  wrong: string[]
  end: () => Promise<void>
}

/**
 * Indexes the files once undisturbed, then into another archive where the indexer is killed at random moments and once
 * in the switch, a site being asked all the while. Says whether both archives are the same in the end.
 */
export async function benchKill(paths: string[], sources: string[], kills: number): Promise<string> {
  const home = await mkdtemp(path.join(tmpdir(), 'zhengyan-bench-kill-'))
  const args = [...paths, ...sources.flatMap((file) => ['--source', file])]
  const giveBack = (): Promise<void> => removeFolder(home)
  return thenGiveBack(giveBack, async () => {
    const undisturbed = await withSite(path.join(home, 'undisturbed'), async (site) => {
      const started = performance.now()
      const rejected = await indexAll(args, site.dataDir)
      return { rejected, ms: performance.now() - started, ...(await stateOf(site)) }
    })
    return withSite(path.join(home, 'killed'), async (site) => {
      const old = (await site.health()).documents
      const watched = watch(site, [old, undisturbed.documents])
      const random = repeatableNumbers(20)
      let killed = 0
      let inSwitch = false
      let rejected = 0
      try {
        for (let n = 0; n < kills; n++) {
          killed += await killAfter(args, site.dataDir, random() * EARLY * undisturbed.ms)
          if ((await site.health()).documents !== old) break
        }
        inSwitch = await killInSwitch(args, site)
        rejected = await indexAll(args, site.dataDir)
      } finally {
        await watched.end()
      }
      const state = await stateOf(site)
      return [
        `undisturbed: ${undisturbed.documents} documents in ${(undisturbed.ms / 1000).toFixed(1)} s`,
        `rejected in it, and in the last run after the kills: ${undisturbed.rejected}, ${rejected}`,
        `killed at random moments: ${killed} of ${kills}; in the switch: ${inSwitch ? 'yes' : 'no'}`,
        `the site was asked ${watched.answers} times; answers that were neither state: ${watched.wrong.length}`,
        ...watched.wrong.slice(0, 10).map((one) => `  ${one}`),
        `documents in the end: ${state.documents}; digest ${state.digest === undisturbed.digest ? 'the same' : 'DIFFERS'}`,
      ].join('\n')
    })
  })
}

/** A site over an archive that holds the sample. */
async function withSite<T>(dataDir: string, use: (site: RunningSite) => Promise<T>): Promise<T> {
  const site = await startSite([SAMPLE], { DATA_DIR: dataDir })
  return thenGiveBack(site.stop, async () => {
    await until('the sample', async () => (await site.health()).status === 'ok', { limitMs: 300_000 })
    await until('the end of indexing', async () => !(await site.health()).indexing, { limitMs: 300_000 })
    return use(site)
  })
}

/** Runs the indexer to its end; returns how many records it rejected. */
async function indexAll(args: string[], dataDir: string): Promise<number> {
  const run = command(['index', ...args, '--json'], { DATA_DIR: dataDir })
  const { code, stdout, stderr } = await run.end(LONGEST_RUN_MS)
  if (code !== 0 && code !== 2) throw new Error(`the indexing command ended with ${code}: ${stderr}`)
  return (JSON.parse(stdout) as { rejected: unknown[] }).rejected.length
}

async function stateOf(site: RunningSite): Promise<{ digest: string; documents: number }> {
  const { digest } = await archiveState((await engineOf(site.dataDir))!)
  return { digest, documents: (await site.health()).documents }
}

/** Starts the indexer and kills it after so many milliseconds; 0 where it had ended by then. */
async function killAfter(args: string[], dataDir: string, ms: number): Promise<0 | 1> {
  const run = command(['index', ...args], { DATA_DIR: dataDir })
  await delay(ms)
  const isTime = !run.hasEnded()
  run.kill('SIGKILL')
  await run.end()
  await letTheLockGoStale(dataDir)
  return isTime ? 1 : 0
}

/** Kills the indexer when the engine has been told to switch; false where it had ended first. */
async function killInSwitch(args: string[], site: RunningSite): Promise<boolean> {
  const engine = (await engineOf(site.dataDir))!
  const before = await switches(engine)
  const run = command(['index', ...args], { DATA_DIR: site.dataDir })
  await until('the switch', async () => run.hasEnded() || (await switches(engine)) > before, {
    limitMs: LONGEST_RUN_MS,
    rest: 0,
  })
  const isTime = !run.hasEnded()
  run.kill('SIGKILL')
  await run.end()
  await letTheLockGoStale(site.dataDir)
  return isTime
}

async function switches({ url, masterKey }: EngineOf): Promise<number> {
  const { body } = await askEngine({ url, key: masterKey }, 'GET', '/tasks?limit=1&types=indexSwap')
  return (body as { total: number }).total
}

/** The lock of a killed run counts as left behind after two seconds without a sign of life: they are taken as over. */
async function letTheLockGoStale(dataDir: string): Promise<void> {
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(path.join(dataDir, 'catalogue.lock'), longAgo, longAgo).catch(() => undefined)
}

/** Asks the site again and again; right is an answer with one of the totals, the first ones before the last. */
function watch(site: RunningSite, totals: [number, number]): Watched {
  const watched: Watched = { answers: 0, wrong: [], end: () => Promise.resolve() }
  let isOver = false
  let reached = 0
  const asking = (async () => {
    while (!isOver) {
      const said = await ask(site)
      const state = totals.indexOf(Number(said), reached)
      watched.answers++
      if (state < 0) watched.wrong.push(said)
      else reached = state
      await delay(POLL_MS)
    }
  })()
  watched.end = async () => {
    isOver = true
    await asking
  }
  return watched
}

/** The total of all documents as the site gives it, or what it said instead. */
async function ask(site: RunningSite): Promise<string> {
  try {
    const response = await site.get('/api/search')
    const body = await response.text()
    if (response.status !== 200) return `${response.status} ${body.slice(0, 200)}`
    return String((JSON.parse(body) as { total: number }).total)
  } catch (error) {
    return String(error)
  }
}
