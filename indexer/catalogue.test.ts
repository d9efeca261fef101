import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { open } from 'lmdb'
import { describe, expect, it } from 'vitest'
import { besidesOf } from './besides.js'
import type { CatalogueChange, FileEntry, Head, Tombstone } from './catalogue.js'
import { useOperatorWords } from './contract/words/word-file.js'
import { openCatalogue, temporaryFolder } from './testing/temporary-catalogue.js'
import { unnumbered } from './testing/unnumbered.js'

const NOTHING: CatalogueChange = { files: [], removedFiles: [], heads: [], aliases: [], tombstones: [] }
const documentOf = (id: string) => ({ id, ...unnumbered() })
const headOf = (id: string, changes: Partial<Head> = {}): Head => ({
  ...{ id, revision: `r-${id}`, path: `/records/${id}.txt`, identity: `number:${id}` },
  ...{ added: '2026-01-01T00:00:00.000Z', since: '2026-01-02T00:00:00.000Z', earlier: [], original: null },
  ...changes,
})
const tombstoneOf = (id: string): Tombstone => ({ ...headOf(id), left: '2026-02-01T00:00:00.000Z' })
const fileOf = (path: string, documents: string[] = []): FileEntry => ({
  ...{ path, size: 1, mtimeMs: 2, bytes: 'b', reading: 'r', documents, skipped: null, rejected: [], final: true },
})

describe('Catalogue', () => {
  it('keeps files, heads, contents and ids over a restart', async () => {
    const dataDir = await temporaryFolder()
    const { catalogue, close } = openCatalogue(dataDir)
    await catalogue.keep('r-a', documentOf('a'), [])
    await catalogue.apply({ ...NOTHING, files: [fileOf('/records/a.txt', ['a'])], heads: [headOf('a')] })
    await close()
    const { catalogue: again } = openCatalogue(dataDir)
    expect([...again.heads()]).toEqual([headOf('a')])
    expect(again.head('a')).toEqual(headOf('a'))
    expect(again.content('r-a')).toEqual(documentOf('a'))
    expect(again.file('/records/a.txt')).toEqual(fileOf('/records/a.txt', ['a']))
    expect(again.idOf('number:a')).toBe('a')
    expect(again.ownerOf('a')).toBe('number:a')
  })

  it('has all contents when it has settled, however many there are', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    const ids = Array.from({ length: 130 }, (_, index) => `a${index}`)
    for (const id of ids) await catalogue.keep(`r-${id}`, documentOf(id), [])
    await catalogue.settle()
    for (const id of ids) expect(catalogue.content(`r-${id}`).id).toBe(id)
  })

  it('keeps the words of a content as long as the dictionary is the same', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    await catalogue.keep('r-a', documentOf('a'), ['营商环境', '招商'])
    await catalogue.keep('r-b', documentOf('b'), [])
    await catalogue.settle()
    expect(catalogue.words('r-a')).toEqual(['营商环境', '招商'])
    expect(catalogue.words('r-b')).toEqual([])
    expect(catalogue.words('r-c')).toBeUndefined()
    const folder = await temporaryFolder()
    await writeFile(path.join(folder, 'domain.txt'), '别的词\n')
    useOperatorWords(folder)
    try {
      expect(catalogue.words('r-a')).toBeUndefined()
    } finally {
      useOperatorWords(null)
    }
  })

  it('gives memory back after many contents, and has lost none of them', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    const ids = Array.from({ length: 1301 }, (_, index) => `a${index}`)
    for (const id of ids) await catalogue.keep(`r-${id}`, documentOf(id), [id])
    await catalogue.settle()
    let rests = 0
    for (const id of ids) {
      expect(catalogue.content(`r-${id}`).id).toBe(id)
      const resting = catalogue.rest()
      if (resting) rests++
      await resting
    }
    expect(rests).toBe(2)
  })

  it('gives memory back after many look-ups, too', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    await catalogue.apply({ ...NOTHING, heads: [headOf('a')] })
    for (let n = 0; n < 2500; n++) catalogue.head('none')
    expect(catalogue.rest()).toBeUndefined()
    for (let n = 0; n < 2500; n++) catalogue.head('a')
    const resting = catalogue.rest()
    expect(resting).toBeDefined()
    await resting
    expect(catalogue.head('a')?.id).toBe('a')
  })

  it('keeps a content once, and reads those that an older version has kept by revision', async () => {
    const dataDir = await temporaryFolder()
    const { catalogue, close } = openCatalogue(dataDir)
    for (const words of [['甲'], ['乙']]) {
      await catalogue.keep('r-a', documentOf('a'), words)
      await catalogue.settle()
    }
    await catalogue.keep('r-b', documentOf('b'), [])
    await catalogue.settle()
    await close()
    const root = open({ path: path.join(dataDir, 'catalogue'), maxDbs: 12, compression: true })
    expect(root.openDB({ name: 'texts' }).getCount()).toBe(2)
    await root.openDB({ name: 'contents' }).put('r-old', documentOf('old'))
    await root.close()
    const { catalogue: again } = openCatalogue(dataDir)
    await again.keep('r-c', documentOf('c'), [])
    await again.settle()
    expect(['r-a', 'r-b', 'r-c', 'r-old'].map((revision) => again.content(revision).id)).toEqual(['a', 'b', 'c', 'old'])
    expect(again.words('r-a')).toEqual(['乙'])
    expect(again.words('r-old')).toBeUndefined()
  })

  it('may be closed while it gives memory back', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    await catalogue.keep('r-a', documentOf('a'), [])
    await catalogue.settle()
    for (let n = 0; n < 500; n++) catalogue.content('r-a')
    const resting = catalogue.rest()
    await catalogue.close()
    await resting?.catch(() => undefined)
    expect(() => catalogue.content('r-a')).toThrow('the catalogue is closed')
  })

  it('counts a content for nothing before a head points at it', async () => {
    const dataDir = await temporaryFolder()
    const { catalogue, close } = openCatalogue(dataDir)
    await catalogue.keep('r-a', documentOf('a'), [])
    await catalogue.settle()
    await close()
    const { catalogue: again } = openCatalogue(dataDir)
    expect([...again.heads()]).toEqual([])
    expect(again.head('a')).toBeUndefined()
    expect(again.idOf('number:a')).toBeUndefined()
    expect([...again.filesBelow(['/'])]).toEqual([])
  })

  it('is not read any more as soon as it is being closed, by whoever is still at work', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    const closing = catalogue.close()
    expect(() => catalogue.head('x')).toThrow('the catalogue is closed')
    expect(() => catalogue.holdings()).toThrow('the catalogue is closed')
    await closing
    await expect(catalogue.keep('r-a', documentOf('a'), [])).rejects.toThrow('the catalogue is closed')
    await expect(catalogue.close()).resolves.toBeUndefined()
  })

  it('says which content is missing', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    expect(() => catalogue.content('r-x')).toThrow('r-x')
  })

  it('remembers an id that was given once, though its document is gone', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    await catalogue.apply({ ...NOTHING, heads: [headOf('a')] })
    await catalogue.apply({ ...NOTHING, tombstones: [tombstoneOf('a')] })
    expect(catalogue.head('a')).toBeUndefined()
    expect(catalogue.tombstone('a')).toEqual(tombstoneOf('a'))
    expect([...catalogue.tombstones()]).toEqual([tombstoneOf('a')])
    expect(catalogue.idOf('number:a')).toBe('a')
    expect(catalogue.ownerOf('a')).toBe('number:a')
  })

  it('forgets that a document had left when it comes back', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    await catalogue.apply({ ...NOTHING, heads: [headOf('a'), headOf('b')] })
    await catalogue.apply({ ...NOTHING, tombstones: [tombstoneOf('a'), tombstoneOf('b')] })
    await catalogue.apply({ ...NOTHING, heads: [headOf('a')] })
    expect(catalogue.holdings()).toEqual({
      documents: new Map([['a', headOf('a')]]),
      departed: new Map([['b', tombstoneOf('b')]]),
      besides: { merged: [], rejected: [] },
    })
  })

  it('reads what an older version noted of a document', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    const { id, revision, path, identity } = headOf('a')
    await catalogue.apply({ ...NOTHING, heads: [{ id, revision, path, identity } as Head] })
    expect(catalogue.head('a')).toEqual(headOf('a', { added: null, since: null }))
  })

  it('removes and adds in one change, what is added being what stays', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    await catalogue.apply({ ...NOTHING, files: [fileOf('/x/old.txt', ['a'])], heads: [headOf('a'), headOf('b')] })
    const moved = headOf('a', { path: '/x/new.txt' })
    await catalogue.apply({
      ...{ files: [fileOf('/x/new.txt', ['a'])], removedFiles: ['/x/old.txt'] },
      ...{ heads: [moved], aliases: [], tombstones: [tombstoneOf('a'), tombstoneOf('b')] },
    })
    expect([...catalogue.heads()]).toEqual([moved])
    expect(catalogue.file('/x/old.txt')).toBeUndefined()
    expect(catalogue.file('/x/new.txt')?.documents).toEqual(['a'])
  })

  it('knows the files below a folder, not those beside it', async () => {
    const { catalogue } = openCatalogue(await temporaryFolder())
    const files = ['/x/a.txt', '/x/sub/b.txt', '/xy/c.txt', '/y.txt'].map((file) => fileOf(path.normalize(file)))
    await catalogue.apply({ ...NOTHING, files })
    const below = (...roots: string[]): string[] => [...catalogue.filesBelow(roots)].map((file) => file.path).sort()
    expect(below('/x')).toEqual(['/x/a.txt', '/x/sub/b.txt'])
    expect(below('/x/sub', '/y.txt')).toEqual(['/x/sub/b.txt', '/y.txt'])
    expect(below('/nothing')).toEqual([])
  })
})

describe('besidesOf', () => {
  it('has all records that were merged, however many one file has of them', () => {
    const merged = Array.from({ length: 130_000 }, (_, record) => ({ into: 'a', file: 'copy.jsonl', record }))
    const rejected = [1, 130_000].map((record) => ({ record, field: null, reason: 'r' }))
    const besides = besidesOf([{ ...fileOf('/x/copy.jsonl'), name: 'copy.jsonl', merged, rejected }])
    expect(besides.merged).toHaveLength(merged.length)
    expect(besides.rejected).toEqual([{ file: 'copy.jsonl', ...rejected[1] }])
  })
})
