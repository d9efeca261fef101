import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { index, run, type Settings } from '../support/command.js'
import { archiveState, askEngine, engineOf } from '../support/engine.js'
import { withoutProgress } from '../support/expect-sentence.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { GB18030_TEXT, MESSY_FOLDER } from '../support/messy-folder.js'
import { idOf, recordFiles, recordText, type GivenRecord } from '../support/record.js'
import { startSite, type RunningSite } from '../support/site.js'

const notice = (index: string, text: string): GivenRecord => ({ index, title: `关于${text}的通知`, text: [text] })
const FIRST = recordFiles([notice('700100100/2024-00001', '清理河道'), notice('700100100/2024-00002', '修缮校舍')])

let home: string
let site: RunningSite
let settings: Settings

beforeAll(async () => {
  home = await temporaryFolder()
  settings = { DATA_DIR: path.join(home, 'data') }
  site = await startSite([await folder('first', FIRST)], { DATA_DIR: settings.DATA_DIR! })
  await site.holds(2)
})

afterAll(async () => {
  await site.stop()
  await removeFolder(home)
})

const folder = (name: string, files: Record<string, string | Uint8Array>): Promise<string> =>
  writeFiles(path.join(home, name), files)

interface ApiDocument {
  title: string
  paragraphs: string[]
  source: { file: string }
}

async function document(id: string): Promise<ApiDocument> {
  const response = await site.get(`/api/documents/${id}`)
  expect(response.status, `document ${id}`).toBe(200)
  return (await response.json()) as ApiDocument
}

async function total(): Promise<number> {
  return ((await (await site.get('/api/search')).json()) as { total: number }).total
}

/** What changes with every publication, and with everything else that the engine is told to do. */
async function published(): Promise<{ generation: unknown; lastTask: unknown }> {
  const engine = (await engineOf(settings.DATA_DIR!))!
  const tasks = await askEngine({ url: engine.url, key: engine.masterKey }, 'GET', '/tasks?limit=1')
  return {
    generation: (await archiveState(engine)).generation,
    lastTask: (tasks.body as { results: { uid: number }[] }).results[0]!.uid,
  }
}

describe('index --json', () => {
  it('gives one object for whatever is asked, and nothing that is no JSON', async () => {
    const rebuilt = await run(['index', '--rebuild', '--json'], settings)
    expect([rebuilt.code, JSON.parse(rebuilt.stdout)]).toEqual([0, { documents: await total(), history: 0 }])
    const [name] = Object.keys(FIRST) as [string]
    const explained = await run(['index', '--json', '--explain', path.join(home, 'first', name)], settings)
    expect([explained.code, JSON.parse(explained.stdout)]).toMatchObject([
      0,
      { files: [{ file: `first/${name}`, skipped: null, rejected: [], records: [{ position: null, paragraphs: 1 }] }] },
    ])
  })

  it('accounts for every file of a messy folder, takes in the rest and ends with 2', async () => {
    const before = await total()
    const { report, code, stderr } = await index([await folder('messy', MESSY_FOLDER)], settings)
    expect(code).toBe(2)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(report).toMatchObject({ files: 8, records: 4, added: 4, updated: 0, unchanged: 0, removed: 0 })
    expect(report.skipped.map(({ file }) => file).sort()).toEqual(
      ['messy/扫描件.pdf', 'messy/空文件.txt', 'messy/通知.txt'].sort(),
    )
    expect(report.rejected.map(({ file, record }) => [file, record])).toEqual(
      expect.arrayContaining([
        ['messy/公告.jsonl', 2],
        ['messy/坏公告.jsonl', 1],
        ['messy/只有表头.txt', null],
      ]),
    )
    for (const { reason } of [...report.skipped, ...report.rejected]) expect(reason).toMatch(/\p{Script=Han}/u)

    const ids = ['700100300-2024-00001', '700100300-2023-00009', 'm-1', 'm-3']
    const documents = await Promise.all(ids.map(document))
    const gave = new Set(documents.map(({ source }) => source.file))
    const rejectedWhole = new Set(report.rejected.map(({ file }) => file).filter((file) => !gave.has(file)))
    expect(gave.size + report.skipped.length + rejectedWhole.size).toBe(report.files)
    expect(await total()).toBe(before + 4)
    expect(documents[1]!.paragraphs).toEqual(GB18030_TEXT)
  })

  it('finds everything unchanged the second time, publishes nothing and says of every file what it said before', async () => {
    const good = recordText(notice('700100400/2024-00001', '再次索引'))
    const again = await folder('again', { '通知.txt': good, '坏.jsonl': '{"id": "a-1"', '空.txt': '' })
    const first = await index([again], settings)
    const before = await published()
    const second = await index([again], settings)
    expect(first.report).toMatchObject({ files: 3, records: 1, added: 1 })
    expect(second.report).toEqual({ ...first.report, added: 0, unchanged: 1, seconds: expect.any(Number) as number })
    expect([first.code, second.code]).toEqual([2, 2])
    expect(await published()).toEqual(before)
  })

  it('updates a changed file, removes what is gone, and touches nothing from elsewhere', async () => {
    const [kept, changed, gone] = ['700100500/2024-00001', '700100500/2024-00002', '700100500/2024-00003'] as const
    const records = recordFiles([notice(kept, '疏通沟渠'), notice(changed, '植树造林'), notice(gone, '捕鱼禁令')])
    const own = await folder('changing', records)
    expect((await index([own], settings)).code).toBe(0)
    const others = (await total()) - 3

    await writeFile(path.join(own, `${idOf(changed)}.txt`), recordText(notice(changed, '退耕还林')))
    await rm(path.join(own, `${idOf(gone)}.txt`))
    const { report, code } = await index([own], settings)

    expect(code).toBe(0)
    expect(report).toMatchObject({ files: 2, records: 2, added: 0, updated: 1, unchanged: 1, removed: 1 })
    expect((await document(idOf(changed))).paragraphs).toEqual(['退耕还林'])
    expect((await document(idOf(kept))).paragraphs).toEqual(['疏通沟渠'])
    expect((await site.get(`/api/documents/${idOf(gone)}`)).status).toBe(410)
    expect(await total()).toBe(others + 2)
    expect((await document('700100100-2024-00001')).paragraphs).toEqual(['清理河道'])
  })

  it('changes nothing in a dry run and says what it would do', async () => {
    const own = await folder('dry', recordFiles([notice('700100600/2024-00001', '试运行')]))
    const before = await published()
    const { report, code } = await index([own, '--dry-run'], settings)
    expect(code).toBe(0)
    expect(report).toMatchObject({ files: 1, records: 1, added: 1 })
    expect(await published()).toEqual(before)
    expect((await site.get('/api/documents/700100600-2024-00001')).status).toBe(404)
  })

  it('ends with 1 where nothing of what was named could be taken in', async () => {
    const { report, code } = await index([await folder('broken', { 'b.jsonl': '{"title"' })], settings)
    expect(code).toBe(1)
    expect(report).toMatchObject({ files: 1, records: 0, added: 0 })
    expect(report.rejected).toHaveLength(1)
  })
})

describe('index', () => {
  it.each([
    { name: 'a path that is missing', path: '没有这个文件夹', says: '没有这个文件夹' },
    { name: 'an empty folder', path: 'empty', says: '没有任何文件' },
  ])('says in one sentence what is wrong with $name and changes nothing', async ({ path: name, says }) => {
    await mkdir(path.join(home, 'empty', '空的子文件夹'), { recursive: true })
    const before = await published()
    const ended = await run(['index', path.join(home, name), '--json'], settings)
    expect(ended.code).toBe(1)
    expect(ended.stdout).toBe('')
    expect(ended.stderr.trim().split('\n')).toHaveLength(1)
    expect(ended.stderr).toContain(says)
    expect(await published()).toEqual(before)
  })

  it('tells people in words what it did, and does not take a path that went missing for a folder that was emptied', async () => {
    const own = await folder('unmounted', recordFiles([notice('700100700/2024-00001', '磁盘未挂载')]))
    const { code, stdout, stderr } = await run(['index', own], settings)
    expect([code, withoutProgress(stderr)]).toEqual([0, ''])
    expect(stdout).toContain('新增 1')
    await rm(own, { recursive: true })
    expect((await run(['index', own], settings)).code).toBe(1)
    expect((await document('700100700-2024-00001')).paragraphs).toEqual(['磁盘未挂载'])
  })

  it('explains an option that it does not know', async () => {
    const { code, stderr } = await run(['index', '--nonsense', home], settings)
    expect(code).toBe(1)
    expect(stderr).toContain('--nonsense')
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})
