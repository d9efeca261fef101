import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command, run } from '../support/command.js'
import { engineOf } from '../support/engine.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { recordFiles } from '../support/record.js'
import { startSite, type RunningSite } from '../support/site.js'
import { until } from '../support/wait.js'

const records = (count: number): Record<string, string> =>
  recordFiles(
    Array.from({ length: count }, (_, n) => ({
      index: `700700700/2024-0000${n}`,
      title: `关于第${n}号跟随的通知`,
      text: [`第${n}号。`],
    })),
  )

const holds = (documents: number): Promise<unknown> =>
  until(`${documents} documents`, async () => (await site.health()).documents === documents)

let home: string
let folder: string
let site: RunningSite

beforeAll(async () => {
  home = await temporaryFolder()
  folder = await writeFiles(path.join(home, 'records'), records(2))
  site = await startSite([folder], { DATA_DIR: path.join(home, 'data') })
  await holds(2)
})

afterAll(async () => {
  await site.stop()
  await removeFolder(home)
})

describe('--watch', () => {
  it('follows the folder over a failing run and an engine that dies, and ends cleanly', async () => {
    const watching = command(['index', '--watch', folder], { DATA_DIR: site.dataDir })
    await until('the first run', () => watching.stdout().includes('索引未改动'))
    await writeFiles(folder, records(4))
    await holds(4)

    // A source that cannot be read fails the run; mended, the next one takes everything.
    await writeFiles(folder, { 'source.yml': 'nome: 错\n', ...records(5) })
    await until('the failing run', () => watching.stderr().includes('这次同步没有成功'))
    expect((await site.health()).documents).toBe(4)
    await rm(path.join(folder, 'source.yml'))
    await holds(5)

    process.kill((await engineOf(site.dataDir))!.pid, 'SIGKILL')
    await writeFiles(folder, records(6))
    await holds(6)

    watching.kill('SIGINT')
    const { code, stderr } = await watching.end()
    expect(code).toBe(0)
    expect(stderr.trim().split('\n').at(-1)).toBe('已停止跟随。')
    expect(await site.health()).toMatchObject({ status: 'ok', documents: 6 })
  })

  it.each([[['--watch']], [['--watch', '.', '--rebuild']]])('says how it is used for %j', async (args) => {
    const { code, stderr } = await run(['index', ...args], { DATA_DIR: site.dataDir })
    expect([code, stderr]).toEqual([1, expect.stringContaining('--watch 要给出')])
  })
})
