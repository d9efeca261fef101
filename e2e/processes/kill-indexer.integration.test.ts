import { utimes } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../indexer/contract/engine/open.js'
import { command, index } from '../support/command.js'
import { archiveState, askEngine, engineOf, type EngineOf } from '../support/engine.js'
import { expectSentence, withoutProgress } from '../support/expect-sentence.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { recordFiles, type GivenRecord } from '../support/record.js'
import { startSite, type RunningSite } from '../support/site.js'
import { until } from '../support/wait.js'

const PASSAGES = 'zhengyan_passages_next'
const OLD = 5
const NEW = 120
/** The old records, of which the last is gone and the first is changed, and many more: enough for a killer to be in time. */
const oldRecords = recordFiles(Array.from({ length: OLD }, (_, n) => given(n, '旧')))
const newRecords = recordFiles(
  Array.from({ length: NEW }, (_, n) => given(n === OLD - 1 ? NEW : n, n === 0 ? '新' : '旧')),
)

function given(n: number, state: string): GivenRecord {
  const serial = String(n).padStart(5, '0')
  const clause = (m: number): string => `第${m}条 编号${serial}的事项按照第${(n * 7 + m * 13) % 997}号规程办理。`
  return {
    index: `700400100/2020-${serial}`,
    title: `关于第${n}号事项的规定`,
    text: [`${state}规定。`, ...Array.from({ length: 25 }, (_, m) => clause(m + 1))],
    issuer: `第${n % 9}办公室`,
  }
}

let home: string
let site: RunningSite
let undisturbed: { state: { digest: string }; records: unknown[] }

beforeAll(async () => {
  home = await temporaryFolder()
  undisturbed = await withoutDisturbance()
  const data = path.join(home, 'data')
  site = await startSite([await writeFiles(path.join(home, 'killed/records'), oldRecords)], { DATA_DIR: data })
  await site.holds(OLD)
  await removeFolder(path.join(home, 'killed/records'))
  await writeFiles(path.join(home, 'killed/records'), newRecords)
})

afterAll(async () => {
  await site.stop()
  await removeFolder(home)
})

/** The same two states one after the other, with nothing in between. */
async function withoutDisturbance(): Promise<typeof undisturbed> {
  const data = path.join(home, 'undisturbed-data')
  const folder = await writeFiles(path.join(home, 'undisturbed/records'), oldRecords)
  await index([folder], { DATA_DIR: data })
  await removeFolder(folder)
  await index([await writeFiles(folder, newRecords)], { DATA_DIR: data })
  const opened = await openEngine({ dataDir: data, url: null, masterKey: null })
  const engine = (await engineOf(data))!
  const result = { state: await archiveState(engine), records: await liveRecords(engine) }
  await opened.release()
  return result
}

/** When a run saw something is all that may differ between an undisturbed run and one that was killed and run again. */
const WITHOUT_TIMES = { added: null, versions: null, stamp: null }

/** Everything that the live indexes hold but for times, in the order of the ids. */
async function liveRecords({ url, masterKey }: EngineOf): Promise<unknown[]> {
  const all: { id: string }[] = []
  for (const name of ['zhengyan_documents', 'zhengyan_passages']) {
    const { body } = await askEngine({ url, key: masterKey }, 'GET', `/indexes/${name}/documents?limit=100000`)
    all.push(...(body as { results: { id: string }[] }).results)
  }
  return all.map((one) => ({ ...one, ...WITHOUT_TIMES })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Whether the engine was given a task of this kind that is not older than `since`. */
async function hasTask({ url, masterKey }: EngineOf, since: number, type: string, indexUid?: string): Promise<boolean> {
  const filter = `types=${type}${indexUid === undefined ? '' : `&indexUids=${indexUid}`}`
  const { body } = await askEngine({ url, key: masterKey }, 'GET', `/tasks?limit=1&${filter}`)
  return ((body as { results: { uid: number }[] }).results[0]?.uid ?? -1) > since
}

async function lastTask({ url, masterKey }: EngineOf): Promise<number> {
  const { body } = await askEngine({ url, key: masterKey }, 'GET', '/tasks?limit=1')
  return (body as { results: { uid: number }[] }).results[0]!.uid
}

/** Lets the time pass after which the lock of a killed run counts as left behind. */
async function letTheLockGoStale(): Promise<void> {
  const longAgo = new Date(Date.now() - 60_000)
  await utimes(path.join(site.dataDir, 'catalogue.lock'), longAgo, longAgo)
}

const folder = (): string => path.join(home, 'killed/records')

/** Starts the indexer and kills it, without a chance to clean up, as soon as `isTime`. */
async function killIndexerWhen(isTime: (engine: EngineOf, since: number) => Promise<boolean>): Promise<void> {
  const engine = (await engineOf(site.dataDir))!
  const since = await lastTask(engine)
  const indexer = command(['index', folder()], { DATA_DIR: site.dataDir })
  const isNow = (): Promise<boolean> => {
    if (indexer.hasEnded()) throw new Error(`too late: ${indexer.stdout()}${indexer.stderr()}`)
    return isTime(engine, since)
  }
  await until('the moment to kill', isNow, { rest: 0 })
  indexer.kill('SIGKILL')
  const { code, stdout } = await indexer.end()
  expect([code, stdout]).toEqual([null, ''])
}

async function expectOldState(): Promise<void> {
  const { total, hits } = (await (await site.get('/api/search?sort=oldest')).json()) as {
    total: number
    hits: { id: string }[]
  }
  expect(total).toBe(OLD)
  expect(hits.map(({ id }) => id).sort()).toEqual(
    Object.keys(oldRecords)
      .map((name) => name.replace('.txt', ''))
      .sort(),
  )
  const { paragraphs } = (await (await site.get('/api/documents/700400100-2020-00000')).json()) as {
    paragraphs: string[]
  }
  expect(paragraphs[0]).toBe('旧规定。')
}

describe('an indexer that is killed', () => {
  it('leaves the old state on the site, whatever it was doing; the next run ends as if nothing had happened', async () => {
    await killIndexerWhen((engine, since) => hasTask(engine, since, 'documentAdditionOrUpdate', PASSAGES))
    await expectOldState()
    expect(await site.health()).toMatchObject({ status: 'ok', documents: OLD })

    await letTheLockGoStale()
    await killIndexerWhen((engine, since) =>
      hasTask(engine, since, 'documentAdditionOrUpdate', 'zhengyan_documents_next'),
    )
    await expectOldState()

    await letTheLockGoStale()
    await killIndexerWhen((engine, since) => hasTask(engine, since, 'indexSwap'))
    await letTheLockGoStale()

    const { code, report } = await index([folder()], { DATA_DIR: site.dataDir })
    expect(code).toBe(0)
    expect(report).toMatchObject({ files: NEW, records: NEW })
    await site.holds(NEW)
    const engine = (await engineOf(site.dataDir))!
    expect((await archiveState(engine)).digest).toBe(undisturbed.state.digest)
    expect(await liveRecords(engine)).toEqual(undisturbed.records)

    const again = await index([folder()], { DATA_DIR: site.dataDir })
    expect(again.report).toMatchObject({ files: NEW, unchanged: NEW, added: 0, updated: 0, removed: 0 })
  })

  it('keeps a second one waiting only as long as its lock may be that of a living one', async () => {
    await killIndexerWhenLocked()
    const { code, report } = await index([folder()], { DATA_DIR: site.dataDir })
    expect(code).toBe(0)
    expect(report).toMatchObject({ files: NEW, unchanged: NEW })
  })
})

async function killIndexerWhenLocked(): Promise<void> {
  const indexer = command(['index', folder(), '--rebuild'], { DATA_DIR: site.dataDir })
  await until('the lock', async () => (await site.health()).indexing, { rest: 0 })
  indexer.kill('SIGKILL')
  await indexer.end()
}

describe('an indexer that is interrupted', () => {
  it('says so in one sentence, and leaves the site as it was and the archive free', async () => {
    const engine = (await engineOf(site.dataDir))!
    const before = await archiveState(engine)
    const since = await lastTask(engine)
    const indexer = command(['index', folder(), '--rebuild'], { DATA_DIR: site.dataDir })
    await until('the first passages', () => hasTask(engine, since, 'documentAdditionOrUpdate', PASSAGES), { rest: 0 })
    indexer.kill('SIGINT')
    const { code, stdout, stderr } = await indexer.end()
    expect([code, stdout]).toEqual([130, ''])
    expect(withoutProgress(stderr)).toBe('已中断，档案库仍是上一次的内容。')
    expect(await archiveState(engine)).toEqual(before)
    await site.holds(NEW)
  })
})

describe('an engine that dies under the indexer', () => {
  it('ends it with one sentence; the site comes back as it was, and the next run is as good as ever', async () => {
    const engine = (await engineOf(site.dataDir))!
    const before = await archiveState(engine)
    const since = await lastTask(engine)
    const indexer = command(['index', folder(), '--rebuild'], { DATA_DIR: site.dataDir })
    await until('the first passages', () => hasTask(engine, since, 'documentAdditionOrUpdate', PASSAGES), { rest: 0 })
    process.kill(engine.pid, 'SIGKILL')
    expectSentence(await indexer.end(), '没有应答')
    await site.holds(NEW)
    expect(await archiveState((await engineOf(site.dataDir))!)).toEqual(before)
    const { code, report } = await index([folder(), '--rebuild'], { DATA_DIR: site.dataDir })
    expect(code).toBe(0)
    expect(report).toMatchObject({ files: NEW, unchanged: NEW })
    const revived = (await engineOf(site.dataDir))!
    expect((await archiveState(revived)).generation).toBe(before.generation + 1)
    expect(await liveRecords(revived)).toEqual(undisturbed.records)
  })
})
