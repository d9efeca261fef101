import { existsSync, rmSync } from 'node:fs'
import { readdir, rm, symlink } from 'node:fs/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SyncReport } from './report.js'
import { synchronise } from './sync.js'
import { idOf, record, SyncHome } from './testing/sync-home.js'

const home = new SyncHome()
beforeEach(() => home.begin())

const rejections = ({ rejected }: SyncReport): [string, string][] => rejected.map(({ file, reason }) => [file, reason])

describe('what the disk does not give', () => {
  it('keeps what it gave before and is told, be it gone since it was listed; the others are in', async () => {
    await home.write({ 'a/1.txt': record(1), 'a/3.txt': record(3) })
    await home.sync()
    await home.write({ 'a/1.txt': record(1, { title: '关于改正的通知' }), 'a/3.txt': record(3, { title: '改。' }) })
    await home.write({ 'a/2.txt': record(2), 'a/4.txt': record(4), 'a/5.txt': record(5) })
    const { report } = await synchronise(
      { paths: [home.at('a')], sources: [], dryRun: false, rebuild: false },
      {
        catalogue: home.catalogue,
        engine: home.engine,
        onProgress: ({ stage, files }) => {
          // The second file is being read by then.
          if (stage === 'reading' && files === 1) for (const n of [3, 4]) rmSync(home.at(`a/${n}.txt`), { force: true })
        },
      },
    )
    expect(rejections(report)).toEqual([
      ['a/3.txt', expect.stringContaining('列出之后已不在原处')],
      ['a/4.txt', expect.stringContaining('列出之后已不在原处')],
    ])
    expect(report).toMatchObject({ files: 5, records: 4, added: 2, updated: 1, unchanged: 1, removed: 0 })
    expect(await home.ids()).toEqual([1, 2, 3, 5].map(idOf))
    // By the next run it has left for good.
    expect((await home.sync()).report).toMatchObject({ files: 3, removed: 1, rejected: [] })
    expect(await home.ids()).toEqual([1, 2, 5].map(idOf))
  })

  it('keeps what a link led to while that is away, and reads it again when it is back', async () => {
    await home.write({ 'a/1.txt': record(1), 'b/2.txt': record(2) })
    await symlink(home.at('b/2.txt'), home.at('a/link.txt'))
    await home.sync()
    await home.remove('b/2.txt')
    for (let run = 0; run < 2; run++) {
      const { report } = await home.sync()
      expect(rejections(report)).toEqual([['a/link.txt', expect.stringContaining('链接指向的文件不在')]])
      expect(report).toMatchObject({ files: 2, records: 2, unchanged: 2, removed: 0 })
    }
    expect(await home.ids()).toEqual([1, 2].map(idOf))
    await home.write({ 'b/2.txt': record(2, { title: '关于回来的通知' }) })
    expect((await home.sync()).report).toMatchObject({ records: 2, updated: 1, rejected: [] })
  })

  it.skipIf(!existsSync('/proc/self/mem'))('is told where the disk fails in the middle of a file', async () => {
    await home.write({ 'a/1.txt': record(1) })
    await symlink('/proc/self/mem', home.at('a/broken.txt'))
    const { report } = await home.sync()
    expect(rejections(report)).toEqual([[expect.any(String), expect.stringContaining('磁盘读取出错')]])
    expect(report).toMatchObject({ files: 2, records: 1, added: 1 })
    await rm(home.at('a/broken.txt'))
    expect(await readdir(home.at('a'))).toEqual(['1.txt'])
    expect((await home.sync()).report).toMatchObject({ files: 1, records: 1, rejected: [] })
  })
})
