import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isFolderLocked, lockFolder } from './folder-lock.js'

let home: string
let folder: string
const cleanUp: (() => unknown)[] = []
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'lock-'))
  folder = path.join(home, 'locked')
  mkdirSync(folder)
})
afterEach(async () => {
  for (let step = cleanUp.pop(); step; step = cleanUp.pop()) await step()
  rmSync(home, { recursive: true })
})

const take = (onLost = (): void => undefined) => lockFolder(folder, { tries: 0, everyMs: 1, onLost })

/** A process that has the lock and whose thread is busy for as long as it lives. */
async function busyOwner(): Promise<{ kill: () => Promise<void> }> {
  const module = path.join(import.meta.dirname, 'folder-lock.ts')
  const program = `
    const { lockFolder } = await import(${JSON.stringify(module)})
    await lockFolder(${JSON.stringify(folder)}, { tries: 0, everyMs: 1, onLost: () => undefined })
    process.stdout.write('locked')
    setTimeout(() => { for (;;); }, 100)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  cleanUp.push(kill)
  await once(child.stdout, 'data')
  return { kill }
}

/** As if the owner had given no sign for so many seconds. */
function silentFor(seconds: number): void {
  const then = Date.now() / 1000 - seconds
  utimesSync(`${folder}.lock`, then, then)
}

describe('the lock of a folder', () => {
  it('is kept by who lives, however busy, and is free when that one is dead', async () => {
    const owner = await busyOwner()
    silentFor(3600)
    await expect(take()).rejects.toMatchObject({ code: 'ELOCKED' })
    expect(await isFolderLocked(folder)).toBe(true)
    await owner.kill()
    expect(await isFolderLocked(folder)).toBe(false)
    const release = await take()
    expect(await isFolderLocked(folder)).toBe(true)
    await release()
    expect(await isFolderLocked(folder)).toBe(false)
  })

  it('is not kept by a stranger who has the process id of a dead owner', async () => {
    mkdirSync(`${folder}.lock`)
    silentFor(5)
    const owner = { host: hostname(), pid: process.pid, started: 'long ago' }
    writeFileSync(`${folder}.owner`, JSON.stringify(owner))
    await (
      await take()
    )()
  })

  it('of another machine is free after a while without a sign of life', async () => {
    mkdirSync(`${folder}.lock`)
    writeFileSync(`${folder}.owner`, JSON.stringify({ host: 'another', pid: 1, started: null }))
    silentFor(20)
    expect(await isFolderLocked(folder)).toBe(true)
    silentFor(40)
    await (
      await take()
    )()
    expect(existsSync(`${folder}.owner`)).toBe(false)
  })

  it('tells its owner when somebody has removed it, and can be given back all the same', async () => {
    const lost = new Promise<void>((resolve) => {
      void take(resolve).then((release) => {
        rmdirSync(`${folder}.lock`)
        cleanUp.push(release)
      })
    })
    await lost
  })
})
