import { rename, rm, utimes } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { removeFolder, temporaryFolder, writeFiles } from '../e2e/support/folder.js'
import { recordText, type GivenRecord } from '../e2e/support/record.js'
import { Catalogue } from './catalogue.js'
import { completed, EngineClient } from './contract/engine/client.js'
import { openEngine, type Engine } from './contract/engine/open.js'
import { INDEXES, NEXT_INDEXES } from './contract/index-settings.js'
import type { ArchiveState, DocumentRecord, PassageRecord } from './contract/records.js'
import { NoFilesError } from './discover.js'
import { readState } from './publish/slot.js'
import type { SyncOutcome } from './report.js'
import { synchronise, type SyncOptions } from './sync.js'
import { dyingEngine } from './testing/dying-engine.js'

let home: string
let address: Engine
let engine: EngineClient
/** One engine for all tests, with what the one before left in it; each has a catalogue and a folder of its own. */
let catalogue: Catalogue
let folder: string

beforeAll(async () => {
  home = await temporaryFolder()
  address = await openEngine({ dataDir: home, url: null, masterKey: null })
  engine = new EngineClient(address)
})
afterAll(async () => {
  await address.release()
  await removeFolder(home)
})
beforeEach(async () => {
  folder = await temporaryFolder()
  catalogue = new Catalogue(folder)
})
afterEach(async () => {
  await catalogue.close()
  await removeFolder(folder)
})

const at = (name: string): string => path.join(folder, name)

/** Writes records (name below the folder → record, or the very text). */
async function write(records: Record<string, GivenRecord | string>): Promise<void> {
  const texts = Object.entries(records).map(([name, record]) => [
    name,
    typeof record === 'string' ? record : recordText(record),
  ])
  await writeFiles(folder, Object.fromEntries(texts) as Record<string, string>)
}

const remove = (name: string): Promise<void> => rm(at(name), { recursive: true })

function sync(options: Partial<SyncOptions> = {}, client: EngineClient | null = engine): Promise<SyncOutcome> {
  return synchronise(
    { paths: [at('a')], sources: [], dryRun: false, rebuild: false, ...options },
    { catalogue, engine: client, onProgress: () => undefined },
  )
}

const counts = ({ report }: SyncOutcome): Record<string, number> => {
  const { files, records, added, updated, unchanged, removed } = report
  return { files, records, added, updated, unchanged, removed }
}

interface Live {
  state: ArchiveState | null
  documents: DocumentRecord[]
  passages: PassageRecord[]
}

async function all<T extends { id: string }>(indexUid: string): Promise<T[]> {
  const { hits } = await engine.search<T>({ indexUid, limit: 100_000 })
  return hits.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Everything that readers can see. */
async function live(): Promise<Live> {
  const state = await readState(engine, INDEXES.archive)
  if (state === null) return { state, documents: [], passages: [] }
  const passages = (await all<PassageRecord>(INDEXES.passages)).toSorted((a, b) =>
    `${a.doc} ${a.kind} ${a.paragraph} ${a.offset}` < `${b.doc} ${b.kind} ${b.paragraph} ${b.offset}` ? -1 : 1,
  )
  return { state, documents: await all<DocumentRecord>(INDEXES.documents), passages }
}

/** The same but for when and how often it was published. */
async function content(): Promise<object> {
  const { state, ...rest } = await live()
  return { ...rest, digest: state?.digest, documents: state?.documents, passages: state?.passages, all: rest }
}

const ids = async (): Promise<string[]> => (await live()).documents.map(({ id }) => id)
const titleOf = async (id: string): Promise<string | undefined> =>
  (await live()).documents.find((document) => document.id === id)?.title

const record = (serial: number, changes: Partial<GivenRecord> = {}): GivenRecord => ({
  index: `700100200/2024-${String(serial).padStart(5, '0')}`,
  title: `关于第${serial}号事项的通知`,
  text: ['各单位：', `第${serial}号事项自公布之日起施行。`, `请于第${serial * 3}日前办结。`],
  ...changes,
})
const idOf = (serial: number): string => `700100200-2024-${String(serial).padStart(5, '0')}`
/** A record that no number names. */
const unnumbered = (title: string, text = '正文。'): string => `名称: | ${title} |\n发布机构: | 测试局 |\n${text}\n`

describe('synchronise', () => {
  it('adds, updates, leaves alone and removes, and says so', async () => {
    await write({ 'a/1.txt': record(1), 'a/2.txt': record(2), 'a/3.txt': record(3) })
    const first = await sync()
    expect(counts(first)).toEqual({ files: 3, records: 3, added: 3, updated: 0, unchanged: 0, removed: 0 })
    expect(first.published).toBe(true)
    await write({ 'a/2.txt': record(2, { title: '关于改正的通知' }), 'a/4.txt': record(4) })
    await remove('a/3.txt')
    const second = await sync()
    expect(counts(second)).toEqual({ files: 3, records: 3, added: 1, updated: 1, unchanged: 1, removed: 1 })
    expect(await ids()).toEqual([1, 2, 4].map(idOf))
    expect(await titleOf(idOf(2))).toBe('关于改正的通知')
    const { state, documents, passages } = await live()
    expect(state).toMatchObject({ documents: 3, passages: passages.length })
    expect(documents.reduce((sum, document) => sum + document.passages, 0)).toBe(passages.length)
  })

  it('publishes nothing when nothing has changed, be the files touched or not', async () => {
    await write({ 'a/1.txt': record(1), 'a/2.txt': record(2) })
    await sync()
    const before = await live()
    const again = await sync()
    expect(again.published).toBe(false)
    expect(counts(again)).toMatchObject({ unchanged: 2, added: 0, updated: 0, removed: 0 })
    await utimes(at('a/1.txt'), new Date(), new Date(2_000_000_000_000))
    const touched = await sync()
    expect(touched.published).toBe(false)
    expect(counts(touched)).toMatchObject({ unchanged: 2 })
    expect(await live()).toEqual(before)
    await write({ 'a/1.txt': record(1, { title: '关于改正的通知' }) })
    expect((await sync()).published).toBe(true)
    expect((await live()).state?.generation).toBe(before.state!.generation + 1)
  })

  it('reads an index number however it is spaced', async () => {
    await write({ 'a/1.txt': record(1, { index: '700100200 / 2024 - 00001' }) })
    await sync()
    expect(await ids()).toEqual([idOf(1)])
    await write({ 'a/1.txt': record(1) })
    expect(counts(await sync())).toMatchObject({ added: 0, removed: 0, records: 1 })
    expect(await ids()).toEqual([idOf(1)])
  })

  it('takes the same record once, and from the other file when the first has left', async () => {
    await write({ 'a/1.txt': record(1), 'a/2.txt': record(1) })
    const first = await sync()
    expect(counts(first)).toMatchObject({ files: 2, records: 1, added: 1 })
    expect(first.report.skipped).toEqual([{ file: 'a/2.txt', reason: expect.stringContaining('a/1.txt') as string }])
    expect((await sync()).report.skipped).toHaveLength(1)
    await remove('a/1.txt')
    const last = await sync()
    expect(counts(last)).toMatchObject({ files: 1, records: 1, removed: 0 })
    expect(last.report.skipped).toEqual([])
    expect(await ids()).toEqual([idOf(1)])
  })

  it('takes two texts under one index number, with ids that stay theirs', async () => {
    await write({ 'a/1.txt': record(1), 'a/2.txt': record(1, { text: ['另一份文件。'] }) })
    expect(counts(await sync())).toMatchObject({ records: 2, added: 2 })
    const [one, other] = await Promise.all([titleOf(idOf(1)), ids()])
    expect(one).toBeDefined()
    expect(other).toHaveLength(2)
    await write({ 'a/2.txt': record(1, { text: ['另一份文件，有改正。'] }) })
    await sync()
    expect(await ids()).toEqual(other)
    await remove('a/1.txt')
    await sync({ rebuild: true })
    expect(await ids()).toEqual(other.filter((id) => id !== idOf(1)))
  })

  it.each([
    ['with a number', recordText(record(1))],
    ['without one', unnumbered('关于改名的通知')],
  ])('keeps the id of a record %s when its file is renamed', async (_, text) => {
    await write({ 'a/old.txt': text })
    await sync()
    const before = await ids()
    await rename(at('a/old.txt'), at('a/new.txt'))
    expect(counts(await sync())).toMatchObject({ records: 1, added: 0, removed: 0 })
    expect(await ids()).toEqual(before)
    expect((await live()).documents[0]!.file).toBe('a/new.txt')
  })

  it('keeps the id of a record without a number when its title is corrected', async () => {
    await write({ 'a/1.txt': unnumbered('关于改证的通知'), 'a/2.txt': unnumbered('关于别的通知') })
    await sync()
    const before = await ids()
    await write({ 'a/1.txt': unnumbered('关于改正的通知') })
    expect(counts(await sync())).toMatchObject({ records: 2, added: 0, updated: 1, removed: 0 })
    expect(await ids()).toEqual(before)
    await sync({ rebuild: true })
    expect(await ids()).toEqual(before)
  })

  it('gives a record that comes back the id it had', async () => {
    await write({ 'a/1.txt': unnumbered('关于回来的通知'), 'a/2.txt': record(2) })
    await sync()
    const before = await ids()
    await remove('a/1.txt')
    await sync()
    expect(await ids()).toHaveLength(1)
    await write({ 'a/sub/again.txt': unnumbered('关于回来的通知', '改过的正文。') })
    expect(counts(await sync())).toMatchObject({ added: 1 })
    expect(await ids()).toEqual(before)
  })

  it.each([
    ['before', [2, 3]],
    ['after', [3, 1]],
  ])('loses no record that moves to a file which is read %s its own', async (_, [one, two]) => {
    await write({ 'a/1.txt': record(1), 'a/2.txt': record(2) })
    await sync()
    await write({ 'a/1.txt': record(one!), 'a/2.txt': record(two!) })
    const outcome = await sync()
    expect(outcome.report.skipped).toEqual([])
    expect(counts(outcome)).toMatchObject({ records: 2, added: 1, removed: 1 })
    expect(await ids()).toEqual([one!, two!].map(idOf).sort())
    expect((await sync()).published).toBe(false)
  })

  it('leaves the id with the file that has it, though another text of the same number is read first', async () => {
    await write({ 'a/2.txt': record(1) })
    await sync()
    await write({ 'a/1.txt': record(1, { text: ['另一份文件。'] }) })
    await sync({ rebuild: true })
    const { documents } = await live()
    expect(documents.find(({ id }) => id === idOf(1))?.file).toBe('a/2.txt')
    expect(documents).toHaveLength(2)
  })

  it('leaves alone what came from other paths', async () => {
    await write({ 'a/1.txt': record(1), 'a/2.txt': record(2), 'b/3.txt': record(3) })
    await sync({ paths: [at('a'), at('b')] })
    await remove('a/2.txt')
    await remove('b')
    expect(counts(await sync())).toMatchObject({ files: 1, records: 1, removed: 1 })
    expect(await ids()).toEqual([1, 3].map(idOf))
    expect((await live()).state).toMatchObject({ documents: 2 })
  })

  it('takes an empty folder for a mistake, and empties nothing', async () => {
    await write({ 'a/1.txt': record(1) })
    await sync()
    await remove('a/1.txt')
    await expect(sync()).rejects.toThrow(NoFilesError)
    expect(await ids()).toEqual([idOf(1)])
  })

  it('changes nothing in a dry run, and says what it would', async () => {
    await write({ 'a/1.txt': record(1), 'a/2.txt': record(2) })
    await sync()
    const before = { live: await live(), heads: [...catalogue.heads()], files: [...catalogue.filesBelow([at('a')])] }
    await write({ 'a/1.txt': record(1, { title: '关于新题的通知' }), 'a/3.txt': record(3) })
    await remove('a/2.txt')
    const outcome = await sync({ dryRun: true }, null)
    expect(outcome.published).toBe(false)
    expect(counts(outcome)).toEqual({ files: 2, records: 2, added: 1, updated: 1, unchanged: 0, removed: 1 })
    const after = { live: await live(), heads: [...catalogue.heads()], files: [...catalogue.filesBelow([at('a')])] }
    expect(after).toEqual(before)
    expect(counts(await sync())).toMatchObject({ added: 1, updated: 1, removed: 1 })
  })

  it('builds the same archive anew', async () => {
    await write({ 'a/1.txt': record(1), 'a/2.txt': unnumbered('关于重建的通知'), 'a/3.txt': record(1, { text: ['另。'] }) })
    await sync()
    await write({ 'a/1.txt': record(1, { text: ['改正。'] }) })
    await sync()
    const before = await content()
    const outcome = await sync({ rebuild: true })
    expect(outcome.published).toBe(true)
    expect(counts(outcome)).toMatchObject({ unchanged: 3, added: 0, updated: 0, removed: 0 })
    expect(await content()).toEqual(before)
  })
})

/** States of a folder, between which documents come, change and go. */
const STATES = [
  { 'a/1.txt': record(1), 'a/2.txt': record(2), 'a/3.txt': record(3), 'a/4.txt': record(4) },
  { 'a/1.txt': record(1), 'a/2.txt': record(2, { text: ['改正的正文。'] }), 'a/3.txt': record(3), 'a/5.txt': record(5) },
  { 'a/1.txt': record(1, { title: '关于新题的通知' }), 'a/2.txt': record(2), 'a/3.txt': record(3), 'a/6.txt': record(6) },
] as const
type Index = 0 | 1 | 2

async function bring(state: Index): Promise<void> {
  await rm(at('a'), { recursive: true, force: true })
  await write({ ...STATES[state] })
}

const next = (state: Index): Index => ((state + 1) % STATES.length) as Index

/**
 * Goes through the states in turn, undisturbed: the set aside always holds the one before the live one, so that each
 * publication has something to add, to change and to remove. Returns what is live, and the calls it took, for each.
 */
async function undisturbedRound(): Promise<{ content: object; calls: string[] }[]> {
  const round: { content: object; calls: string[] }[] = []
  for (const state of [0, 1, 2, 0, 1, 2] as const) {
    await bring(state)
    const { engine: counted, calls } = dyingEngine(engine)
    await sync({}, counted)
    round[state] = { content: await content(), calls }
    expect(calls.at(-1)).toBe('swap')
  }
  return round
}

describe('a publication that is cut off', () => {
  it('leaves what is live as it was, wherever that happens, and the next run ends as if undisturbed', async () => {
    const round = await undisturbedRound()
    const longest = Math.max(...round.map(({ calls }) => calls.length))
    expect(longest).toBeGreaterThan(15)
    let state: Index = 2
    for (let n = 1; n <= longest; n++) {
      state = next(state)
      const before = await live()
      await bring(state)
      const at = Math.min(n, round[state]!.calls.length)
      await expect(sync({}, dyingEngine(engine, at).engine), `call ${n}`).rejects.toThrow('engine.test')
      expect(await live()).toEqual(before)
      await sync()
      expect(await content()).toEqual(round[state]!.content)
    }
  }, 120_000)

  it('does so where the engine did what it was told and nobody heard', async () => {
    const round = await undisturbedRound()
    let state: Index = 2
    for (const name of ['remove', 'add', 'countRecords', 'swap']) {
      for (const find of ['indexOf', 'lastIndexOf'] as const) {
        state = next(state)
        const before = await content()
        await bring(state)
        const n = round[state]!.calls[find](name) + 1
        await expect(sync({}, dyingEngine(engine, n, 'unheard').engine), `call ${n}`).rejects.toThrow('engine.test')
        // Only the last step makes the new state live, and then all of it.
        expect(await content()).toEqual(name === 'swap' ? round[state]!.content : before)
        await sync()
        expect(await content()).toEqual(round[state]!.content)
      }
    }
  })

  it('may be the first one of all', async () => {
    for (const uid of [...Object.values(INDEXES), ...Object.values(NEXT_INDEXES)]) await engine.deleteIndex(uid)
    await bring(0)
    const counting = dyingEngine(engine)
    const expected = await sync({}, counting.engine).then(content)
    const calls = counting.calls.length
    for (const n of [4, 7, 10, calls - 4, calls]) {
      for (const uid of [...Object.values(INDEXES), ...Object.values(NEXT_INDEXES)]) await engine.deleteIndex(uid)
      await expect(sync({}, dyingEngine(engine, n).engine), `call ${n}`).rejects.toThrow('engine.test')
      expect(await live()).toEqual({ state: null, documents: [], passages: [] })
      await sync()
      expect(await content()).toEqual(expected)
    }
  })
})

describe('a set of indexes aside that is not what it should be', () => {
  /** Two publications, so that the set aside holds documents that the next one would take as they are. */
  async function poison(spoil: () => Promise<unknown>): Promise<{ rebuilt: boolean }> {
    await bring(0)
    await sync()
    await bring(1)
    await sync()
    await spoil()
    await bring(0)
    const counting = dyingEngine(engine)
    await sync({}, counting.engine)
    return { rebuilt: counting.calls.includes('createIndex') }
  }

  async function undisturbed(): Promise<object> {
    await sync({ rebuild: true })
    return content()
  }

  it('is used where nothing is wrong with it', async () => {
    expect(await poison(() => Promise.resolve())).toEqual({ rebuilt: false })
    const result = await content()
    expect(result).toEqual(await undisturbed())
  })

  it.each([
    [
      'too many passages',
      () => completed(engine.add(NEXT_INDEXES.passages, JSON.stringify({ id: 'x_1', doc: 'x', kind: 'text', text: '多' }))),
    ],
    ['passages missing', () => completed(engine.remove(NEXT_INDEXES.passages, `doc = "${idOf(3)}"`))],
    ['no passages at all', () => completed(engine.remove(NEXT_INDEXES.passages, 'kind IN ["title", "text"]'))],
    ['documents missing', () => completed(engine.remove(NEXT_INDEXES.documents, `id = "${idOf(3)}"`))],
    ['an index missing', () => engine.deleteIndex(NEXT_INDEXES.documents)],
    ['no label', () => engine.deleteIndex(NEXT_INDEXES.archive)],
  ])('is not taken for good: %s', async (_, spoil) => {
    await poison(spoil)
    const result = await content()
    expect(result).toEqual(await undisturbed())
    expect(await ids()).toEqual([1, 2, 3, 4].map(idOf))
  })

  it('is built anew where its numbers do not agree', async () => {
    const spoil = () => completed(engine.remove(NEXT_INDEXES.passages, `doc = "${idOf(3)}"`))
    expect(await poison(spoil)).toEqual({ rebuilt: true })
  })
})
