import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { allProcesses, commandOf, isAlive, startOf } from './processes.js'

const cleanUp: (() => void)[] = []
afterEach(() => {
  for (let step = cleanUp.pop(); step; step = cleanUp.pop()) step()
})

describe('isAlive', () => {
  it('takes no group of processes, and nothing that is no id, for a process', () => {
    for (const pid of [0, -1, NaN, 1.5]) expect(isAlive(pid), String(pid)).toBe(false)
    expect(isAlive(process.pid)).toBe(true)
  })

  it.skipIf(!existsSync('/proc/self/stat'))(
    'does not count a process that has ended and whose parent does not care',
    async () => {
      // The shell becomes a program that never asks after the child it has.
      const parent = spawn('sh', ['-c', 'sleep 1000 & echo $!; exec sleep 1000'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      cleanUp.push(() => parent.kill('SIGKILL'))
      const [line] = (await once(parent.stdout, 'data')) as [Buffer]
      const child = Number(String(line))
      expect(isAlive(child)).toBe(true)
      await expect.poll(() => commandOf(parent.pid!)).toContain('sleep')
      process.kill(child, 'SIGKILL')
      await expect.poll(() => isAlive(child)).toBe(false)
      expect(() => process.kill(child, 0)).not.toThrow()
    },
  )
})

describe.skipIf(!existsSync('/proc/self/stat'))('what the system tells', () => {
  it('is when a process started, what it was called with, and that it is there', async () => {
    expect(startOf(process.pid)).toMatch(/^\d+$/)
    expect(startOf(process.pid)).toBe(startOf(process.pid))
    const child = spawn(process.execPath, ['--eval', 'setInterval(() => undefined, 1000)', 'a word'])
    cleanUp.push(() => child.kill('SIGKILL'))
    await once(child, 'spawn')
    await expect.poll(() => commandOf(child.pid!)).toContain('a word')
    expect(await allProcesses()).toContain(child.pid)
  })
})
