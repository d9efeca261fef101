import { describe, expect, it } from 'vitest'
import type { DocumentRecord, TombstoneRecord, VersionRecord } from './contract/records.js'
import { idOf, record, SyncHome } from './testing/sync-home.js'

const home = new SyncHome()
const day = (n: number): Date => new Date(Date.UTC(2026, 2, n))
const at = (n: number): string => day(n).toISOString()

async function syncOn(n: number): Promise<void> {
  await home.sync({}, home.engine, day(n))
}

async function documentOf(serial: number): Promise<DocumentRecord | undefined> {
  return (await home.live()).documents.find(({ id }) => id === idOf(serial))
}

const spans = (document: DocumentRecord | undefined): unknown[] | undefined =>
  document?.versions.map(({ number, since, until }) => [number, since, until])

describe('versions', () => {
  it('are kept with their times when the text or what is stated of it changes', async () => {
    await home.begin()
    await home.write({ 'a/1.txt': record(1), 'a/2.txt': record(2) })
    await syncOn(1)
    await home.write({ 'a/1.txt': record(1, { text: ['改正的正文。'] }) })
    await syncOn(2)
    await home.write({ 'a/1.txt': record(1, { text: ['改正的正文。'], validity: '失效' }) })
    await syncOn(3)
    const document = await documentOf(1)
    expect(document).toMatchObject({ added: at(1), version: 3, validity: '失效' })
    expect(spans(document)).toEqual([
      [1, at(1), at(2)],
      [2, at(2), at(3)],
      [3, at(3), null],
    ])
    expect(spans(await documentOf(2))).toEqual([[1, at(1), null]])
    const history = (await home.live()).history as VersionRecord[]
    expect(history.map(({ id }) => id)).toEqual([`${idOf(1)}_1`, `${idOf(1)}_2`])
    expect(history[0]!.content.paragraphs).toEqual(record(1).text)
    expect(history[1]!.content).toMatchObject({ paragraphs: ['改正的正文。'], validity: '有效' })
    expect(document?.versions.map(({ content_hash }) => content_hash)).toEqual([
      ...history.map(({ content }) => content.content_hash),
      document?.content_hash,
    ])
  })

  it('are not made by a file that has only moved, nor by a run that finds nothing new', async () => {
    await home.begin()
    await home.write({ 'a/1.txt': record(1) })
    await syncOn(1)
    await home.remove('a/1.txt')
    await home.write({ 'a/moved.txt': record(1) })
    await syncOn(2)
    expect(await documentOf(1)).toMatchObject({ added: at(1), version: 1, file: 'a/moved.txt' })
    const before = await home.live()
    await syncOn(3)
    await home.sync({ rebuild: true }, home.engine, day(4))
    expect({ ...(await home.live()), state: null }).toEqual({ ...before, state: null })
  })

  it('are numbered on when a document says again what it said before', async () => {
    await home.begin()
    for (const [n, text] of ['甲。', '乙。', '甲。'].entries()) {
      await home.write({ 'a/1.txt': record(1, { text: [text] }) })
      await syncOn(n + 1)
    }
    const document = await documentOf(1)
    expect(document).toMatchObject({ version: 3, paragraphs: ['甲。'] })
    expect((await home.live()).history).toHaveLength(2)
  })
})

describe('a document whose record is gone', () => {
  it('leaves a tombstone, is not found, and is alive again under its id when the record comes back', async () => {
    await home.begin()
    await home.write({ 'a/1.txt': record(1), 'a/2.txt': record(2) })
    await syncOn(1)
    await home.write({ 'a/2.txt': record(2, { text: ['新文。'] }) })
    await syncOn(2)
    await home.remove('a/2.txt')
    await syncOn(3)
    const { state, documents, passages, history } = await home.live()
    expect(documents.map(({ id }) => id)).toEqual([idOf(1)])
    expect(passages.filter(({ doc }) => doc === idOf(2))).toEqual([])
    expect(state).toMatchObject({ documents: 1, history: 1 })
    const [tombstone] = history as TombstoneRecord[]
    expect(tombstone).toMatchObject({ id: idOf(2), kind: 'tombstone', added: at(1), left: at(3) })
    expect(tombstone).toMatchObject({ title: record(2).title, index_number: record(2).index })
    expect(tombstone!.versions.map(({ number }) => number)).toEqual([1, 2])
    // Nothing that it said can be read any more: it may have left for that.
    expect(JSON.stringify(history)).not.toMatch(/新文|施行/)

    await home.write({ 'a/again.txt': record(2, { text: ['新文。'] }) })
    await syncOn(4)
    expect(await documentOf(2)).toMatchObject({ added: at(1), version: 2 })
    expect((await home.live()).history.map(({ id }) => id)).toEqual([`${idOf(2)}_1`])

    await home.remove('a/again.txt')
    await syncOn(5)
    await home.write({ 'a/again.txt': record(2, { text: ['更新的文。'] }) })
    await syncOn(6)
    expect(spans(await documentOf(2))).toEqual([
      [1, at(1), at(2)],
      [2, at(2), at(5)],
      [3, at(6), null],
    ])
  })

  it('is nameless where it has come to be closed, in its place or in another, until it is open again', async () => {
    await home.begin()
    const names = { 'a/1.txt': record(1), 'a/2.txt': record(2), 'a/3.txt': record(3), 'a/4.txt': record(4) }
    await home.write(names)
    await syncOn(1)
    await home.write({
      'a/1.txt': record(1, { text: ['正文。', '（此件依申请公开）'] }),
      'a/不予公开/2.txt': record(2),
    })
    await home.remove('a/2.txt')
    await home.remove('a/3.txt')
    await home.sync({ allowRemoval: true }, home.engine, day(2))
    const { history } = await home.live()
    const titles = Object.fromEntries((history as TombstoneRecord[]).map((one) => [one.id, one.title]))
    expect(titles).toEqual({ [idOf(1)]: null, [idOf(2)]: null, [idOf(3)]: record(3).title })
    for (const one of [1, 2].map((serial) => history.find(({ id }) => id === idOf(serial))))
      expect(one).toMatchObject({ withdrawn: true, index_number: null, issuer: null, versions: [], left: at(2) })

    await home.write({ 'a/1.txt': record(1) })
    await syncOn(3)
    expect(await documentOf(1)).toMatchObject({ title: record(1).title, added: at(1) })
  })

  it('is remembered in indexes that are built anew', async () => {
    await home.begin()
    await home.write({ 'a/1.txt': record(1), 'a/2.txt': record(2) })
    await syncOn(1)
    await home.write({ 'a/1.txt': record(1, { text: ['新文。'] }) })
    await home.remove('a/2.txt')
    await syncOn(2)
    const before = await home.content()
    await home.sync({ rebuild: true }, home.engine, day(3))
    expect(await home.content()).toEqual(before)
    await home.deleteIndexes()
    await home.sync({}, home.engine, day(4))
    expect(await home.content()).toEqual(before)
  })
})
