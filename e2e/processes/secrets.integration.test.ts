import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command, index } from '../support/command.js'
import { askEngine, engineOf, enginesOn, type EngineOf } from '../support/engine.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { recordFiles } from '../support/record.js'
import { startSite, type RunningSite } from '../support/site.js'
import { until } from '../support/wait.js'

let home: string
let records: string
let site: RunningSite
let engine: EngineOf

beforeAll(async () => {
  home = await temporaryFolder()
  const few = recordFiles([{ index: '700500100/2024-00001', title: '关于换届的通知', text: ['换届选举于八月举行。'] }])
  records = await writeFiles(path.join(home, 'records'), few)
  site = await startSite([records], { DATA_DIR: path.join(home, 'data'), LOG_LEVEL: 'debug' })
  await site.holds(1)
  engine = (await engineOf(site.dataDir))!
})

afterAll(async () => {
  await site.stop()
  await removeFolder(home)
})

const secrets = (): string[] => [engine.masterKey, engine.searchKey]

describe('the keys', () => {
  it('are random, and are files that only their owner reads', async () => {
    expect(engine.masterKey.length).toBeGreaterThanOrEqual(32)
    expect(engine.searchKey).not.toBe(engine.masterKey)
    for (const name of ['engine/master.key', 'search.key']) {
      expect([name, (await stat(path.join(site.dataDir, name))).mode & 0o777]).toEqual([name, 0o600])
    }
  })

  it('stand in no command line that other users can see', async () => {
    const indexer = command(['index', records, '--rebuild'], { DATA_DIR: site.dataDir })
    await until('the indexer at work', async () => (await site.health()).indexing, { rest: 0 })
    const lines = await commandLines()
    expect((await indexer.end()).code).toBe(0)
    expect(lines.some((line) => line.includes('meilisearch') && line.includes(site.dataDir))).toBe(true)
    for (const secret of secrets()) expect(lines.filter((line) => line.includes(secret))).toEqual([])
  })

  it('stand in no page, no answer and no log', async () => {
    const addresses = [
      '/',
      '/search',
      '/d/700500100-2024-00001',
      '/help',
      '/health',
      '/api/search',
      '/nothing',
      '/d/%E0',
    ]
    const answers = await Promise.all(
      addresses.map(async (address) => {
        const response = await site.get(address)
        return JSON.stringify([...response.headers]) + (await response.text())
      }),
    )
    const { stdout, stderr } = await index([records], { DATA_DIR: site.dataDir, LOG_LEVEL: 'debug' })
    const engineLog = await readFile(path.join(site.dataDir, 'engine/engine.log'), 'utf8')
    const said = [...answers, stdout, stderr, site.process.stdout(), site.process.stderr(), engineLog].join('\n')
    for (const secret of secrets()) expect(said.includes(secret)).toBe(false)
  })
})

describe('the key of the site', () => {
  const tries: [name: string, method: string, path: string, body?: object][] = [
    ['add a document', 'POST', '/indexes/zhengyan_documents/documents', [{ id: 'forged', title: '假文件' }]],
    ['remove all documents', 'DELETE', '/indexes/zhengyan_documents/documents'],
    ['remove an index', 'DELETE', '/indexes/zhengyan_documents'],
    ['change settings', 'PATCH', '/indexes/zhengyan_documents/settings', { searchableAttributes: ['*'] }],
    ['switch indexes', 'POST', '/swap-indexes', [{ indexes: ['zhengyan_documents', 'zhengyan_documents_next'] }]],
    ['read the keys', 'GET', '/keys'],
    ['read the tasks', 'GET', '/tasks'],
    ['read what is being built', 'POST', '/indexes/zhengyan_documents_next/search', {}],
  ]

  it('finds documents', async () => {
    const asSite = { url: engine.url, key: engine.searchKey }
    expect((await askEngine(asSite, 'POST', '/indexes/zhengyan_documents/search', {})).status).toBe(200)
  })

  it.each(tries)('does not %s', async (_, method, address, body) => {
    const answer = await askEngine({ url: engine.url, key: engine.searchKey }, method, address, body)
    expect(answer.status).toBe(403)
    expect(await site.health()).toEqual({ status: 'ok', documents: 1, indexing: false })
  })
})

describe('the engine', () => {
  it('listens on this machine only, and answers nobody without a key', async () => {
    const [pid] = await enginesOn(site.dataDir)
    const line = await readFile(`/proc/${pid!}/cmdline`, 'utf8')
    expect(line).toMatch(/--http-addr\x00127\.0\.0\.1:\d+\x00/)
    expect(line).toContain('--no-analytics')
    expect((await fetch(`${engine.url}/indexes`)).status).toBe(401)
  })
})

async function commandLines(): Promise<string[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  return Promise.all(processes.map((name) => readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')))
}
