import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { command, SAMPLE, type RunningCommand } from '../support/command.js'
import { engineOf, enginesOn } from '../support/engine.js'
import { removeFolder, temporaryFolder } from '../support/folder.js'
import { until } from '../support/wait.js'

const TIMES = 6

let home: string
beforeAll(async () => {
  home = await temporaryFolder()
})
afterAll(() => removeFolder(home))

/** A terminal signals every process, a parent its child once more, and people press Ctrl-C again. */
async function interruptRepeatedly(running: RunningCommand): Promise<void> {
  for (let times = 0; times < TIMES && !running.hasEnded(); times++) {
    running.kill('SIGINT')
    await delay(20)
  }
}

it.each([
  ['an interrupted run', ['index', SAMPLE], 130],
  ['following a folder', ['index', '--watch', SAMPLE], 0],
])('%s leaves no engine behind, however often it is interrupted', async (name, args, expected) => {
  const dataDir = path.join(home, name)
  const running = command(args, { DATA_DIR: dataDir })
  await until('the engine', () => engineOf(dataDir))
  await interruptRepeatedly(running)
  expect((await running.end()).code).toBe(expected)
  await until('the end of the engine', async () => (await enginesOn(dataDir)).length === 0)
})
