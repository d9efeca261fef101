import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { leftToWait, watch } from './watch.js'
import type { WatchEvent } from './watch-reporter.js'

describe('leftToWait', () => {
  const NOW = 10_000_000

  it('is as long as the folder has not been left alone', () => {
    expect(leftToWait(NOW - 500, NOW, NOW)).toBe(2_000)
    expect(leftToWait(NOW - 60_000, NOW - 1_500, NOW)).toBe(500)
    expect(leftToWait(NOW - 60_000, NOW - 2_000, NOW)).toBe(0)
  })

  it('comes to an end where the folder is never left alone', () => {
    expect(leftToWait(NOW - 299_000, NOW, NOW)).toBe(1_000)
    expect(leftToWait(NOW - 301_000, NOW, NOW)).toBeLessThanOrEqual(0)
  })

  it('is nothing before the first run', () => expect(leftToWait(0, 0, NOW)).toBeLessThan(0))
})

it('tries again later where a run cannot even be started', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'zhengyan-'))
  const { execPath } = process
  const events: WatchEvent[] = []
  const stop = new AbortController()
  try {
    process.execPath = path.join(folder, 'nothing')
    await watch([folder], [], [], stop.signal, (event) => {
      events.push(event)
      if (event.watch === 'failed') setImmediate(() => stop.abort())
    })
  } finally {
    process.execPath = execPath
    await rm(folder, { recursive: true })
  }
  expect(events.map((event) => event.watch)).toEqual(['begins', 'failed', 'ends'])
})
