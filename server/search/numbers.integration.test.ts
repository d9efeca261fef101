import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder, temporaryFolder, writeFiles } from '../../e2e/support/folder.js'
import { recordFiles } from '../../e2e/support/record.js'
import { openSampleArchive, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { newSearch } from '../params.js'
import { askedNumber } from './asked-number.js'
import type { NumberHoldings } from './numbers.js'

let sample: SampleArchive
let folder: string

const numbered = (serial: number, number: string, text = '正文。') => ({
  ...{ index: `700800100/2021-0000${serial}`, title: `第${serial}件`, number, text: [text] },
})

beforeAll(async () => {
  folder = await temporaryFolder()
  const records = [
    numbered(1, '测发〔2021〕3号'),
    numbered(2, '测发[2021]5号', '按照国务院令第711号、测发（2021）9号和测发【2021】９号办理。'),
    numbered(3, '测发（2021）08号'),
    numbered(4, '测发〔2021〕8号'),
    numbered(5, '测发〔2020〕6号'),
    numbered(6, '国令第711号'),
    numbered(7, '大测发〔2021〕6号'),
  ]
  sample = await openSampleArchive([await writeFiles(folder, recordFiles(records))])
})

afterAll(async () => {
  await sample.close()
  await removeFolder(folder)
})

const holdings = (q: string): Promise<NumberHoldings> => sample.archive.holdings(askedNumber(q)!)
const numbersOf = (hits: { doc_number: string | null }[]) => hits.map(({ doc_number }) => doc_number)

describe('numbers', () => {
  it.each(['测发〔2021〕5号', '测发2021 5号', '测发（２０２１）005号', '测发二〇二一 5号', '測發[2021]5號'])(
    'are found as they are typed: %s',
    async (q) => expect(numbersOf((await holdings(q)).holders)).toEqual(['测发〔2021〕5号']),
  )

  it('are found by each of their names', async () => {
    for (const q of ['国令第711号', '国务院令第 711 号', '国务院令第七百一十一号'])
      expect(numbersOf((await holdings(q)).holders)).toEqual(['国令第711号'])
    for (const q of ['700800100/2021-00002', '700800100 2021 00002', '７００８００１００／２０２１－00002'])
      expect((await holdings(q)).holders.map(({ id }) => id)).toEqual(['700800100-2021-00002'])
  })

  it('may be borne by several', async () => {
    expect((await holdings('测发〔2021〕8号')).holders.map(({ id }) => id).sort()).toEqual([
      ...['700800100-2021-00003', '700800100-2021-00004'],
    ])
  })

  it('that are not held have neighbours, of their own series only', async () => {
    const { holders, lower, higher, inSeries } = await holdings('测发〔2021〕6号')
    expect(holders).toEqual([])
    expect(numbersOf(lower)).toEqual(['测发〔2021〕5号', '测发〔2021〕3号'])
    expect(numbersOf(higher)).toEqual(['测发〔2021〕8号', '测发〔2021〕8号'])
    expect(inSeries).toBe(4)
    expect(await holdings('无此〔2021〕6号')).toEqual({
      ...{ holders: [], departed: [], lower: [], higher: [], inSeries: 0, nearest: null },
    })
  })

  it('of a year that is not held lead to the nearest one that is, of their own code only', async () => {
    expect((await holdings('测发〔2023〕6号')).nearest).toEqual({ code: '测发', year: 2021, total: 4 })
    expect((await holdings('测发〔2018〕6号')).nearest).toEqual({ code: '测发', year: 2020, total: 1 })
    expect((await holdings('测发〔2021〕6号')).nearest).toBeNull()
    expect(await sample.archive.nearestSeries({ code: '測发', year: 1999 })).toMatchObject({ year: 2020 })
    expect(await sample.archive.nearestSeries({ code: '国令', year: null })).toBeNull()
  })

  it('make a series, in order', async () => {
    const series = await sample.archive.series({ code: '测发', year: 2021 })
    expect(series.map(({ number_serial }) => number_serial)).toEqual([3, 5, 8, 8])
  })

  it('of every document of the archive lead to it', async () => {
    for (const { id, doc_number, index_number } of sample.documents) {
      for (const number of [doc_number, index_number].filter((one) => one !== null)) {
        const asked = askedNumber(number)
        expect({ number, asked: asked?.text }).toEqual({ number, asked: number })
        expect((await holdings(number)).holders.map((hit) => hit.id)).toContain(id)
      }
    }
  })

  it('inside a query are found exactly, whatever brackets the text has', async () => {
    for (const q of ['测发2021 9号 办理', '办理 测发〔2021〕9号', '测发[2021]第9号 办理']) {
      const { total, hits } = await sample.archive.search(newSearch({ q }))
      expect({ q, total }).toEqual({ q, total: 1 })
      const { text, marks } = hits[0]!.snippets[0]!
      const marked = marks.map(([start, end]) => text.slice(start, end))
      expect(marked).toEqual(['测发（2021）9号', '测发【2021】９号办理'])
    }
  })

  it('whose document has left lead to what is left of it', async () => {
    await rm(path.join(folder, '700800100-2021-00005.txt'))
    await sample.update()
    const departed = { id: '700800100-2021-00005', title: '第5件', doc_number: '测发〔2020〕6号' }
    expect(await holdings('测发2020 6号')).toMatchObject({ holders: [], departed: [departed] })
    expect(await holdings('700800100/2021-00005')).toMatchObject({ holders: [], departed: [departed] })
    expect((await holdings('测发〔2021〕5号')).departed).toEqual([])
    expect((await holdings('测发〔2021〕6号')).departed).toEqual([])
  })
})
