import { rename, utimes } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { recordText } from '../e2e/support/record.js'
import { useOperatorWords } from './contract/words/word-file.js'
import { NoFilesError } from './discover.js'
import type { SyncOutcome } from './report.js'
import { idOf, record, SyncHome } from './testing/sync-home.js'

const home = new SyncHome()

const counts = ({ report }: SyncOutcome): Record<string, number> => {
  const { files, records, added, updated, unchanged, removed } = report
  return { files, records, added, updated, unchanged, removed }
}

const titleOf = async (id: string): Promise<string | undefined> =>
  (await home.live()).documents.find((document) => document.id === id)?.title

/** A record that no number names. */
const unnumbered = (title: string, text = '正文。'): string => `名称: | ${title} |\n发布机构: | 测试局 |\n${text}\n`

describe('synchronise', () => {
  it('adds, updates, leaves alone and removes, and says so', async () => {
    await home.write({ 'a/1.txt': record(1), 'a/2.txt': record(2), 'a/3.txt': record(3) })
    const first = await home.sync()
    expect(counts(first)).toEqual({ files: 3, records: 3, added: 3, updated: 0, unchanged: 0, removed: 0 })
    expect(first.published).toBe(true)
    await home.write({ 'a/2.txt': record(2, { title: '关于改正的通知' }), 'a/4.txt': record(4) })
    await home.remove('a/3.txt')
    const second = await home.sync()
    expect(counts(second)).toEqual({ files: 3, records: 3, added: 1, updated: 1, unchanged: 1, removed: 1 })
    expect(await home.ids()).toEqual([1, 2, 4].map(idOf))
    expect(await titleOf(idOf(2))).toBe('关于改正的通知')
    const { state, documents, passages } = await home.live()
    expect(state).toMatchObject({ documents: 3, passages: passages.length })
    expect(documents.reduce((sum, document) => sum + document.passages, 0)).toBe(passages.length)
  })

  it('publishes nothing when nothing has changed, be the files touched or not', async () => {
    await home.write({ 'a/1.txt': record(1), 'a/2.txt': record(2) })
    await home.sync()
    const before = await home.live()
    const again = await home.sync()
    expect(again.published).toBe(false)
    expect(counts(again)).toMatchObject({ unchanged: 2, added: 0, updated: 0, removed: 0 })
    await utimes(home.at('a/1.txt'), new Date(), new Date(2_000_000_000_000))
    const touched = await home.sync()
    expect(touched.published).toBe(false)
    expect(counts(touched)).toMatchObject({ unchanged: 2 })
    expect(await home.live()).toEqual(before)
    await home.write({ 'a/1.txt': record(1, { title: '关于改正的通知' }) })
    expect((await home.sync()).published).toBe(true)
    expect((await home.live()).state?.generation).toBe(before.state!.generation + 1)
  })

  it('reads and builds anew what another user dictionary was used for', async () => {
    await home.write({ 'a/1.txt': record(1, { title: '关于推行车船直取的通知' }) })
    await home.sync()
    const before = await home.live()
    expect(before.documents[0]!.keywords).not.toContain('车船直取')
    await home.write({ 'words/domain.txt': '车船直取\n' })
    useOperatorWords(home.at('words'))
    try {
      expect((await home.sync()).published).toBe(true)
      const { state, documents } = await home.live()
      expect(documents[0]!.keywords).toContain('车船直取')
      expect(state!.schema).not.toBe(before.state!.schema)
      expect((await home.sync()).published).toBe(false)
    } finally {
      useOperatorWords(null)
    }
  })

  it('reads an index number however it is spaced', async () => {
    await home.write({ 'a/1.txt': record(1, { index: '700100200 / 2024 - 00001' }) })
    await home.sync()
    expect(await home.ids()).toEqual([idOf(1)])
    await home.write({ 'a/1.txt': record(1) })
    expect(counts(await home.sync())).toMatchObject({ added: 0, removed: 0, records: 1 })
    expect(await home.ids()).toEqual([idOf(1)])
  })

  it('takes the same record once, and from the other file when the first has left', async () => {
    await home.write({ 'a/1.txt': record(1), 'a/2.txt': record(1) })
    const first = await home.sync()
    expect(counts(first)).toMatchObject({ files: 2, records: 1, added: 1 })
    expect(first.report.skipped).toEqual([{ file: 'a/2.txt', reason: expect.stringContaining('a/1.txt') as string }])
    expect((await home.sync()).report.skipped).toHaveLength(1)
    await home.remove('a/1.txt')
    const last = await home.sync()
    expect(counts(last)).toMatchObject({ files: 1, records: 1, removed: 0 })
    expect(last.report.skipped).toEqual([])
    expect(await home.ids()).toEqual([idOf(1)])
  })

  it('takes two texts under one index number, with ids that stay theirs', async () => {
    await home.write({ 'a/1.txt': record(1), 'a/2.txt': record(1, { text: ['另一份文件。'] }) })
    expect(counts(await home.sync())).toMatchObject({ records: 2, added: 2 })
    const [one, other] = await Promise.all([titleOf(idOf(1)), home.ids()])
    expect(one).toBeDefined()
    expect(other).toHaveLength(2)
    await home.write({ 'a/2.txt': record(1, { text: ['另一份文件，有改正。'] }) })
    await home.sync()
    expect(await home.ids()).toEqual(other)
    await home.remove('a/1.txt')
    await home.sync({ rebuild: true })
    expect(await home.ids()).toEqual(other.filter((id) => id !== idOf(1)))
  })

  it.each([
    ['with a number', recordText(record(1))],
    ['without one', unnumbered('关于改名的通知')],
  ])('keeps the id of a record %s when its file is renamed', async (_, text) => {
    await home.write({ 'a/old.txt': text })
    await home.sync()
    const before = await home.ids()
    await rename(home.at('a/old.txt'), home.at('a/new.txt'))
    expect(counts(await home.sync())).toMatchObject({ records: 1, added: 0, removed: 0 })
    expect(await home.ids()).toEqual(before)
    expect((await home.live()).documents[0]!.file).toBe('a/new.txt')
  })

  it('keeps the id of a record without a number when its title is corrected', async () => {
    await home.write({ 'a/1.txt': unnumbered('关于改证的通知'), 'a/2.txt': unnumbered('关于别的通知') })
    await home.sync()
    const before = await home.ids()
    await home.write({ 'a/1.txt': unnumbered('关于改正的通知') })
    expect(counts(await home.sync())).toMatchObject({ records: 2, added: 0, updated: 1, removed: 0 })
    expect(await home.ids()).toEqual(before)
    await home.sync({ rebuild: true })
    expect(await home.ids()).toEqual(before)
  })

  it('gives a record that comes back the id it had', async () => {
    await home.write({ 'a/1.txt': unnumbered('关于回来的通知'), 'a/2.txt': record(2) })
    await home.sync()
    const before = await home.ids()
    await home.remove('a/1.txt')
    await home.sync()
    expect(await home.ids()).toHaveLength(1)
    await home.write({ 'a/sub/again.txt': unnumbered('关于回来的通知', '改过的正文。') })
    expect(counts(await home.sync())).toMatchObject({ added: 1 })
    expect(await home.ids()).toEqual(before)
  })

  it.each([
    ['before', [2, 3]],
    ['after', [3, 1]],
  ])('loses no record that moves to a file which is read %s its own', async (_, [one, two]) => {
    await home.write({ 'a/1.txt': record(1), 'a/2.txt': record(2) })
    await home.sync()
    await home.write({ 'a/1.txt': record(one!), 'a/2.txt': record(two!) })
    const outcome = await home.sync()
    expect(outcome.report.skipped).toEqual([])
    expect(counts(outcome)).toMatchObject({ records: 2, added: 1, removed: 1 })
    expect(await home.ids()).toEqual([one!, two!].map(idOf).sort())
    expect((await home.sync()).published).toBe(false)
  })

  it('leaves the id with the file that has it, though another text of the same number is read first', async () => {
    await home.write({ 'a/2.txt': record(1) })
    await home.sync()
    await home.write({ 'a/1.txt': record(1, { text: ['另一份文件。'] }) })
    await home.sync({ rebuild: true })
    const { documents } = await home.live()
    expect(documents.find(({ id }) => id === idOf(1))?.file).toBe('a/2.txt')
    expect(documents).toHaveLength(2)
  })

  it('leaves alone what came from other paths', async () => {
    await home.write({ 'a/1.txt': record(1), 'a/2.txt': record(2), 'b/3.txt': record(3) })
    await home.sync({ paths: [home.at('a'), home.at('b')] })
    await home.remove('a/2.txt')
    await home.remove('b')
    expect(counts(await home.sync())).toMatchObject({ files: 1, records: 1, removed: 1 })
    expect(await home.ids()).toEqual([1, 3].map(idOf))
    expect((await home.live()).state).toMatchObject({ documents: 2 })
  })

  it('forgets what another version read of a file that is none of records', async () => {
    await home.write({ 'a/1.txt': record(1), 'a/.隐.txt': record(2) })
    await home.sync()
    const known = home.catalogue.file(home.at('a/1.txt'))!
    const hidden = home.at('a/.隐.txt')
    const rejected = [{ record: 1, field: null, reason: '没有正文' }]
    const nothing = { heads: [], aliases: [], tombstones: [], removedFiles: [] }
    await home.catalogue.apply({ ...nothing, files: [{ ...known, path: hidden, documents: [], rejected }] })
    expect(home.catalogue.holdings().besides?.rejected).toHaveLength(1)
    await home.sync()
    expect(home.catalogue.file(hidden)).toBeUndefined()
    expect(home.catalogue.holdings().besides?.rejected).toEqual([])
  })

  it('takes an empty folder for a mistake, and empties nothing', async () => {
    await home.write({ 'a/1.txt': record(1) })
    await home.sync()
    await home.remove('a/1.txt')
    await expect(home.sync()).rejects.toThrow(NoFilesError)
    expect(await home.ids()).toEqual([idOf(1)])
  })

  it('changes nothing in a dry run, and says what it would', async () => {
    await home.write({ 'a/1.txt': record(1), 'a/2.txt': record(2) })
    await home.sync()
    const before = {
      live: await home.live(),
      heads: [...home.catalogue.heads()],
      files: [...home.catalogue.filesBelow([home.at('a')])],
    }
    await home.write({ 'a/1.txt': record(1, { title: '关于新题的通知' }), 'a/3.txt': record(3) })
    await home.remove('a/2.txt')
    const outcome = await home.sync({ dryRun: true }, null)
    expect(outcome.published).toBe(false)
    expect(counts(outcome)).toEqual({ files: 2, records: 2, added: 1, updated: 1, unchanged: 0, removed: 1 })
    const after = {
      live: await home.live(),
      heads: [...home.catalogue.heads()],
      files: [...home.catalogue.filesBelow([home.at('a')])],
    }
    expect(after).toEqual(before)
    expect(counts(await home.sync())).toMatchObject({ added: 1, updated: 1, removed: 1 })
  })

  it('builds the same archive anew', async () => {
    await home.write({
      'a/1.txt': record(1),
      'a/2.txt': unnumbered('关于重建的通知'),
      'a/3.txt': record(1, { text: ['另。'] }),
    })
    await home.sync()
    await home.write({ 'a/1.txt': record(1, { text: ['改正。'] }) })
    await home.sync()
    const before = await home.content()
    const outcome = await home.sync({ rebuild: true })
    expect(outcome.published).toBe(true)
    expect(counts(outcome)).toMatchObject({ unchanged: 3, added: 0, updated: 0, removed: 0 })
    expect(await home.content()).toEqual(before)
  })
})
