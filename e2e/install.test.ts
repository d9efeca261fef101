import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
let home: string
afterEach(() => rm(home, { recursive: true }))

/** A checkout in which nothing is installed yet, on a machine whose npm fails: how it ends, with what `.installing` says. */
async function install(mark: string): Promise<string> {
  home = await mkdtemp(path.join(tmpdir(), 'zhengyan-'))
  for (const file of ['run.mjs', 'package-lock.json']) await copyFile(path.join(ROOT, file), path.join(home, file))
  const bin = path.join(home, 'bin')
  await mkdir(bin)
  for (const [name, code] of Object.entries({ 'g++': 0, make: 0, python3: 0, npm: 1 })) {
    await writeFile(path.join(bin, name), `#!/bin/sh\nexit ${code}\n`)
    await chmod(path.join(bin, name), 0o755)
  }
  await writeFile(path.join(home, '.installing'), mark)
  await utimes(path.join(home, '.installing'), 0, 0)
  const child = spawn(process.execPath, [path.join(home, 'run.mjs'), 'start'], { env: { PATH: bin } })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await once(child, 'close')
  clearTimeout(timer)
  return said
}

it.each([
  ['that has ended', '999999999'],
  ['that was killed before it could say who it is', ''],
])('an installation is not kept waiting by one %s', async (_, mark) => {
  expect(await install(mark)).toContain('依赖安装失败')
})
