import { copyFile, mkdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { Catalogue } from './catalogue.js'
import { checkStore, DamagedStoreError } from './store-check.js'
import { openCatalogue, temporaryFolder } from './testing/temporary-catalogue.js'
import { unnumbered } from './testing/unnumbered.js'

/** The file of a catalogue that holds something. */
let whole: string
let home: string
beforeEach(async () => {
  home = await temporaryFolder()
  const { catalogue, close } = openCatalogue(home)
  for (let n = 0; n < 50; n++) await catalogue.keep(`r-${n}`, { id: `${n}`, ...unnumbered() }, [])
  await close()
  whole = path.join(home, 'catalogue', 'data.mdb')
})

let copies = 0
/** A copy of the catalogue, in a folder of its own, to which something is done. */
async function copy(harm: (file: string) => Promise<unknown>): Promise<string> {
  const dataDir = path.join(home, `copy-${copies++}`)
  const file = path.join(dataDir, 'catalogue', 'data.mdb')
  await mkdir(path.dirname(file), { recursive: true })
  await copyFile(whole, file)
  await harm(file)
  return dataDir
}

describe('a catalogue', () => {
  it.each<[string, (file: string) => Promise<unknown>]>([
    ['is empty', (file) => truncate(file)],
    ['ends in its head', (file) => truncate(file, 100)],
    ['ends after its head', (file) => truncate(file, 8192)],
    ['has lost its second half', async (file) => truncate(file, (await stat(file)).size / 2)],
    ['is something else', (file) => writeFile(file, Buffer.alloc(20_000, '某某'))],
  ])('whose file %s is not opened, and left as it is', async (_, harm) => {
    const dataDir = await copy(harm)
    const file = path.join(dataDir, 'catalogue', 'data.mdb')
    const before = await readFile(file)
    expect(() => new Catalogue(dataDir)).toThrow(DamagedStoreError)
    expect(() => new Catalogue(dataDir)).toThrow(file)
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  it('is opened where it is whole', async () => {
    const dataDir = await copy(() => Promise.resolve())
    const { catalogue, close } = openCatalogue(dataDir)
    expect(catalogue.content('r-7').id).toBe('7')
    await close()
  })

  it('is whole also where pages are missing that nothing is in', async () => {
    // The head says of one more page that it is used; no database has it.
    const dataDir = await copy(async (file) => {
      const bytes = await readFile(file)
      for (const meta of [0, 4096]) bytes.writeBigUInt64LE(BigInt(bytes.length / 4096 + 5), meta + 144)
      await writeFile(file, bytes)
    })
    expect(() => checkStore(path.join(dataDir, 'catalogue'))).not.toThrow()
  })

  it('may not be there yet', async () => {
    expect(() => checkStore(path.join(home, 'nothing'))).not.toThrow()
  })
})
