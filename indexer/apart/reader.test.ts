import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ApartReader } from './reader.js'

const folder = mkdtempSync(path.join(tmpdir(), 'apart-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A reading process that does what the name of the file says. */
const module = path.join(folder, 'child.mjs')
writeFileSync(
  module,
  `const content = { records: [], skipped: 'done', rejected: [] }
  const does = {
    good: () => process.send({ type: 'content', content }),
    hang: () => { for (;;); },
    heap: () => { const kept = []; for (;;) kept.push({ some: kept.length }) },
    exit: () => process.exit(3),
    fault: () => process.send({ type: 'failed', message: 'broken' }),
    slowly: () => {
      let left = 6
      const timer = setInterval(() => {
        process.send({ type: 'progress' })
        if (--left > 0) return
        clearInterval(timer)
        does.good()
      }, 100)
    },
  }
  process.on('disconnect', () => process.exit())
  process.on('message', ({ path }) => does[path]())
  process.send({ type: 'ready' })`,
)
const limits = { idleMs: 400, totalMs: 20_000, heapMb: 40, residentMb: 500 }

describe('ApartReader', () => {
  it.each([
    ['hang', 'slow', limits],
    ['heap', 'memory', { ...limits, idleMs: 20_000 }],
    ['exit', 'crashed', limits],
    ['fault', 'fault', limits],
  ])('loses one file that does %s, and no other', async (file, why, limit) => {
    const reader = new ApartReader(limit, module)
    try {
      const readings = ['good', file, 'good'].map((name) => reader.read(name, Buffer.from('x'), null))
      await expect(readings[1]).rejects.toMatchObject({ name: 'ReadingFailedError', why })
      expect((await readings[0])!.skipped).toBe('done')
      expect((await readings[2])!.skipped).toBe('done')
    } finally {
      reader.close()
    }
  })

  it('waits for a long file that is getting on', async () => {
    const reader = new ApartReader(limits, module)
    try {
      expect((await reader.read('slowly', Buffer.from('x'), null)).skipped).toBe('done')
    } finally {
      reader.close()
    }
  })

  it('ends a process that takes too much memory outside the heap', async () => {
    // The real one, which watches itself: it is larger than this when it starts.
    const reader = new ApartReader({ ...limits, heapMb: 500, residentMb: 1, idleMs: 20_000 })
    await expect(reader.read('a.txt', Buffer.alloc(50_000_000, 'a\n'), null)).rejects.toMatchObject({ why: 'memory' })
    reader.close()
  })
})
