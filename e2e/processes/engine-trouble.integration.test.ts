import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command, index, run, type RunningCommand } from '../support/command.js'
import { askEngine, engineOf, enginesOn } from '../support/engine.js'
import { expectNoStackTrace, expectSentence } from '../support/expect-sentence.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { closedAddress, startOwnEngine, type OwnEngine } from '../support/own-engine.js'
import { recordFiles } from '../support/record.js'
import { startSite } from '../support/site.js'
import { until } from '../support/wait.js'

const PAGES = ['/', '/search?q=选举', '/d/700300100-2024-00001', '/w/国发/2021/5']
/** Neither readers nor operators are shown one for something that is no fault of the program. */
const STACK_TRACE = /\n\s+at /
const API = ['/api/search?q=选举', '/api/documents/700300100-2024-00001']

let home: string
let records: string
let own: OwnEngine

beforeAll(async () => {
  home = await temporaryFolder()
  const few = recordFiles([{ index: '700300100/2024-00001', title: '关于换届的通知', text: ['换届选举于八月举行。'] }])
  records = await writeFiles(path.join(home, 'records'), few)
  own = await startOwnEngine(path.join(home, 'own-engine'))
})

afterAll(async () => {
  await own.stop()
  await removeFolder(home)
})

const dataDir = (name: string): string => path.join(home, name)

/** Every page says in plain words, with 503, that the search does not answer; `/health` says down. */
async function expectUnavailable(get: (path: string) => Promise<Response>): Promise<void> {
  for (const address of PAGES) {
    const response = await get(encodeURI(address))
    const html = await response.text()
    expect([address, response.status]).toEqual([address, 503])
    expect(html).toContain('检索服务暂时不可用')
    expectNoStackTrace(html)
  }
  for (const address of API) {
    const response = await get(encodeURI(address))
    expect([address, response.status]).toEqual([address, 503])
    const { error } = (await response.json()) as { error: { code: string; message: string } }
    expect(error.code).toBe('engine_unavailable')
    expectNoStackTrace(error.message)
  }
  const health = await get('/health')
  expect(health.status).toBe(503)
  expect(await health.json()).toMatchObject({ status: 'down' })
  // What needs no engine is there all the same.
  expect((await get('/help')).status).toBe(200)
}

describe('an engine of one’s own (MEILI_URL)', () => {
  const settings = () => ({ DATA_DIR: dataDir('own'), MEILI_URL: own.url, MEILI_MASTER_KEY: own.masterKey })
  const tasks = async (): Promise<unknown> =>
    ((await askEngine({ url: own.url, key: own.masterKey }, 'GET', '/tasks?limit=1')).body as { total: number }).total

  it('is left alone by a wrong MEILI_MASTER_KEY, or by none', async () => {
    const before = await tasks()
    const wrong = { ...settings(), MEILI_MASTER_KEY: 'not-the-key-of-this-engine' }
    expectSentence(await run(['index', records], wrong), 'MEILI_MASTER_KEY')
    expectSentence(await run(['index', records], { ...wrong, MEILI_MASTER_KEY: '' }), 'MEILI_MASTER_KEY')
    expectSentence(await run(['start', records], { ...wrong, PORT: '0' }), 'MEILI_MASTER_KEY')
    expect(await tasks()).toBe(before)
  })

  it('is filled, and read by a site that may only search, misses it while it is away, and finds it again', async () => {
    const { report, code } = await index([records], settings())
    expect([code, report.added]).toEqual([0, 1])
    expect(await enginesOn(dataDir('own'))).toEqual([])
    const site = await serve({ DATA_DIR: dataDir('own'), MEILI_URL: own.url })
    expect((await fetch(`${site.url}/d/700300100-2024-00001`)).status).toBe(200)
    expect(await (await fetch(`${site.url}/health`)).json()).toMatchObject({ status: 'ok', documents: 1 })

    const get = (address: string): Promise<Response> => fetch(site.url + address, { redirect: 'manual' })
    await own.stop()
    await expectUnavailable(get)
    await own.startAgain()
    expect((await get('/d/700300100-2024-00001')).status).toBe(200)
    site.process.kill('SIGTERM')
    expect((await site.process.end()).code).toBe(0)
    expect(site.process.stderr()).not.toMatch(STACK_TRACE)
  })

  it('does not accept a wrong MEILI_SEARCH_KEY, which the pages say in plain words', async () => {
    const site = await serve({ DATA_DIR: dataDir('own'), MEILI_URL: own.url, MEILI_SEARCH_KEY: 'wrong' })
    await expectUnavailable((address) => fetch(site.url + address, { redirect: 'manual' }))
    site.process.kill('SIGTERM')
    await site.process.end()
  })
})

describe('an engine that cannot be reached', () => {
  it('stops the indexer and npm start with one sentence', async () => {
    const settings = { DATA_DIR: dataDir('closed'), MEILI_URL: await closedAddress(), MEILI_MASTER_KEY: 'k', PORT: '0' }
    expectSentence(await run(['index', records], settings), settings.MEILI_URL)
    expectSentence(await run(['start', records], settings), settings.MEILI_URL)
  })

  it('leaves a site of its own up, saying that the search does not answer', async () => {
    const site = await serve({ DATA_DIR: dataDir('closed'), MEILI_URL: await closedAddress(), MEILI_SEARCH_KEY: 'k' })
    await expectUnavailable((address) => fetch(site.url + address, { redirect: 'manual' }))
    site.process.kill('SIGTERM')
    expect((await site.process.end()).code).toBe(0)
  })
})

describe('an engine that dies while the site runs', () => {
  it('is missed in plain words, also in the middle of requests, and comes back by itself', async () => {
    const site = await startSite([records], { DATA_DIR: dataDir('dying') })
    await site.holds(1)
    const before = (await engineOf(site.dataDir))!
    const statuses = new Set<number>()
    const asking = Array.from({ length: 4 }, async () => {
      while (!statuses.has(503)) {
        const response = await site.get(encodeURI('/search?q=选举'))
        statuses.add(response.status)
        expectNoStackTrace(await response.text())
      }
    })
    await until('a first answer', () => statuses.has(200))
    process.kill(before.pid, 'SIGKILL')
    await Promise.all(asking)
    expect([...statuses].sort()).toEqual([200, 503])

    await site.holds(1)
    expect((await engineOf(site.dataDir))!.pid).not.toBe(before.pid)
    expect(await (await site.get(encodeURI('/search?q=选举'))).text()).toContain('关于换届的通知')
    await site.stop()
    expect(site.process.stderr()).not.toMatch(STACK_TRACE)
  })
})

async function serve(settings: Record<string, string>): Promise<{ url: string; process: RunningCommand }> {
  const process = command(['serve'], { PORT: '0', ...settings })
  const url = await until('the printed address', () => {
    if (process.hasEnded()) throw new Error(process.stderr())
    return /http:\/\/[\w.:]+/.exec(process.stdout())?.[0] ?? null
  })
  return { url, process }
}
