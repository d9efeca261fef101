import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { recordText } from '../e2e/support/record.js'
import { closeArchives, contentsOf } from './contents.js'
import { discover } from './discover.js'
import { malformedFiles } from './testing/malformed.js'
import { readWhole } from './testing/whole-reading.js'

/** Small files of every kind; `npm run bench -- malformed` takes two thousand, up to 100 MB. */
const FILES = 60
const SEED = 20_260_701

const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'malformed-')))
const folder = path.join(home, 'files')
afterAll(() => rmSync(home, { recursive: true }))

describe('malformed files', () => {
  it('give what can be read or a reason, whatever they are, and harm no other', { timeout: 900_000 }, async () => {
    mkdirSync(folder)
    fc.sample(malformedFiles(2), { numRuns: FILES, seed: SEED }).forEach(({ ending, bytes }, index) => {
      writeFileSync(path.join(folder, `${String(index).padStart(4, '0')}.${ending}`), bytes())
    })
    const good = recordText({
      index: '700100300/2024-00001',
      title: '关于整治停车秩序的通知',
      text: ['各单位：', '按次收费。'],
    })
    for (const index of [0, 30, 59])
      writeFileSync(path.join(folder, `${String(index).padStart(4, '0')}-good.txt`), good)
    const before = readdirSync(folder)

    const titles: string[] = []
    const faults: string[] = []
    for (const file of (await discover([folder], [])).files) {
      const contents = await contentsOf(file)
      if (!('bytes' in contents)) continue
      const reading = await readWhole(file.path, file.name, file.source, contents)
      // What we did not foresee is told as a fault in reading.
      for (const { reason } of reading.rejected)
        if (reason.includes('读取时出错')) faults.push(`${file.name}: ${reason}`)
      if (file.name.endsWith('-good.txt')) titles.push(...reading.documents.map(({ document }) => document.title))
    }
    await closeArchives()
    expect(faults).toEqual([])
    expect(titles).toEqual(Array.from({ length: 3 }, () => '关于整治停车秩序的通知'))
    expect(readdirSync(folder)).toEqual(before)
    expect(readdirSync(home)).toEqual(['files'])
  })
})
