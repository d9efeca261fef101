import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordFiles } from '../../e2e/support/record.js'
import { openSampleArchiveWith, type SampleArchive } from '../../e2e/support/sample-archive.js'

let sample: SampleArchive

beforeAll(async () => {
  const records = [
    { index: '700800100/2021-00001', title: '某事的通知', text: ['甲。'], issuer: '甲局', number: '测发〔2019〕1号' },
    { index: '700800100/2021-00002', title: '某事的通知', text: ['乙。'], issuer: '乙局' },
    { index: '700800100/2021-00003', title: '丙', text: ['丙。'], issuer: '甲局' },
  ]
  const files = recordFiles(records)
  // The same record once more, in a file of another name.
  const copies = { 'copy/丙.txt': files['700800100-2021-00003.txt']! }
  sample = await openSampleArchiveWith({ ...files, ...copies })
})

afterAll(() => sample.close())

describe('the quality report that is published with the archive', () => {
  it('counts by kind', async () => {
    const list = await sample.archive.quality({ kind: null, key: null, page: 1 })
    // The sample is there too: its district uses one code for all bodies.
    expect(list!.counts).toMatchObject({ number_year: 1, duplicate_title: 2, merged: 1 })
    expect((await sample.archive.quality({ kind: 'code_body', key: '700800100', page: 1 }))!.total).toBe(2)
    expect(list!.findings).toEqual([])
  })

  it('lists a kind, or one key of it', async () => {
    const list = await sample.archive.quality({ kind: 'duplicate_title', key: null, page: 1 })
    expect(list).toMatchObject({ total: 2, keys: [{ key: '某事的通知', count: 2 }] })
    expect(list!.findings.map(({ doc }) => doc).sort()).toEqual(['700800100-2021-00001', '700800100-2021-00002'])
    expect((await sample.archive.quality({ kind: 'duplicate_title', key: '无', page: 1 }))!.total).toBe(0)
    expect((await sample.archive.quality({ kind: 'duplicate_title', key: null, page: 2 }))!.findings).toEqual([])
  })

  it('names every source of a merged record, on its page too', async () => {
    const { findings } = (await sample.archive.quality({ kind: 'merged', key: null, page: 1 }))!
    const related = await sample.archive.related((await sample.archive.document('700800100-2021-00003'))!)
    expect(findings).toMatchObject([{ doc: '700800100-2021-00003' }])
    expect(related.copies).toEqual([findings[0]!.file])
  })
})
