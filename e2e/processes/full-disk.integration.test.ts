import { spawnSync } from 'node:child_process'
import { rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { index, run } from '../support/command.js'
import { archiveState, engineOf, enginesOn } from '../support/engine.js'
import { expectSentence } from '../support/expect-sentence.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { recordFiles } from '../support/record.js'
import { startSite, type RunningSite } from '../support/site.js'

/** A disk of its own that can really be full takes a mount, which only some machines allow. */
const BIG = 160
const folder = await temporaryFolder()
const disk = path.join(folder, 'disk')
await writeFiles(disk, { '.keep': '' })
const MEGABYTE = 1024 * 1024
const mount = ['-t', 'tmpfs', '-o', `size=${256 * MEGABYTE}`, 'tmpfs', disk]
const isMounted = spawnSync('mount', mount, { stdio: 'ignore' }).status === 0

afterAll(async () => {
  if (isMounted) spawnSync('umount', ['-l', disk])
  await removeFolder(folder)
})

describe.skipIf(!isMounted)('a full disk (needs the right to mount one)', () => {
  const filler = path.join(disk, 'filler')
  const settings = { DATA_DIR: path.join(disk, 'data') }
  let site: RunningSite
  let big: string

  beforeAll(async () => {
    const few = recordFiles([
      { index: '700600100/2024-00001', title: '关于换届的通知', text: ['换届选举于八月举行。'] },
    ])
    site = await startSite([await writeFiles(path.join(folder, 'records'), few)], settings)
    await site.holds(1)
    big = await writeFiles(path.join(folder, 'big'), bigRecords())
  })

  /** Writes until so many bytes are left, or for 0 until nothing more fits. */
  const fillUp = async (left: number): Promise<void> => {
    const { bavail, bsize } = await statfs(disk)
    const count = left === 0 ? [] : [`count=${bavail * bsize - left}`, 'iflag=count_bytes']
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k', ...count], { stdio: 'ignore' })
    if (left === 0) spawnSync('dd', ['if=/dev/zero', `of=${filler}2`, 'bs=512'], { stdio: 'ignore' })
  }
  const makeRoom = async (): Promise<void> => {
    await rm(filler, { force: true })
    await rm(`${filler}2`, { force: true })
  }
  afterEach(makeRoom)
  const state = async (): Promise<unknown> => archiveState((await engineOf(settings.DATA_DIR))!)

  it.each([
    { when: 'from the beginning', left: 0 },
    { when: 'while it works', left: 34 * MEGABYTE },
  ])(
    'stops the indexer with one sentence when it is full $when; the site goes on with what it had',
    async ({ left }) => {
      const before = await state()
      await fillUp(left)
      const ended = await run(['index', big, '--json'], settings)
      expectSentence(ended, '磁盘空间不足')
      expect(await site.health()).toEqual({ status: 'ok', documents: 1, indexing: false })
      expect((await site.get('/d/700600100-2024-00001')).status).toBe(200)
      expect(await state()).toEqual(before)
    },
  )

  it('is as good as any once there is room again', async () => {
    const { code, report } = await index([big], settings)
    expect([code, report.added]).toEqual([0, BIG])
    await site.holds(BIG + 1)
  })

  it('stops npm start with one sentence', async () => {
    await site.stop()
    await rm(settings.DATA_DIR, { recursive: true })
    await fillUp(0)
    const ended = await run(['start'], { ...settings, PORT: '0' })
    expectSentence(ended, '磁盘空间不足')
    expect(await enginesOn(settings.DATA_DIR)).toEqual([])
  })

  it('has left nothing behind that would keep npm start from starting once there is room', async () => {
    site = await startSite([path.join(folder, 'records')], settings)
    await site.holds(1)
  })

  it('does not keep an engine alive whose site is told to stop', async () => {
    await fillUp(0)
    await site.stop()
  })
})

/** Texts of ever other characters, which take the engine as much room as any. */
function bigRecords(): Record<string, string> {
  let state = 1
  const character = (): string => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return String.fromCharCode(0x4e00 + ((state >> 8) % 3000))
  }
  const paragraph = (): string => Array.from({ length: 200 }, character).join('')
  const records = Array.from({ length: BIG }, (_, n) => ({
    index: `700600200/2024-${String(n).padStart(5, '0')}`,
    title: `第${n}号文件`,
    text: Array.from({ length: 20 }, paragraph),
  }))
  return recordFiles(records)
}
