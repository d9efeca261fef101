import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, temporaryFolder, writeFiles } from '../../e2e/support/folder.js'
import { idOf, recordFiles } from '../../e2e/support/record.js'
import { emptyArchive, openSampleArchive, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { until } from '../../e2e/support/wait.js'
import { newSearch } from '../params.js'

const record = (serial: number, text: string) => ({
  ...{ index: `700800100/2021-0000${serial}`, title: `第${serial}件`, text: [text] },
})

const first = record(1, '火星移民的安置办法。')
const second = record(2, '火星移民的安置补助。火星移民的安置由县里负责。')

let sample: SampleArchive
let folder: string

beforeAll(async () => {
  folder = await writeFiles(await temporaryFolder(), recordFiles([first]))
  sample = await openSampleArchive([folder])
})

afterAll(async () => {
  await sample.close()
  await removeFolder(folder)
})

describe('one archive, asked across two generations', () => {
  it('finds, ranks and counts a document that came between', async () => {
    const { archive } = sample
    const ask = async (q: string, mode: '' | 'exact' = '') => {
      const { total, hits } = await archive.search(newSearch({ q, mode }))
      return { total, ids: hits.map(({ id }) => id).sort() }
    }
    expect(await ask('火星移民')).toEqual({ total: 1, ids: [idOf(first.index)] })
    expect(await ask('火星移民的安置', 'exact')).toEqual({ total: 1, ids: [idOf(first.index)] })

    await writeFiles(folder, recordFiles([second]))
    await sample.update()
    const both = { total: 2, ids: [idOf(first.index), idOf(second.index)] }
    await until('the new document is found', async () => (await ask('火星移民')).total === 2)
    expect(await ask('火星移民')).toEqual(both)
    expect(await ask('火星移民的安置', 'exact')).toEqual(both)
    expect(await archive.occurrences(newSearch({ q: '火星移民的安置', mode: 'exact' }))).toBe(3)
  })
})

describe('an archive in which there is nothing yet', () => {
  it('has what is published at once, however lately it was asked before', async () => {
    const { publish, open, close } = await emptyArchive([folder])
    const archive = open()
    const totals: number[] = []
    try {
      expect((await archive.search(newSearch())).total).toBe(0)
      const publishing = publish()
      await until('there is something', async () => {
        const isThere = (await archive.health()).status === 'ok'
        const { total } = await archive.search(newSearch())
        if (isThere) totals.push(total)
        return total > 0
      })
      await publishing
      expect(totals).not.toContain(0)
    } finally {
      await close()
    }
  })
})
