import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { command } from '../support/command.js'
import { enginesOn } from '../support/engine.js'
import { expectNoStackTrace } from '../support/expect-sentence.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { recordFiles } from '../support/record.js'
import { until } from '../support/wait.js'

let home: string
let records: string
beforeAll(async () => {
  home = await temporaryFolder()
  const few = recordFiles([{ index: '700900900/2024-00002', title: '关于测算的通知', text: ['测算可以中断。'] }])
  records = await writeFiles(path.join(home, 'records'), few)
})
afterAll(() => removeFolder(home))

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
