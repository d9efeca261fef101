import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { main as index } from './cli.js'
import { lockArchive } from './contract/archive-lock.js'
import { EngineClient } from './contract/engine/client.js'
import { openEngine } from './contract/engine/open.js'
import { INDEXES, NEXT_INDEXES } from './contract/index-settings.js'
import { readState } from './contract/state.js'
import { main as prepare } from './prepare.js'

const SAMPLE = fileURLToPath(new URL('sample', import.meta.url))

const cleanUp: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (let step = cleanUp.pop(); step; step = cleanUp.pop()) await step()
})

/** A folder in which nothing was ever indexed. */
async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'zhengyan-'))
  cleanUp.push(() => rm(dataDir, { recursive: true, force: true }))
  return dataDir
}

/** One use of the engine at a time: the commands are run in this very process, and end theirs. */
async function withEngine<T>(dataDir: string, use: (client: EngineClient) => Promise<T>): Promise<T> {
  const engine = await openEngine({ dataDir, url: null, masterKey: null })
  try {
    return await use(new EngineClient(engine))
  } finally {
    await engine.release()
  }
}

const stateOf = (dataDir: string) => withEngine(dataDir, (client) => readState(client, INDEXES.archive))

async function loseIndexes(client: EngineClient): Promise<void> {
  await client.deleteIndexes([...Object.values(INDEXES), ...Object.values(NEXT_INDEXES)])
}

describe('prepare', () => {
  it('puts the sample into an archive that never held anything, once', async () => {
    const dataDir = await newDataDir()
    expect(await prepare([], { DATA_DIR: dataDir })).toBe(0)
    expect(await stateOf(dataDir)).toMatchObject({ generation: 1, documents: (await readdir(SAMPLE)).length })
    expect(await prepare([], { DATA_DIR: dataDir })).toBe(0)
    expect(await stateOf(dataDir)).toMatchObject({ generation: 1 })
  })

  it('builds lost indexes again from the catalogue, the records themselves being gone, and adds nothing', async () => {
    const dataDir = await newDataDir()
    const folder = path.join(dataDir, 'records')
    await mkdir(folder)
    await writeFile(path.join(folder, 'one.txt'), '名称: | 关于老旧小区加装电梯的通知 |\n各街道办事处：\n现予印发。\n')
    expect(await index([folder], { DATA_DIR: dataDir })).toBe(0)
    await rm(folder, { recursive: true })
    await withEngine(dataDir, loseIndexes)
    expect(await stateOf(dataDir)).toBeNull()
    expect(await prepare([], { DATA_DIR: dataDir })).toBe(0)
    expect(await stateOf(dataDir)).toMatchObject({ documents: 1 })
  })

  it('leaves an archive to the one who is changing it', async () => {
    const dataDir = await newDataDir()
    cleanUp.push(await lockArchive(dataDir, () => undefined))
    expect(await prepare([], { DATA_DIR: dataDir })).toBe(0)
    expect(await stateOf(dataDir)).toBeNull()
  })
})
