import { chmod, cp, mkdir, readFile, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { command, ROOT, run, SAMPLE, type Settings } from '../support/command.js'
import { archiveState, engineOf, enginesOn, isRunning, processesWith, secondsOfWork } from '../support/engine.js'
import { expectNoStackTrace, expectSentence } from '../support/expect-sentence.js'
import { removeFolder, temporaryFolder, writeFiles } from '../support/folder.js'
import { recordFiles } from '../support/record.js'
import { startSite } from '../support/site.js'
import { until } from '../support/wait.js'

let home: string
let records: string
const servers: Server[] = []

beforeAll(async () => {
  home = await temporaryFolder()
  const few = recordFiles([{ index: '700200100/2024-00001', title: '关于换届的通知', text: ['换届选举于八月举行。'] }])
  records = await writeFiles(path.join(home, 'records'), few)
})
afterEach(() => servers.splice(0).forEach((server) => server.close()))
afterAll(() => removeFolder(home))

const dataDir = (name: string): string => path.join(home, name)

describe('npm start', () => {
  it('fills an empty archive with the sample and says where the site is; a second one shares its engine, the last one ends it', async () => {
    const own = { DATA_DIR: dataDir('sample') }
    const first = await startSite([], own)
    expect(first.process.stdout()).toContain('示例')
    expect(await first.health()).toEqual({ status: 'ok', documents: 91, indexing: false })
    expect((await first.get('/')).status).toBe(200)
    const engine = (await engineOf(own.DATA_DIR))!
    const workBefore = await secondsOfWork(engine.pid)

    const second = await startSite([], own)
    // Work and not time by the clock: on a machine that is busy with other tests the clock tells of those.
    const work = (await secondsOfWork(second.process.pid)) + (await secondsOfWork(engine.pid)) - workBefore
    expect(work).toBeLessThan(5)
    expect(second.process.stdout()).not.toContain('示例')
    expect((await archiveState(engine)).generation).toBe(1)

    first.process.kill('SIGINT')
    expect((await first.process.end()).code).toBe(0)
    await expect(fetch(first.url)).rejects.toThrow()
    expect(await isRunning(engine.pid)).toBe(true)
    expect(await second.health()).toMatchObject({ status: 'ok', documents: 91 })
    await second.stop()
    expect(await isRunning(engine.pid)).toBe(false)
    expect(await enginesOn(own.DATA_DIR)).toEqual([])
  })

  it('serves while it indexes what was named, and goes on serving after a path with nothing in it', async () => {
    const own = { DATA_DIR: dataDir('named') }
    const site = await startSite([records], own)
    await site.holds(1)
    await until('the end of indexing', () => site.process.stdout().includes('索引完成'))
    await site.stop()
    await mkdir(path.join(home, 'nothing'))
    const again = await startSite([path.join(home, 'nothing')], own)
    await until('the end of indexing', () => again.process.stdout().includes('索引没有完成'))
    expect(again.process.stderr()).toContain('没有任何文件')
    expect(await again.health()).toMatchObject({ status: 'ok', documents: 1 })
    await again.stop()
  })

  it('takes its indexer with it when it is told to stop while that is at work', async () => {
    const copy = path.join(home, 'copy-of-the-sample')
    await cp(SAMPLE, copy, { recursive: true })
    const site = await startSite([copy], { DATA_DIR: dataDir('busy') })
    await until('the indexer at work', async () => (await processesWith(copy)).length === 2)
    await site.stop()
    expect(await processesWith(copy)).toEqual([])
    expectNoStackTrace(site.process.stderr())
  })

  it('says in one sentence that the port is taken', async () => {
    const port = await takePort()
    const ended = await run(['start', records], { DATA_DIR: dataDir('port'), PORT: String(port) })
    expectSentence(ended, String(port), '占用')
    expect(await enginesOn(dataDir('port'))).toEqual([])
  })

  it('says in one sentence that a path is missing, before anything is started', async () => {
    const ended = await run(['start', '没有这个文件夹'], { DATA_DIR: dataDir('missing'), PORT: '0' })
    expectSentence(ended, '没有这个文件夹')
    await expect(stat(dataDir('missing'))).rejects.toThrow()
  })

  it('says in one sentence that it does not know an option', async () => {
    expectSentence(await run(['start', '--nonsense'], { DATA_DIR: dataDir('option'), PORT: '0' }), '--nonsense')
  })

  // One that is wrong by its form, as server/config.test.ts has them all, and one that the system refuses.
  it.each<[keyof Settings, string]>([
    ['PORT', 'abc'],
    ['HOST', '203.0.113.7'],
  ])('says in one sentence that %s=%s cannot be used', async (name, value) => {
    const settings = { DATA_DIR: dataDir('environment'), PORT: '0', [name]: value }
    expectSentence(await run(['start', records], settings), name, value)
    expect(await enginesOn(dataDir('environment'))).toEqual([])
  })
})

describe('a DATA_DIR that cannot be written', () => {
  const NOBODY = 65534
  const isRoot = process.getuid?.() === 0
  /** Root may write everywhere: then another user has to try, who can read this folder. */
  const canTry =
    !isRoot ||
    spawnSync(process.execPath, ['-e', `fs.readdirSync(${JSON.stringify(ROOT)})`], { uid: NOBODY }).status === 0

  it.skipIf(!canTry).each(['start', 'index'])('stops %s with one sentence', async (name) => {
    const closed = path.join(home, `closed-${name}`)
    await mkdir(closed)
    await chmod(closed, 0o555)
    await chmod(home, 0o755)
    const settings = { DATA_DIR: path.join(closed, 'data'), PORT: '0' }
    const ended = await command([name, SAMPLE], settings, isRoot ? NOBODY : undefined).end()
    expectSentence(ended, closed, '权限')
  })

  it.each(['start', 'index'])('stops %s with one sentence where it is a file', async (name) => {
    await writeFiles(home, { 'a-file': 'x' })
    const ended = await run([name, records], { DATA_DIR: path.join(home, 'a-file', 'data'), PORT: '0' })
    expectSentence(ended, 'a-file')
  })
})

async function takePort(): Promise<number> {
  const server = createServer()
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

describe('run.mjs', () => {
  it.each(['strat', 'toString'])('names its commands to one who asks for another: %s', async (command) => {
    expectSentence(await run([command], {}), command, 'start')
  })

  it('is what the npm scripts of the interface call', async () => {
    const { scripts } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    for (const name of ['start', 'test', 'index', 'evaluate']) expect(scripts[name]).toBe(`node run.mjs ${name}`)
  })
})
