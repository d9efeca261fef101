import { mkdirSync, writeFileSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordText } from '../../e2e/support/record.js'
import { docxOf } from '../testing/files/office.js'
import { pdfOf, setPages } from '../testing/files/printed.js'
import { zipOf } from '../testing/files/zip.js'
import { idOf, record, SyncHome } from '../testing/sync-home.js'

const home = new SyncHome()

function pack(parts: Record<string, string | Uint8Array>): void {
  mkdirSync(home.at('a'), { recursive: true })
  writeFileSync(home.at('a/文件.zip'), zipOf(parts))
}

const RECORD = recordText(record(1))
const DOCX = docxOf([
  { rows: [['索引号', '700100200/2024-00002', '名称', '关于第2号事项的通知']] },
  '第2号事项自公布之日起施行。',
])
const PDF = pdfOf(setPages('青梧区关于第3号事项的通知', ['第3号事项自公布之日起施行。']))

describe('an archive among the files', () => {
  it('gives each of its files to the archive as if it lay there by itself', async () => {
    pack({ '甲/1.txt': RECORD, '甲/2.docx': DOCX, '3.pdf': PDF, '图.png': '\x89PNG\r\n', '../出.txt': RECORD })
    await home.write({ 'a/旁边.txt': record(9) })
    const { report } = await home.sync()
    expect(report).toMatchObject({ files: 6, records: 4, added: 4, rejected: [] })
    expect(report.skipped.map(({ file }) => file)).toEqual(['a/文件.zip/图.png', 'a/文件.zip/../出.txt'])
    const { documents } = await home.live()
    expect(documents.map(({ id }) => id)).toEqual(expect.arrayContaining([idOf(1), idOf(2), idOf(9)]))
    expect(documents.find(({ id }) => id === idOf(2))).toMatchObject({ file: 'a/文件.zip/甲/2.docx' })
  })

  it('is not read again until it changes, and then only what changed counts', async () => {
    pack({ '1.txt': RECORD, '2.docx': DOCX })
    await home.sync()
    expect((await home.sync()).report).toMatchObject({ unchanged: 2, added: 0, updated: 0 })
    pack({ '2.docx': DOCX, '3.pdf': PDF })
    await utimes(path.join(home.at('a'), '文件.zip'), 1_800_000_000, 1_800_000_000)
    expect((await home.sync()).report).toMatchObject({ unchanged: 1, added: 1, removed: 1, records: 2 })
    await home.remove('a/文件.zip')
    await home.write({ 'a/旁边.txt': record(9) })
    expect((await home.sync()).report).toMatchObject({ removed: 2, records: 1 })
  })

  it('that became broken takes nothing else with it', async () => {
    pack({ '1.txt': RECORD })
    await home.write({ 'a/旁边.txt': record(9) })
    await home.sync()
    writeFileSync(home.at('a/文件.zip'), 'PK\x03\x04')
    const { report } = await home.sync()
    expect(report).toMatchObject({ files: 2, records: 1, removed: 1 })
    expect(report.skipped).toEqual([{ file: 'a/文件.zip', reason: expect.stringContaining('损坏') as string }])
    pack({ '1.txt': RECORD })
    expect((await home.sync()).report).toMatchObject({ records: 2, added: 1 })
  })
})
