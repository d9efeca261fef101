import { createHash } from 'node:crypto'
import { readFile, rename, rm } from 'node:fs/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { originalPath } from './contract/originals.js'
import { OriginalStore } from './originals.js'
import { RemovalError } from './removal.js'
import { synchronise } from './sync.js'
import { idOf, record, SyncHome } from './testing/sync-home.js'

const home = new SyncHome()
beforeEach(() => home.begin())

const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`a/${n}.txt`, record(n)]))

describe('a run after which too much would be gone', () => {
  it('is refused, and changes nothing; unless it is told to', async () => {
    await home.write(many)
    await home.sync()
    const before = { live: await home.live(), heads: [...home.catalogue.heads()] }
    for (let n = 0; n < 11; n++) await home.remove(`a/${n}.txt`)
    await expect(home.sync()).rejects.toThrow(RemovalError)
    await expect(home.sync({ dryRun: true }, null)).rejects.toThrow('11 篇移出档案')
    expect({ live: await home.live(), heads: [...home.catalogue.heads()] }).toEqual(before)
    expect((await home.sync({ allowRemoval: true })).report).toMatchObject({ removed: 11 })
    expect(await home.ids()).toHaveLength(9)
  })

  it('is refused where one of several paths is empty, however little came from it', async () => {
    await home.write({ ...many, 'b/99.txt': record(99) })
    const paths = [home.at('a'), home.at('b')]
    await home.sync({ paths })
    await home.remove('b/99.txt')
    await expect(home.sync({ paths })).rejects.toThrow('没有任何文件')
    expect(await home.ids()).toContain(idOf(99))
    await home.sync({ paths, allowRemoval: true })
    expect(await home.ids()).not.toContain(idOf(99))
  })

  it('is refused where a source falls under its minimum', async () => {
    await home.write({
      'a/source.yml': 'name: 甲\nexpect:\n  minimum: 2\n',
      'a/1.txt': record(1),
      'a/2.txt': record(2),
    })
    await home.sync()
    await home.remove('a/2.txt')
    await expect(home.sync()).rejects.toThrow('至少应有 2 篇，现在只有 1 篇')
    expect(await home.ids()).toEqual([1, 2].map(idOf))
  })
})

describe('a file that has moved', () => {
  it('keeps the ids of its records, though only its name told them apart or gave them a title', async () => {
    await home.write({
      'a/1.txt': record(1),
      'a/2.txt': record(1, { text: ['另一份文件。'] }),
      'a/会议纪要.txt':
        '这里没有写明名称，只有一段很长的正文，长到不能当作标题来读，所以名称取自文件名，文件改名以后名称也就跟着变了。',
      'a/表.jsonl': ['甲', '乙'].map((body) => JSON.stringify({ title: '公告', issuer: '甲局', body })).join('\n'),
    })
    await home.sync()
    const before = await home.ids()
    expect(before).toHaveLength(5)
    for (const [from, to] of [
      ['1.txt', '9.txt'],
      ['2.txt', '0.txt'],
      ['会议纪要.txt', '纪要（改名）.txt'],
      ['表.jsonl', '新表.jsonl'],
    ])
      await rename(home.at(`a/${from}`), home.at(`a/${to}`))
    expect((await home.sync()).report).toMatchObject({ added: 0, removed: 0, records: 5 })
    expect(await home.ids()).toEqual(before)
    await home.sync({ rebuild: true })
    expect(await home.ids()).toEqual(before)
    expect((await home.live()).history.filter(({ kind }) => kind === 'tombstone')).toEqual([])
  })
})

describe('the report of a run', () => {
  it('adds up', async () => {
    await home.write({
      ...many,
      'a/空.txt': '',
      'a/重复.txt': record(3),
      'a/坏.json': '{"title": ',
      'a/.hidden': 'x',
      'a/半坏.jsonl': `{"title":"好","body":"正文。"}\n{"title":`,
    })
    const twice = [await home.sync(), await home.sync()]
    for (const { report, rejectedFiles } of twice) {
      const gave = report.files - report.skipped.length - rejectedFiles
      expect(gave).toBe(21)
      expect(rejectedFiles).toBe(1)
      expect(report.added + report.updated + report.unchanged).toBe(report.records)
      expect(report.records).toBe((await home.ids()).length)
    }
  })
})

describe('originals', () => {
  const sync = (largest = 1e6, more = {}) =>
    synchronise(
      { paths: [home.at('a')], sources: [], dryRun: false, rebuild: false, ...more },
      {
        ...{ catalogue: home.catalogue, engine: home.engine, onProgress: () => undefined },
        originals: new OriginalStore(home.at('.'), largest),
      },
    )
  const originalOf = async (serial: number) =>
    (await home.live()).documents.find(({ id }) => id === idOf(serial))?.original ?? null
  const keptAt = (sha256: string): string => originalPath(home.at('.'), sha256)

  it('are kept beside the catalogue, named in the record, and kept for earlier versions too', async () => {
    await home.write({ 'a/1.txt': record(1) })
    await sync()
    const first = (await originalOf(1))!
    const bytes = await readFile(home.at('a/1.txt'))
    expect(first).toEqual({
      ...{ sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length, name: '1.txt', shared: false },
    })
    expect(await readFile(keptAt(first.sha256))).toEqual(bytes)
    await home.write({ 'a/1.txt': record(1, { text: ['新文。'] }) })
    await sync()
    expect((await originalOf(1))!.sha256).not.toBe(first.sha256)
    expect((await home.live()).history).toMatchObject([{ kind: 'version', original: first }])
    expect(await readFile(keptAt(first.sha256))).toEqual(bytes)
  })

  it('are kept later where they were not at first, and again where they were lost', async () => {
    await home.write({ 'a/1.txt': record(1) })
    await sync(0)
    expect(await originalOf(1)).toBeNull()
    expect((await sync()).report).toMatchObject({ unchanged: 1, updated: 0 })
    const { sha256 } = (await originalOf(1))!
    const before = await home.live()
    await rm(keptAt(sha256))
    expect((await sync()).published).toBe(false)
    expect(await readFile(keptAt(sha256), 'utf8')).toContain(record(1).title)
    await sync(0, { rebuild: true })
    expect(await home.live()).toEqual({ ...before, state: expect.anything() as unknown })
  })

  it('are not given out where a record of the file is not for the public', async () => {
    const line = (title: string, more = {}): string => JSON.stringify({ title, body: `${title}的正文。`, ...more })
    await home.write({
      'a/公开.jsonl': [line('公开的'), line('也公开的')].join('\n'),
      'a/不全公开.jsonl': [line('能看的'), line('不能看的', { 公开方式: '依申请公开' })].join('\n'),
    })
    await sync()
    const { documents } = await home.live()
    expect(Object.fromEntries(documents.map(({ title, original }) => [title, original?.shared ?? null]))).toEqual({
      ...{ 公开的: true, 也公开的: true, 能看的: null },
    })
  })

  it('are taken back when a record of the file is withdrawn, and not given out for earlier versions of the others', async () => {
    const line = (title: string, body: string): string => JSON.stringify({ id: title, title, body })
    await home.write({ 'a/x.jsonl': [line('甲', '甲文。'), line('乙', '乙文。')].join('\n') })
    await sync()
    await home.write({
      'a/source.yml': 'name: 样例\ncorrections:\n  x.jsonl#2: { visibility: 不予公开 }\n',
    })
    await sync()
    const { documents } = await home.live()
    expect(documents.map(({ title, original }) => [title, original])).toEqual([['甲', null]])
    await home.remove('a/source.yml')
    await sync()
    await home.write({ 'a/x.jsonl': line('甲', '甲的新文。') })
    await sync()
    const { history } = await home.live()
    expect(history.filter(({ kind }) => kind === 'version')).toMatchObject([{ original: null }])
  })
})
