import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleArchive, type SampleArchive } from '../../e2e/support/sample-archive.js'
import { Scan } from '../../e2e/support/scan.js'
import { newSearch } from '../params.js'
import { explain } from './explain.js'
import type { SearchRequest } from './types.js'

let sample: SampleArchive
let scan: Scan

beforeAll(async () => {
  sample = await openSampleArchive()
  scan = new Scan(sample.documents)
})

afterAll(() => sample.close())

const explained = async (request: SearchRequest) => {
  const totalOf = async (asked: SearchRequest): Promise<number> => (await sample.archive.search(asked)).total
  expect(await totalOf(request)).toBe(0)
  return explain(request, totalOf)
}

/** Ids that a scan finds, of one year where that is asked. */
const scanned = (run: string, year?: string): number =>
  scan.ids(run).filter((id) => !year || sample.documents.find((one) => one.id === id)!.written?.startsWith(year)).length

describe('what is said of nothing found', () => {
  it('counts each phrase as a scan does', async () => {
    const { terms } = await explained(newSearch({ q: '"电梯" "营商环境" "火星移民" "5G"' }))
    expect(terms.map(({ text, total }) => [text, total])).toEqual([
      ['电梯', scanned('电梯')],
      ['营商环境', scanned('营商环境')],
      ['火星移民', 0],
      ['5G', scanned('5G')],
    ])
    expect(scanned('电梯')).toBeGreaterThan(0)
  })

  it('counts what is left without a condition, without all of them, and without an exclusion', async () => {
    const filters = { ...newSearch().filters, year: ['1999'] }
    const { terms, relaxed } = await explained(newSearch({ q: '"电梯" -青', filters, to: '2020' }))
    expect(terms).toMatchObject([{ text: '电梯', total: 0, everywhere: { total: scanned('电梯') } }])
    const total = (kind: string): number => relaxed.find(({ relaxation }) => relaxation.kind === kind)!.total
    expect(total('excluded')).toBe(0)
    expect(total('all')).toBe(scan.ids('电梯').filter((id) => !scan.ids('青').includes(id)).length)
    const excluding = await explained(newSearch({ q: '"电梯" -电' }))
    expect(excluding.relaxed).toMatchObject([
      { relaxation: { kind: 'excluded' }, total: scanned('电梯') },
      { relaxation: { kind: 'exactness' }, total: 0 },
    ])
  })

  it('counts the words of a string that no text has, and offers best match', async () => {
    const { terms, relaxed } = await explained(newSearch({ q: '电梯的补贴与火星', mode: 'exact' }))
    expect(terms.map(({ text, total }) => [text, total])).toEqual([
      ['电梯', scanned('电梯')],
      ['补贴', scanned('补贴')],
      ['火星', 0],
    ])
    expect(relaxed.find(({ relaxation }) => relaxation.kind === 'exactness')!.total).toBeGreaterThan(0)
  })
})
