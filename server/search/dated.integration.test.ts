import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordFiles } from '../../e2e/support/record.js'
import { openSampleArchiveWith, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { newSearch } from '../params.js'

const news = (serial: number, date: string, title: string, text: string) => ({
  ...{ index: `700900100/2023-0000${serial}`, date, title, text: [text] },
})

const RECORDS = [
  news(1, '2023-07-28', '县长到云栖水库考察', '县长28日到云栖水库考察，要求备足防汛物资。'),
  news(2, '2023-07-05', '云栖水库开闸', '今天上午，云栖水库开闸放水。'),
  news(3, '2023-12-20', '云栖水库回顾', '2023年7月，云栖水库经受了洪水的考验。'),
  news(4, '2023-12-21', '云栖水库除险', '云栖水库除险工程开工。'),
  news(5, '2022-07-08', '云栖水库体检', '云栖水库请专家会诊。'),
]

let archive: SampleArchive

beforeAll(async () => {
  archive = await openSampleArchiveWith(recordFiles(RECORDS))
})
afterAll(() => archive.close())

const find = (q: string) => archive.archive.search(newSearch({ q }))
const titles = async (q: string) => (await find(q)).hits.map(({ title }) => title)

describe('a time that is typed apart', () => {
  it.each(['2023年7月 云栖水库', '云栖水库 2023-07', '二〇二三年七月 云栖水库', '2023/7 云栖水库'])(
    'finds what was written then as well as what names it: %s',
    async (q) =>
      expect((await titles(q)).sort()).toEqual(['云栖水库回顾', '云栖水库开闸', '县长到云栖水库考察'].sort()),
  )

  it('may be a day, or a year', async () => {
    expect(await titles('云栖水库 2023年7月28日')).toEqual(['县长到云栖水库考察'])
    expect(await titles('云栖水库 20230705')).toEqual(['云栖水库开闸'])
    expect((await titles('云栖水库 2022年')).sort()).toEqual(['云栖水库体检'])
  })

  it('is told of', async () => {
    expect((await find('2023-07 云栖水库')).notices).toContainEqual({ kind: 'dated', of: '2023年7月' })
    expect((await find('云栖水库')).notices).toEqual([])
    // Not as a string that no text has.
    expect(await find('2023-07')).toMatchObject({ whole: null, notices: [{ kind: 'dated', of: '2023年7月' }] })
  })

  it('finds in quotation marks only what names it', async () => {
    expect(await titles('"2023年7月" 云栖水库')).toEqual(['云栖水库回顾'])
  })

  it('puts what was written in the month before what was written in the year', async () => {
    expect((await titles('云栖水库2023年7月的考察'))[0]).toBe('县长到云栖水库考察')
  })
})
