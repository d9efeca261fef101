import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { command, index, type RunningCommand } from '../support/command.js'
import { engineOf, enginesOn } from '../support/engine.js'
import { expectNoStackTrace } from '../support/expect-sentence.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { recordFiles } from '../support/record.js'
import { until } from '../support/wait.js'

let home: string
let records: string
beforeAll(async () => {
  home = await temporaryFolder()
  const few = recordFiles([{ index: '700900900/2024-00001', title: '关于中断的通知', text: ['随时可以中断。'] }])
  records = await writeFiles(path.join(home, 'records'), few)
})
afterAll(() => removeFolder(home))

/** A terminal signals every process, a parent its child once more, and people press Ctrl-C again or close the window. */
async function interruptRepeatedly(running: RunningCommand): Promise<void> {
  const signals = ['SIGINT', 'SIGHUP', 'SIGTERM', 'SIGINT', 'SIGHUP'] as const
  for (const signal of signals) {
    running.kill(signal)
    await delay(20)
  }
}

const gone = (dataDir: string): Promise<unknown> =>
  until('the end of the engine', async () => (await enginesOn(dataDir)).length === 0)

it.each([
  ['an interrupted run', (): string[] => ['index', records], 130],
  ['following a folder', (): string[] => ['index', '--watch', records], 0],
  ['making an archive ready', (): string[] => ['prepare'], 130],
  ['a site', (): string[] => ['start', records], 0],
])('%s leaves no engine behind, however often it is interrupted', async (name, argsOf, expected) => {
  const dataDir = path.join(home, name)
  const running = command(argsOf(), { DATA_DIR: dataDir, PORT: '0' })
  await until('the engine', () => engineOf(dataDir), { rest: 0 })
  await interruptRepeatedly(running)
  const { code, stderr } = await running.end()
  expect(code).toBe(expected)
  expectNoStackTrace(stderr)
  await gone(dataDir)
})

it.each([
  ['a run', ['index']],
  ['following a folder', ['index', '--watch']],
])('%s whose terminal is closed ends, with its engine', async (name, args) => {
  const dataDir = path.join(home, `${name}, closed`)
  const running = command([...args, records], { DATA_DIR: dataDir })
  await until('the engine', () => engineOf(dataDir), { rest: 0 })
  running.stopReading()
  running.kill('SIGHUP')
  await running.end()
  await gone(dataDir)
})

it('a run takes up what one has left that was given up, though nobody listens to it any more', async () => {
  const dataDir = path.join(home, 'unheard')
  const givenUp = command(['index', records], { DATA_DIR: dataDir })
  await until('the engine', () => engineOf(dataDir), { rest: 0 })
  givenUp.kill('SIGHUP')
  await givenUp.end()
  const running = command(['index', records, '--json'], { DATA_DIR: dataDir })
  running.stopReading()
  expect((await running.end()).code).toBe(0)
  expect((await enginesOn(dataDir)).length).toBe(0)
  expect((await index([records], { DATA_DIR: dataDir })).report).toMatchObject({ added: 0, unchanged: 1 })
})

it('a measurement that is interrupted leaves neither its engine nor its folders behind', async () => {
  const temporary = path.join(home, 'temporary')
  await mkdir(temporary)
  const running = command(['bench', 'exact', records], { TMPDIR: temporary })
  await until('its engine', async () => (await enginesOn(temporary)).length > 0)
  running.kill('SIGINT')
  const { code, stdout, stderr } = await running.end()
  expect([code, stdout]).toEqual([130, ''])
  expect(stderr).toContain('已中断。')
  expectNoStackTrace(stderr)
  await until('no engine', async () => (await enginesOn(temporary)).length === 0)
  expect((await readdir(temporary)).filter((name) => name.startsWith('zhengyan'))).toEqual([])
})
