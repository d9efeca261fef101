import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { originalPath, originalsFolder } from './contract/originals.js'
import { OriginalStore } from './originals.js'
import { temporaryFolder } from './testing/temporary-catalogue.js'

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const files = Array.from({ length: 30 }, (_, n) => Buffer.from(`第${n}号文件`.repeat(100)))

describe('OriginalStore', () => {
  it('keeps each file whole under its hash, once', async () => {
    const dataDir = await temporaryFolder()
    const store = new OriginalStore(dataDir, 1e6)
    for (const bytes of [...files, ...files]) await store.keep(hash(bytes), bytes)
    await store.settle()
    for (const bytes of files) {
      expect(await readFile(originalPath(dataDir, hash(bytes)))).toEqual(bytes)
      expect(await new OriginalStore(dataDir, 1e6).has(hash(bytes), bytes.length)).toBe(true)
      expect(await new OriginalStore(dataDir, 1e6).has(hash(bytes), bytes.length + 1)).toBe(false)
    }
    const all = await readdir(originalsFolder(dataDir), { recursive: true })
    expect(all.filter((name) => /[0-9a-f]{64}$/.test(name))).toHaveLength(files.length)
    expect(all.filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  it('removes what nothing refers to, and what a killed run left unfinished', async () => {
    const dataDir = await temporaryFolder()
    const store = new OriginalStore(dataDir, 1e6)
    const [kept, orphan] = [files[0]!, files[1]!]
    for (const bytes of [kept, orphan]) await store.keep(hash(bytes), bytes)
    await store.settle()
    await writeFile(path.join(originalsFolder(dataDir), '1-1.partial'), 'half')
    await store.sweep(new Set([hash(kept)]))
    const all = await readdir(originalsFolder(dataDir), { recursive: true })
    expect(all.filter((name) => name.length > 2).map((name) => path.basename(name))).toEqual([hash(kept)])
  })

  it('says why a file would not be kept', async () => {
    const dataDir = await temporaryFolder()
    expect(await new OriginalStore(dataDir, 0).refusal(1)).toBe('off')
    expect(await new OriginalStore(dataDir, 10).refusal(11)).toBe('tooLarge')
    expect(await new OriginalStore(dataDir, 10).refusal(10)).toBeNull()
    expect(await new OriginalStore(dataDir, Infinity).refusal(2 ** 62)).toBe('noRoom')
  })

  it('reports a write that failed, when it is waited for', async () => {
    const dataDir = await temporaryFolder()
    const store = new OriginalStore(dataDir, 1e6)
    await mkdir(path.dirname(originalsFolder(dataDir)), { recursive: true })
    await writeFile(originalsFolder(dataDir), 'a file where the folder should be')
    await store.keep(hash(files[0]!), files[0]!)
    await expect(store.settle()).rejects.toThrow(/EEXIST|ENOTDIR/)
    await rm(originalsFolder(dataDir))
  })
})
